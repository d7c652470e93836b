using System.Globalization;
using System.Xml.Linq;
using Zhongshu.Typesetting.Docx;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Checking;

/// <summary>Face, size, indent and alignment of each element of 主体 (7.3).</summary>
internal sealed class ElementCheck(DocxParts parts, LayoutRules rules)
{
    private const double IndentTolerance = 40;
    private static readonly XNamespace W = DocxParts.W;

    private readonly StyleSheet _styles = new(parts.Xml("word/styles.xml"));
    private readonly PageFrame _frame = new(rules);
    private readonly Wml _wml = new(rules);

    private IEnumerable<Element> Elements => ElementRoles.Of(parts.Body, p => _styles.Value(p, "jc", "val") == "center").Where(e => e.Role != ElementRole.Other);

    public IReadOnlyList<Departure> Measure()
    {
        var found = new List<(Departure Departure, Element Element)>();
        foreach (var element in Elements)
        {
            foreach (var departure in Runs(element).Concat(Shape(element)).Distinct()) found.Add((departure, element));
        }

        return [.. found.GroupBy(f => f.Departure).Select(g => g.Key with { Place = Place(g.Select(f => f.Element).ToList()) })];
    }

    public void Fix()
    {
        foreach (var element in Elements)
        {
            var wrong = Shape(element).Any();
            RunSplit.AtHeadingEnd(element);
            foreach (var (run, role) in ElementFaces.Of(element, TextRuns(element.Paragraph)))
                RunFix.Set(run, _wml.Fonts(role), Size(element.Role));
            if (wrong) SetShape(element);
        }
    }

    private IEnumerable<Departure> Runs(Element element)
    {
        var name = Name(element.Role);
        var figure = element.Role switch { ElementRole.Title => "size.title", ElementRole.Imprint => "size.imprint", _ => "size.body" };
        foreach (var (run, role) in ElementFaces.Of(element, TextRuns(element.Paragraph)))
        {
            var font = _styles.Font(element.Paragraph, run);
            var face = rules.Faces[role];
            if (!face.Faces.Contains(font)) yield return new Departure(name + "字体", "", face.Name, font, Clause(element.Role), "原则上");
            var size = _styles.Size(element.Paragraph, run);
            if (Math.Abs(size - Size(element.Role)) > 0.1) yield return new Departure(name + "字号", "", Text(Size(element.Role)) + " 磅", Text(size) + " 磅", Clause(element.Role), rules[figure].Strength);
            if (LatinMarks(run)) yield return new Departure("标点字体", "", "引号、破折号、省略号用" + face.Name, "会按西文字体显示", "5.2.2", "实务");
        }
    }

    private IEnumerable<Departure> Shape(Element element)
    {
        var alignment = _styles.Value(element.Paragraph, "jc", "val") ?? "left";
        if (element.Role == ElementRole.Title && alignment != "center") yield return new Departure("标题位置", "", "居中", Alignment(alignment), "7.3.1", "规定");
        if (Indent(element.Role) is not { } expected) yield break;
        if (LineSpacing(element) is { } spacing) yield return spacing;
        var chars = _styles.Number(element.Paragraph, "ind", "firstLineChars");
        var twips = _styles.Number(element.Paragraph, "ind", "firstLine") ?? 0;
        var indent = chars is { } c and not 0 ? c / 100 * Wml.Twips(_frame.Char) : twips;
        indent += _styles.Number(element.Paragraph, "ind", "left") ?? 0;
        if (chars is not > 0) indent -= _styles.Number(element.Paragraph, "ind", "hanging") ?? 0;
        if (Math.Abs(indent - (expected * Wml.Twips(_frame.Char))) > IndentTolerance)
            yield return new Departure(Name(element.Role) + "缩进", "", $"{Text(expected)} 字", $"{Text(indent / Wml.Twips(_frame.Char))} 字", Clause(element.Role), "规定");
    }

    /// <summary>Line spacing that does not give the lines a page should have.</summary>
    private Departure? LineSpacing(Element element)
    {
        var line = _styles.Number(element.Paragraph, "spacing", "line") ?? 240;
        var rule = _styles.Value(element.Paragraph, "spacing", "lineRule") ?? "auto";
        var expected = $"{rules["grid.docx.line"].Value / 20} 磅（每面 {rules["grid.lines"].Value} 行）";
        if (rule == "auto") return Math.Abs(line - 240) < 1 ? null : new Departure(Name(element.Role) + "行距", "", expected, $"{Math.Round(line / 240, 2).ToString(CultureInfo.InvariantCulture)} 倍行距", "5.2.3", rules["grid.lines"].Strength);
        var lines = line <= 0 ? 0 : (int)((Wml.Twips(_frame.AreaHeight) + 1) / line);
        return lines == (int)rules["grid.lines"].Value ? null : new Departure(Name(element.Role) + "行距", "", expected, $"{Text(line / 20)} 磅（每面 {lines} 行）", "5.2.3", rules["grid.lines"].Strength);
    }

    private void SetShape(Element element)
    {
        var properties = element.Paragraph.Element(W + "pPr");
        if (properties is null) element.Paragraph.AddFirst(properties = new XElement(W + "pPr"));
        if (element.Role == ElementRole.Title) RunFix.Put(properties, new XElement(W + "jc", new XAttribute(W + "val", "center")));
        if (Indent(element.Role) is not { } chars) return;
        RunFix.Put(properties, new XElement(W + "spacing",
            new XAttribute(W + "before", properties.Element(W + "spacing")?.Attribute(W + "before")?.Value ?? "0"), new XAttribute(W + "after", 0),
            new XAttribute(W + "line", rules["grid.docx.line"].Value), new XAttribute(W + "lineRule", "exact")));
        RunFix.Put(properties, new XElement(W + "ind",
            new XAttribute(W + "leftChars", 0), new XAttribute(W + "left", 0),
            new XAttribute(W + "firstLineChars", (int)(chars * 100)), new XAttribute(W + "firstLine", Wml.Twips(chars * _frame.Char))));
    }

    private static IEnumerable<XElement> TextRuns(XElement paragraph) => paragraph.Descendants(W + "r")
        .Where(r => r.Elements(W + "t").Any(t => t.Value.Trim().Length > 0) && !r.Ancestors(W + "txbxContent").Any());

    /// <summary>Marks that both faces have follow the Latin one unless the run says otherwise.</summary>
    private static bool LatinMarks(XElement run)
    {
        if (!run.Elements(W + "t").Any(t => t.Value.IndexOfAny(['“', '”', '‘', '’', '—', '…']) >= 0)) return false;
        var fonts = run.Element(W + "rPr")?.Element(W + "rFonts");
        return fonts?.Attribute(W + "hint")?.Value != "eastAsia" && (fonts?.Attribute(W + "ascii")?.Value is not { } latin || latin != fonts.Attribute(W + "eastAsia")?.Value);
    }

    private double Size(ElementRole role) => role switch
    {
        ElementRole.Title => rules.Pt("size.title"),
        ElementRole.Imprint => rules.Pt("size.imprint"),
        _ => rules.Pt("size.body"),
    };

    private double? Indent(ElementRole role) => role switch
    {
        ElementRole.Body or ElementRole.Level1 or ElementRole.Level2 or ElementRole.Level3 or ElementRole.Level4 => rules["body.indent"].Value,
        ElementRole.Recipients or ElementRole.AttachmentLabel => 0,
        _ => null,
    };

    private static string Place(List<Element> elements)
    {
        var first = elements[0];
        var words = first.Text.ReplaceLineEndings(" ");
        var place = $"第{first.Number}段“{(words.Length > 12 ? words[..12] + "……" : words)}”";
        return elements.Count == 1 ? place : $"{place}等{elements.Count}处";
    }

    private static string Clause(ElementRole role) => role switch
    {
        ElementRole.Title => "7.3.1",
        ElementRole.Recipients => "7.3.2",
        ElementRole.AttachmentNote => "7.3.4",
        ElementRole.SignOff => "7.3.5",
        ElementRole.AttachmentLabel => "7.3.7",
        ElementRole.Imprint => "7.4.2",
        _ => "7.3.3",
    };

    private static string Name(ElementRole role) => role switch
    {
        ElementRole.Title => "标题",
        ElementRole.Recipients => "主送机关",
        ElementRole.Level1 => "一级标题",
        ElementRole.Level2 => "二级标题",
        ElementRole.Level3 => "三级标题",
        ElementRole.Level4 => "四级标题",
        ElementRole.AttachmentNote => "附件说明",
        ElementRole.SignOff => "署名和成文日期",
        ElementRole.AttachmentLabel => "附件顺序号",
        ElementRole.Imprint => "版记",
        _ => "正文",
    };

    private static string Alignment(string value) => value switch { "right" or "end" => "居右", "both" or "distribute" => "两端对齐", _ => "居左" };

    private static string Text(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
