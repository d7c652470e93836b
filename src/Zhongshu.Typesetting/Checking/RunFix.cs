using System.Globalization;
using System.Xml.Linq;

namespace Zhongshu.Typesetting.Checking;

/// <summary>The face each run should have: a run-in heading up to its full stop, the text after it in 仿宋.</summary>
internal static class ElementFaces
{
    private static readonly XNamespace W = DocxParts.W;

    public static IEnumerable<(XElement Run, FontRole Role)> Of(Element element, IEnumerable<XElement> runs)
    {
        var end = HeadingEnd(element);
        var at = 0;
        foreach (var run in runs.ToList())
        {
            yield return (run, at < end ? Heading(element.Role) : FontRole.FangSong);
            at += run.Elements(W + "t").Sum(t => t.Value.Length);
        }
    }

    /// <summary>Where the heading ends: after its first full stop, at the end of the paragraph, or nowhere for plain text.</summary>
    public static int HeadingEnd(Element element)
    {
        if (Heading(element.Role) == FontRole.FangSong) return 0;
        var stop = element.Role is ElementRole.Level1 or ElementRole.Level2 ? element.Text.IndexOf('。') : -1;
        if (stop < 0) return int.MaxValue;
        return stop == element.Text.Length - 1 ? int.MaxValue : stop + 1;
    }

    private static FontRole Heading(ElementRole role) => role switch
    {
        ElementRole.Title => FontRole.XiaoBiaoSong,
        ElementRole.Level1 or ElementRole.AttachmentLabel => FontRole.HeiTi,
        ElementRole.Level2 => FontRole.KaiTi,
        _ => FontRole.FangSong,
    };
}

/// <summary>Splits the run in which a heading ends, so that both parts can have their face.</summary>
internal static class RunSplit
{
    private static readonly XNamespace W = DocxParts.W;

    public static void AtHeadingEnd(Element element)
    {
        var end = ElementFaces.HeadingEnd(element);
        if (end is 0 or int.MaxValue) return;
        // Leading white space is trimmed from the element's text but not from its runs.
        end += ElementRoles.TextOf(element.Paragraph).TakeWhile(char.IsWhiteSpace).Count();
        var at = 0;
        foreach (var run in element.Paragraph.Descendants(W + "r").ToList())
        {
            var length = run.Elements(W + "t").Sum(t => t.Value.Length);
            if (at < end && end < at + length && run.Elements().Count(e => e.Name != W + "rPr") == 1) Split(run, end - at);
            at += length;
        }
    }

    private static void Split(XElement run, int at)
    {
        var text = run.Element(W + "t")!;
        var rest = new XElement(run);
        rest.Element(W + "t")!.Value = text.Value[at..];
        text.Value = text.Value[..at];
        foreach (var part in new[] { text, rest.Element(W + "t")! }) part.SetAttributeValue(XNamespace.Xml + "space", "preserve");
        run.AddAfterSelf(rest);
    }
}

/// <summary>Sets properties in the place the schema wants them.</summary>
internal static class RunFix
{
    private static readonly XNamespace W = DocxParts.W;

    private static readonly string[] RunOrder = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang"];

    private static readonly string[] ParagraphOrder = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr"];

    public static void Set(XElement run, string fonts, double size)
    {
        var properties = run.Element(W + "rPr");
        if (properties is null) run.AddFirst(properties = new XElement(W + "rPr"));
        Put(properties, XElement.Parse(fonts.Replace("<w:rFonts", $"<w:rFonts xmlns:w=\"{W}\"", StringComparison.Ordinal)));
        var half = (size * 2).ToString(CultureInfo.InvariantCulture);
        Put(properties, new XElement(W + "sz", new XAttribute(W + "val", half)));
        Put(properties, new XElement(W + "szCs", new XAttribute(W + "val", half)));
    }

    public static void Put(XElement properties, XElement child)
    {
        if (properties.Element(child.Name) is { } old)
        {
            old.ReplaceWith(child);
            return;
        }

        var order = properties.Name.LocalName == "pPr" ? ParagraphOrder : RunOrder;
        var rank = Array.IndexOf(order, child.Name.LocalName);
        var before = properties.Elements().LastOrDefault(e => Array.IndexOf(order, e.Name.LocalName) is >= 0 and var r && r < rank);
        if (before is null) properties.AddFirst(child);
        else before.AddAfterSelf(child);
    }
}
