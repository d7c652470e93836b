using System.Globalization;
using System.Xml.Linq;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Checking;

/// <summary>Paper, margins and grid of every section (5.1, 5.2).</summary>
internal sealed class SectionCheck(DocxParts parts, LayoutRules rules)
{
    private const double TwipsPerMm = 1440 / 25.4;
    private static readonly XNamespace W = DocxParts.W;

    private readonly PageFrame _frame = new(rules);

    private List<XElement> Sections => [.. parts.Body.Descendants(W + "sectPr").Where(s => s.Parent!.Name == W + "body" || s.Parent.Name == W + "pPr")];

    public IEnumerable<Departure> Measure()
    {
        var sections = Sections;
        if (sections.Count == 0) yield return new Departure("页面", "全文", "A4，版心 156×225 mm", "未设置页面", "5.1", "规定");
        for (var i = 0; i < sections.Count; i++)
        {
            var place = sections.Count == 1 ? "全文" : $"第{i + 1}节";
            foreach (var departure in Paper(sections[i], place)) yield return departure;
            if (!Landscape(sections[i]))
                foreach (var departure in Grid(sections[i], place)) yield return departure;
        }
    }

    public void Fix()
    {
        if (Sections.Count == 0) parts.Body.Add(new XElement(W + "sectPr"));
        foreach (var section in Sections)
        {
            var turned = Landscape(section);
            var fresh = XElement.Parse($"<w:x xmlns:w=\"{W}\" xmlns:r=\"{DocxParts.R}\">{new Docx.DocxSections(_frame, false).Properties(turned, numbered: false, evenPage: false)}</w:x>").Element(W + "sectPr")!;
            Put(section, fresh.Element(W + "pgSz")!);
            Put(section, fresh.Element(W + "pgMar")!);
            if (fresh.Element(W + "docGrid") is { } grid) Put(section, grid);
        }
    }

    private IEnumerable<Departure> Paper(XElement section, string place)
    {
        var turned = Landscape(section);
        var size = section.Element(W + "pgSz");
        double width = Mm(size, "w"), height = Mm(size, "h");
        double wide = turned ? 297 : rules["page.width"].Value, high = turned ? 210 : rules["page.height"].Value;
        if (Math.Abs(width - wide) > 0.5 || Math.Abs(height - high) > 0.5)
            yield return Of("页面", place, $"{Text(wide)}×{Text(high)} mm", $"{Text(width)}×{Text(height)} mm", "page.width");
        if (turned) yield break;
        var margins = section.Element(W + "pgMar");
        var tops = new (string Name, string Figure, double Expected, string Attribute)[]
        {
            ("上白边（天头）", "area.top", rules["area.top"].Value, "top"),
            ("左白边（订口）", "area.left", rules["area.left"].Value, "left"),
            ("右白边", "area.width", rules["page.width"].Value - rules["area.left"].Value - rules["area.width"].Value, "right"),
            ("下白边", "area.height", rules["page.height"].Value - rules["area.top"].Value - rules["area.height"].Value, "bottom"),
        };
        foreach (var (name, figure, expected, attribute) in tops)
        {
            var found = Mm(margins, attribute);
            if (Math.Abs(found - expected) > 1.0001) yield return Of(name, place, $"{Text(expected)} mm（±1 mm）", $"{Text(found)} mm", figure);
        }
    }

    /// <summary>How many lines and characters the grid really gives within the margins.</summary>
    private IEnumerable<Departure> Grid(XElement section, string place)
    {
        var grid = section.Element(W + "docGrid");
        var type = grid?.Attribute(W + "type")?.Value ?? "default";
        double lines = rules["grid.lines"].Value, chars = rules["grid.chars"].Value;
        var pitch = Twips(grid, "linePitch");
        var area = Twips(section.Element(W + "pgSz"), "h") - Twips(section.Element(W + "pgMar"), "top") - Twips(section.Element(W + "pgMar"), "bottom");
        if (type is not ("lines" or "linesAndChars" or "snapToChars") || pitch <= 0)
        {
            if (!ExactLines(area)) yield return Of("每面行数", place, $"{lines} 行（文档网格行距 {rules["grid.docx.line"].Value} 缇）", "未设行网格", "grid.lines");
        }
        else if ((int)(area / pitch) != (int)lines)
        {
            yield return Of("每面行数", place, $"{lines} 行", $"{(int)(area / pitch)} 行（行距 {Text(pitch / 20)} 磅）", "grid.lines");
        }

        var width = Twips(section.Element(W + "pgSz"), "w") - Twips(section.Element(W + "pgMar"), "left") - Twips(section.Element(W + "pgMar"), "right");
        var character = (_frame.Size * 20) + (type == "linesAndChars" ? Twips(grid, "charSpace") * 20 / 4096 : 0);
        var found = (int)((width + 1) / character);
        if (type != "linesAndChars" || found != (int)chars)
            yield return Of("每行字数", place, $"{chars} 字（字距 {rules["grid.docx.charspace"].Value}/4096 磅）", type == "linesAndChars" ? $"{found} 字" : $"{found} 字（未设字网格）", "grid.chars");
    }

    /// <summary>Without a grid, exact line spacing in the text may still give the right number of lines.</summary>
    private bool ExactLines(double area)
    {
        var styles = new StyleSheet(parts.Xml("word/styles.xml"));
        var longest = parts.Body.Elements(W + "p").MaxBy(p => ElementRoles.TextOf(p).Length);
        return longest is not null && styles.Value(longest, "spacing", "lineRule") == "exact"
            && styles.Number(longest, "spacing", "line") is { } line and > 0 && (int)((area + 1) / line) == (int)rules["grid.lines"].Value;
    }

    private Departure Of(string element, string place, string expected, string found, string figure) =>
        new(element, place, expected, found, rules[figure].Clause, rules[figure].Strength);

    /// <summary>Replaces a child, or inserts it where the schema wants it.</summary>
    private static void Put(XElement section, XElement child)
    {
        if (section.Element(child.Name) is { } old)
        {
            foreach (var attribute in old.Attributes().Where(a => child.Attribute(a.Name) is null && child.Name.LocalName == "pgSz" && a.Name.LocalName == "code").ToList()) child.Add(attribute);
            old.ReplaceWith(child);
            return;
        }

        string[] order = ["headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid"];
        var rank = Array.IndexOf(order, child.Name.LocalName);
        var before = section.Elements().LastOrDefault(e => Array.IndexOf(order, e.Name.LocalName) is >= 0 and var r && r < rank);
        if (before is null) section.AddFirst(child);
        else before.AddAfterSelf(child);
    }

    private static bool Landscape(XElement section) => Twips(section.Element(W + "pgSz"), "w") > Twips(section.Element(W + "pgSz"), "h");

    private static double Mm(XElement? element, string attribute) => Twips(element, attribute) / TwipsPerMm;

    private static double Twips(XElement? element, string attribute) =>
        double.TryParse(element?.Attribute(W + attribute)?.Value, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string Text(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
