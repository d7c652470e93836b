using Zhongshu.Checker;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhongshu.Typesetting.Checking;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.CommandLine.Documents;

/// format-check FILE.docx [--fix [OUT.docx]] [--format json]: where a document departs from GB/T 9704, and a corrected copy.
internal static class FormatCheckCommand
{
    public const string Usage = "用法：zhongshu format-check 文件.docx [--fix [输出.docx]] [--format text|json]。--fix 不写输出文件名时，写到原文件旁的“文件.已调整.docx”。退出码：0 符合，1 有不符，2 未能读取。";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, ["--format"], "--fix");
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        var format = read.Value["--format"] ?? "text";
        var (names, fixes) = (read.Value.Rest, read.Value.Has("--fix"));
        if (names.Count == 0 || names.Count > (fixes ? 2 : 1) || format is not ("text" or "json")) return await terminal.RefuseAsync(Usage);
        var (source, target) = (names[0], names.Count > 1 ? names[1] : Path.ChangeExtension(names[0], ".已调整.docx"));
        if (CheckFiles.ReadBytes(source, terminal.Error) is not { } bytes) return Terminal.Refused;
        var report = FormatCheck.Measure(new MemoryStream(bytes), LayoutRules.Standard);
        if (report.Refusal is { } no) return await terminal.RefuseAsync($"{source}：{no}");
        await TellAsync(report.Departures, format == "json", terminal);
        if (report.Departures.Count == 0) return Terminal.Well;
        return fixes ? await FixAsync(bytes, target, terminal) : Terminal.Faulty;
    }

    private static async Task TellAsync(IReadOnlyList<Departure> departures, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(departures, Json));
            return;
        }

        foreach (var d in departures) await terminal.Out.WriteLineAsync($"{d.Element}\t{d.Place}\t应为 {d.Expected}\t现为 {d.Found}\t{d.Clause}（{d.Strength}）");
        await terminal.Out.WriteLineAsync(departures.Count == 0 ? "格式符合 GB/T 9704。" : $"共 {departures.Count} 处不符。");
    }

    private static async Task<int> FixAsync(byte[] bytes, string target, Terminal terminal)
    {
        var fix = FormatCheck.Fix(new MemoryStream(bytes), LayoutRules.Standard);
        if (fix.Refusal is { } refused) return await terminal.RefuseAsync(refused);
        if (!CheckFiles.Save(target, fix.Bytes, terminal.Error)) return Terminal.Refused;
        await terminal.Error.WriteLineAsync($"已按标准调整格式，文字未动：{target}");
        return Terminal.Faulty;
    }
}
