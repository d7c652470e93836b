using System.Globalization;
using System.Xml.Linq;

namespace Zhongshu.Typesetting.Checking;

/// <summary>What a run or a paragraph really gets: defaults, then the styles it is based on, then its own properties.</summary>
internal sealed class StyleSheet
{
    private static readonly XNamespace W = DocxParts.W;

    private readonly Dictionary<string, XElement> _styles;
    private readonly XElement? _runDefaults;
    private readonly XElement? _paragraphDefaults;
    private readonly string? _defaultStyle;

    public StyleSheet(XDocument? styles)
    {
        var root = styles?.Root;
        _styles = root?.Elements(W + "style").Where(s => s.Attribute(W + "styleId") is not null)
            .GroupBy(s => s.Attribute(W + "styleId")!.Value).ToDictionary(g => g.Key, g => g.First()) ?? [];
        _runDefaults = root?.Element(W + "docDefaults")?.Element(W + "rPrDefault")?.Element(W + "rPr");
        _paragraphDefaults = root?.Element(W + "docDefaults")?.Element(W + "pPrDefault")?.Element(W + "pPr");
        _defaultStyle = _styles.Values.FirstOrDefault(s => s.Attribute(W + "type")?.Value == "paragraph" && s.Attribute(W + "default")?.Value is "1" or "true")?.Attribute(W + "styleId")?.Value;
    }

    /// <summary>Name of the Chinese font, or 主题字体 where a theme decides it.</summary>
    public string Font(XElement paragraph, XElement run)
    {
        foreach (var properties in RunChain(paragraph, run))
        {
            var fonts = properties.Element(W + "rFonts");
            if (fonts?.Attribute(W + "eastAsiaTheme") is not null) return "主题字体";
            if (fonts?.Attribute(W + "eastAsia")?.Value is { } name) return name;
        }

        return "未指定";
    }

    /// <summary>Size in points; 10 where nothing says otherwise.</summary>
    public double Size(XElement paragraph, XElement run)
    {
        foreach (var properties in RunChain(paragraph, run))
            if (Number(properties.Element(W + "sz"), "val") is { } half) return half / 2;
        return 10;
    }

    /// <summary>A value of a paragraph property, the nearest first.</summary>
    public string? Value(XElement paragraph, string element, string attribute)
    {
        foreach (var properties in ParagraphChain(paragraph))
            if (properties.Element(W + element)?.Attribute(W + attribute)?.Value is { } value) return value;
        return null;
    }

    public double? Number(XElement paragraph, string element, string attribute) =>
        double.TryParse(Value(paragraph, element, attribute), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static double? Number(XElement? element, string attribute) =>
        double.TryParse(element?.Attribute(W + attribute)?.Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private IEnumerable<XElement> RunChain(XElement paragraph, XElement run)
    {
        if (run.Element(W + "rPr") is { } own)
        {
            yield return own;
            foreach (var style in Styles(own.Element(W + "rStyle")?.Attribute(W + "val")?.Value))
                if (style.Element(W + "rPr") is { } r) yield return r;
        }

        foreach (var style in Styles(StyleOf(paragraph)))
            if (style.Element(W + "rPr") is { } r) yield return r;
        if (_runDefaults is not null) yield return _runDefaults;
    }

    private IEnumerable<XElement> ParagraphChain(XElement paragraph)
    {
        if (paragraph.Element(W + "pPr") is { } own) yield return own;
        foreach (var style in Styles(StyleOf(paragraph)))
            if (style.Element(W + "pPr") is { } p) yield return p;
        if (_paragraphDefaults is not null) yield return _paragraphDefaults;
    }

    private string? StyleOf(XElement paragraph) => paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value ?? _defaultStyle;

    private IEnumerable<XElement> Styles(string? id)
    {
        for (var depth = 0; id is not null && depth < 20 && _styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.Element(W + "basedOn")?.Attribute(W + "val")?.Value;
        }
    }
}
