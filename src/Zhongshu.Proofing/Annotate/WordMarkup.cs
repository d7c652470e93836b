using System.Globalization;
using System.Xml.Linq;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Annotate;

/// <summary>Makes the elements of comments and tracked changes in one part's namespace, with ids not used there before.</summary>
internal sealed class WordMarkup
{
    private readonly AnnotationOptions _options;
    private int _nextChange;

    public WordMarkup(XNamespace word, XElement root, AnnotationOptions options)
    {
        W = word;
        _options = options;
        _nextChange = root.Descendants().Select(e => Id(e)).DefaultIfEmpty(0).Max() + 1;
    }

    public XNamespace W { get; }

    public static int Id(XElement element) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName == "id") is { } id && int.TryParse(id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < int.MaxValue / 2 ? n : 0;

    public XElement Deletion(XElement run)
    {
        var deleted = new XElement(run);
        foreach (var text in deleted.Elements(W + "t")) text.Name = W + "delText";
        return new XElement(W + "del", Signature(), deleted);
    }

    public XElement Insertion(XElement run) => new(W + "ins", Signature(), run);

    public XElement Run(XElement? like, string text) =>
        new(W + "r", like?.Element(W + "rPr") is { } look ? new XElement(look) : null, Text(text));

    public XElement Text(string text) => new(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    public XElement RangeStart(int comment) => new(W + "commentRangeStart", new XAttribute(W + "id", comment));

    public IEnumerable<XElement> RangeEnd(int comment) =>
    [
        new(W + "commentRangeEnd", new XAttribute(W + "id", comment)),
        new(W + "r", new XElement(W + "commentReference", new XAttribute(W + "id", comment))),
    ];

    public XElement Comment(int id, string text) => new(
        W + "comment",
        new XAttribute(W + "id", id),
        new XAttribute(W + "author", _options.Author),
        Date(),
        new XAttribute(W + "initials", "校"),
        new XElement(W + "p", new XElement(W + "r", new XElement(W + "annotationRef")), new XElement(W + "r", Text(text))));

    /// <summary>What the comment says: grade, sentence, proposal, source.</summary>
    public static string Say(Finding finding, string? place)
    {
        var fix = finding.Fix is null ? "" : finding.Fix.Length == 0 ? "建议删去。" : $"建议改为“{finding.Fix}”。";
        var source = finding.Source.Length == 0 ? "" : $"（{finding.Source}）";
        return XmlText.Clean($"【{finding.Severity.Name()}】{(place is null ? "" : $"{place}：")}{finding.Message}{fix}{source}");
    }

    private object[] Signature() =>
    [
        new XAttribute(W + "id", _nextChange++),
        new XAttribute(W + "author", _options.Author),
        .. Date() is { } date ? (object[])[date] : [],
    ];

    private XAttribute? Date() =>
        _options.At is { } at ? new XAttribute(W + "date", at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)) : null;
}

internal static class XmlText
{
    /// <summary>Without the characters that XML 1.0 cannot hold.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes()
        .Where(r => r.Value is '\t' or '\n' or (>= 0x20 and not (0xFFFE or 0xFFFF)))
        .Select(r => r.ToString()));
}
