using Zhongshu.Checker;
using Zhongshu.Modules.FairCopies;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Platform.Decisions;
using Zhongshu.Proofing.Documents;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Seals;

namespace Zhongshu.CommandLine.Documents;

/// typeset FILE -o OUT: a text or a Word file as an official document, or as one of the office's papers; the ending of the target's name says in which form.
internal static class TypesetCommand
{
    public const string Usage = "用法：zhongshu typeset 文稿 -o 输出.docx|.pdf|.ofd [--seal [机关=]图片]… [--kind 种类]（文稿可以是 txt、md、docx、doc、wps、ofd；为 - 时从标准输入读）。文稿头部写法见 docs/TYPESETTING.md。";
    private const string SealOption = "--seal";

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var (rest, seals) = TakeSeals([.. args.Select(a => a == "-o" ? "--out" : a)]);
        var read = Arguments.Read(rest, ["--out", "--kind", SealOption]);
        if (!read.Succeeded) return await terminal.RefuseAsync(read.Refusal);
        if (read.Value.Rest is not [var source] || read.Value["--out"] is not { } target) return await terminal.RefuseAsync(Usage);
        if (FormOf(target) is not { } form) return await terminal.RefuseAsync($"不知道怎样输出 {target}。输出文件名请以 .docx、.pdf 或 .ofd 结尾。");
        if (FairKinds.Find(read.Value["--kind"] ?? "document") is not { } kind) return await terminal.RefuseAsync(FairCopyRefusals.Kind(read.Value["--kind"]!).Message);
        if (Pictures(seals, terminal) is not { } pictures || await TextAsync(source, terminal) is not { } text) return Terminal.Refused;
        if (string.IsNullOrWhiteSpace(text)) return await terminal.RefuseAsync($"{source}：没有可以排版的文字。");
        var fonts = new OfficeFonts(read.Value.Settings);
        var result = new TypesetDocument(fonts).Make(SheetOf(kind, text, pictures), form);
        if (!result.Succeeded) return await terminal.RefuseAsync(result.Refusal.Message);
        if (!CheckFiles.Save(target, result.Value.Bytes, terminal.Error)) return Terminal.Refused;
        foreach (var notice in result.Value.Notices) await terminal.Error.WriteLineAsync(notice);
        return await terminal.SayAsync($"已排版：{target}");
    }

    /// A document says in its head which form it takes; the other papers find their fields there.
    private static Sheet SheetOf(FairKind kind, string text, IReadOnlyList<SealPicture> seals)
    {
        if (kind.Id == "document" && OfficialText.Parse(text) is var document) return new Sheet.Official(document with { SignOff = document.SignOff with { Seals = seals } });
        return kind.Make(FairValues.OfSource(text) with { Seals = seals });
    }

    private static FileForm? FormOf(string target) => Path.GetExtension(target).ToLowerInvariant() switch
    {
        ".docx" => FileForm.Docx,
        ".pdf" => FileForm.Pdf,
        ".ofd" => FileForm.Ofd,
        _ => null,
    };

    private static (string[] Words, List<string> Seals) TakeSeals(string[] args)
    {
        var (rest, seals) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == SealOption && i + 1 < args.Length) seals.Add(args[++i]);
            else rest.Add(args[i]);
        }

        return ([.. rest], seals);
    }

    private static List<SealPicture>? Pictures(List<string> seals, Terminal terminal)
    {
        var pictures = new List<SealPicture>();
        foreach (var seal in seals)
        {
            // A file whose name holds an equals sign is still a file.
            var (unit, file) = !File.Exists(seal) && seal.Split('=', 2) is [var named, var path] ? (named, path) : ("", seal);
            if (CheckFiles.ReadBytes(file, terminal.Error) is not { } bytes) return null;
            var (picture, refusal) = SealPicture.Read(unit, bytes);
            if (picture is null)
            {
                terminal.Error.WriteLine($"{file}：{refusal}");
                return null;
            }

            pictures.Add(picture);
        }

        return pictures;
    }

    /// Text keeps its lines as they are; everything else is read as a document first.
    private static async Task<string?> TextAsync(string source, Terminal terminal)
    {
        if (source == "-") return await terminal.In.ReadToEndAsync();
        if (CheckFiles.ReadBytes(source, terminal.Error) is not { } bytes || CheckFiles.Read(source, bytes, terminal.Error) is not { } document) return null;
        return TextDecoding.Detect(bytes) is { } encoding && document.Paragraphs.All(p => p.Origin is null or { Part.Length: 0 }) ? TextDecoding.Decode(bytes, encoding) : SourceText.Of(document);
    }
}
