using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Proofing.Documents;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.CommandLine.Documents;

/// typeset FILE -o OUT: a text or a Word file as an official document; the ending of the target's name says in which form.
internal static class TypesetCommand
{
    private const string Usage = "用法：zhongshu typeset 文稿 -o 输出.docx|.pdf|.ofd（文稿可以是 txt、md、docx、doc、wps、ofd；为 - 时从标准输入读）。文稿头部写法见 docs/TYPESETTING.md。";

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var read = Arguments.Read([.. args.Select(a => a == "-o" ? "--out" : a)], ["--out"]);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not [var source] || read.Value["--out"] is not { } target) return await terminal.RefuseAsync(Usage);
        if (Path.GetExtension(target).ToLowerInvariant() is not (".docx" or ".pdf" or ".ofd")) return await terminal.RefuseAsync($"不知道怎样输出 {target}。输出文件名请以 .docx、.pdf 或 .ofd 结尾。");
        if (await TextAsync(source, terminal) is not { } text) return Terminal.Refused;
        var (document, rules) = (OfficialText.Parse(text), LayoutRules.Standard);
        var result = Path.GetExtension(target).ToLowerInvariant() switch
        {
            ".docx" => new TypesetResult(Typesetter.ToDocx(document, rules), [], null, null),
            ".pdf" => Typesetter.ToPdf(document, rules, Fonts(rules)),
            _ => Typesetter.ToOfd(document, rules, Fonts(rules)),
        };
        if (result.Refusal is { } no) return await terminal.RefuseAsync(no);
        if (!CheckFiles.Save(target, result.Bytes, terminal.Error)) return Terminal.Refused;
        foreach (var notice in result.Notices) await terminal.Error.WriteLineAsync(notice.Message);
        return await terminal.SayAsync($"已排版：{target}");
    }

    /// Text keeps its lines as they are; everything else is read as a document first.
    private static async Task<string?> TextAsync(string source, Terminal terminal)
    {
        if (source == "-") return await terminal.In.ReadToEndAsync();
        if (CheckFiles.ReadBytes(source, terminal.Error) is not { } bytes || CheckFiles.Read(source, bytes, terminal.Error) is not { } document) return null;
        return TextDecoding.Detect(bytes) is { } encoding && document.Paragraphs.All(p => p.Origin is null or { Part.Length: 0 }) ? TextDecoding.Decode(bytes, encoding) : SourceText.Of(document);
    }

    private static FontSet Fonts(LayoutRules rules) => FontSet.FromFolders(FontSet.SystemFolders, rules);
}
