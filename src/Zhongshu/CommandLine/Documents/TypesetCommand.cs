using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.CommandLine.Documents;

/// typeset TEXT --out FILE: a text as an official document; the ending of the file's name says in which form.
internal static class TypesetCommand
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read([.. args.Select(a => a == "-o" ? "--out" : a)], ["--out"]);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not [var source] || read.Value["--out"] is not { } target) return await terminal.RefuseAsync("用法：zhongshu typeset 文稿.txt -o 输出.docx|.pdf|.ofd（文稿为 - 时从标准输入读）");
        if (source != "-" && !File.Exists(source)) return await terminal.RefuseAsync($"找不到文稿 {source}。");
        var document = OfficialText.Parse(source == "-" ? await terminal.In.ReadToEndAsync() : await File.ReadAllTextAsync(source));
        var rules = LayoutRules.Standard;
        switch (Path.GetExtension(target).ToLowerInvariant())
        {
            case ".docx":
                await File.WriteAllBytesAsync(target, Typesetter.ToDocx(document, rules));
                break;
            case ".pdf":
                return await WriteAsync(Typesetter.ToPdf(document, rules, Fonts(rules)), target, terminal);
            case ".ofd":
                return await WriteAsync(Typesetter.ToOfd(document, rules, Fonts(rules)), target, terminal);
            default:
                return await terminal.RefuseAsync($"不知道怎样输出 {target}。输出文件名请以 .docx、.pdf 或 .ofd 结尾。");
        }

        return await terminal.SayAsync($"已排版：{target}");
    }

    private static FontSet Fonts(LayoutRules rules) => FontSet.FromFolders(FontSet.SystemFolders, rules);

    private static async Task<int> WriteAsync(TypesetResult result, string target, Terminal terminal)
    {
        if (result.Refusal is { } no) return await terminal.RefuseAsync(no);
        await File.WriteAllBytesAsync(target, result.Bytes);
        foreach (var notice in result.Notices) await terminal.Error.WriteLineAsync(notice.Message);
        return await terminal.SayAsync($"已排版：{target}");
    }
}
