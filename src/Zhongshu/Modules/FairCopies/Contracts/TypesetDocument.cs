using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Slips;

namespace Zhongshu.Modules.FairCopies.Contracts;

internal enum FileForm
{
    Docx,
    Pdf,
    Ofd,
}

/// What can be set: an official document, or one of the office's forms.
internal abstract record Sheet
{
    public sealed record Official(OfficialDocument Document) : Sheet;

    public sealed record Slip(ProcessingSlip Form) : Sheet;

    public sealed record Report(SigningReport Form) : Sheet;

    public sealed record Proofreading(ProofreadingSlip Form) : Sheet;

    public sealed record Cards(IReadOnlyList<string> Names) : Sheet;
}

/// A finished file, and what its reader should know (substituted fonts, missing characters).
internal sealed record SetFile(byte[] Bytes, string MediaType, string Extension, IReadOnlyList<string> Notices);

/// 排版 by GB/T 9704—2012: the page, the interface and the drafting desk call it.
internal sealed class TypesetDocument(OfficeFonts fonts)
{
    /// A text in the source form of docs/TYPESETTING.md.
    public Outcome<SetFile> Make(string text, FileForm form) => Make(new Sheet.Official(OfficialText.Parse(text)), form);

    public Outcome<SetFile> Make(OfficialDocument document, FileForm form) => Make(new Sheet.Official(document), form);

    public Outcome<SetFile> Make(Sheet sheet, FileForm form)
    {
        if (!fonts.Layout.Succeeded) return fonts.Layout.Refusal!;
        var rules = fonts.Layout.Value;
        var result = (sheet, form) switch
        {
            (Sheet.Official o, FileForm.Docx) => Whole(Typesetter.ToDocx(o.Document, rules)),
            (Sheet.Official o, FileForm.Pdf) => Typesetter.ToPdf(o.Document, rules, fonts.Set),
            (Sheet.Official o, FileForm.Ofd) => Typesetter.ToOfd(o.Document, rules, fonts.Set),
            (Sheet.Slip s, FileForm.Docx) => Whole(Forms.ToDocx(s.Form, rules)),
            (Sheet.Slip s, FileForm.Pdf) => Forms.ToPdf(s.Form, rules, fonts.Set),
            (Sheet.Slip s, FileForm.Ofd) => Forms.ToOfd(s.Form, rules, fonts.Set),
            (Sheet.Report r, FileForm.Docx) => Whole(Forms.ToDocx(r.Form, rules)),
            (Sheet.Report r, FileForm.Pdf) => Forms.ToPdf(r.Form, rules, fonts.Set),
            (Sheet.Proofreading p, FileForm.Pdf) => Forms.ToPdf(p.Form, rules, fonts.Set),
            (Sheet.Cards c, FileForm.Pdf) => Forms.NameCardsToPdf(c.Names, rules, fonts.Set),
            _ => null,
        };
        if (result is null) return FairCopyRefusals.Form;
        if (result.Refusal is { } no) return FairCopyRefusals.Fonts(no);
        var extension = form switch { FileForm.Docx => "docx", FileForm.Pdf => "pdf", _ => "ofd" };
        return new SetFile(result.Bytes, FileKind.Of("a." + extension).MediaType, extension, [.. result.Notices.Select(n => n.Message)]);
    }

    private static TypesetResult Whole(byte[] bytes) => new(bytes, [], null, null);
}
