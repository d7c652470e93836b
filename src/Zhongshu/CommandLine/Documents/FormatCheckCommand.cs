using Zhongshu.Typesetting.Checking;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.CommandLine.Documents;

/// format-check FILE.docx [--fix OUT.docx]: where a document departs from GB/T 9704, and a corrected copy.
internal static class FormatCheckCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read(args, ["--fix"]);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not [var source]) return await terminal.RefuseAsync("用法：zhongshu format-check 文件.docx [--fix 输出.docx]");
        if (!File.Exists(source)) return await terminal.RefuseAsync($"找不到文件 {source}。");
        var bytes = await File.ReadAllBytesAsync(source);
        var report = FormatCheck.Measure(new MemoryStream(bytes), LayoutRules.Standard);
        if (report.Refusal is { } no) return await terminal.RefuseAsync(no);
        foreach (var d in report.Departures)
            await terminal.Out.WriteLineAsync($"{d.Element}\t{d.Place}\t应为 {d.Expected}\t现为 {d.Found}\t{d.Clause}（{d.Strength}）");
        if (report.Departures.Count == 0) return await terminal.SayAsync("格式符合 GB/T 9704。");
        if (read.Value["--fix"] is { } target)
        {
            var fix = FormatCheck.Fix(new MemoryStream(bytes), LayoutRules.Standard);
            if (fix.Refusal is { } refused) return await terminal.RefuseAsync(refused);
            await File.WriteAllBytesAsync(target, fix.Bytes);
            await terminal.Out.WriteLineAsync($"已按标准调整格式，文字未动：{target}");
        }

        await terminal.Out.WriteLineAsync($"共 {report.Departures.Count} 处不符。");
        return Terminal.Faulty;
    }
}
