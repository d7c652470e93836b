using Zhongshu.Typesetting.Docx;
using Zhongshu.Typesetting.Fonts;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Ofd;
using Zhongshu.Typesetting.Pdf;
using Zhongshu.Typesetting.Rules;
using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting;

/// <summary>
/// Sets an official document by GB/T 9704—2012. Any text is accepted: a character that no page can hold
/// (a lone surrogate, a control character) is shown as U+FFFD, a character that no font holds as an empty box.
/// </summary>
public static class Typesetter
{
    /// <summary>The layout alone: pages, characters and lines in points. Needs no fonts.</summary>
    public static DocumentLayout Layout(OfficialDocument document, LayoutRules rules) =>
        new DocumentComposer(rules, TitleWords.Standard).Compose(document);

    /// <summary>A docx with real styles, the grid of 22 lines by 28 characters and page-number fields.</summary>
    public static byte[] ToDocx(OfficialDocument document, LayoutRules rules) =>
        DocxWriter.Write(document, rules, Layout(document, rules));

    /// <summary>A PDF with embedded font subsets; refused with a message where no Chinese font was found.</summary>
    public static TypesetResult ToPdf(OfficialDocument document, LayoutRules rules, FontSet fonts) =>
        Pdf(() => Layout(document, rules), document.Title, fonts);

    /// <summary>An OFD file (GB/T 33190—2016) with embedded font subsets; refused as <see cref="ToPdf"/> is.</summary>
    public static TypesetResult ToOfd(OfficialDocument document, LayoutRules rules, FontSet fonts) =>
        Ofd(() => Layout(document, rules), document.Title, fonts);

    internal static TypesetResult Pdf(Func<DocumentLayout> compose, string title, FontSet fonts) => Write(PdfWriter.Write, compose, title, fonts);

    internal static TypesetResult Ofd(Func<DocumentLayout> compose, string title, FontSet fonts) => Write(OfdWriter.Write, compose, title, fonts);

    private static TypesetResult Write(Func<DocumentLayout, string, UsedFonts, byte[]> writer, Func<DocumentLayout> compose, string title, FontSet fonts)
    {
        if (fonts.Missing is { } missing) return new TypesetResult([], [], missing, null);
        var layout = compose();
        var used = new UsedFonts(fonts);
        var bytes = writer(layout, CharKinds.Clean(title).Replace("\n", "", StringComparison.Ordinal), used);
        return new TypesetResult(bytes, used.Notices(), null, layout);
    }
}
