using System.Globalization;
using System.Xml.Linq;
using Zhongshu.Typesetting.Docx;
using Zhongshu.Typesetting.Layout;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Typesetting.Checking;

/// <summary>页码 (7.5): there is one, in 四号 宋体, to the right on odd pages and to the left on even ones.</summary>
internal sealed class PageNumberCheck(DocxParts parts, LayoutRules rules)
{
    private const string OddId = "rIdOfficialOdd";
    private const string EvenId = "rIdOfficialEven";
    private static readonly XNamespace W = DocxParts.W;
    private static readonly XName Id = DocxParts.R + "id";

    private readonly StyleSheet _styles = new(parts.Xml("word/styles.xml"));

    private IEnumerable<XElement> Sections => parts.Body.Descendants(W + "sectPr").Where(s => s.Parent!.Name == W + "body" || s.Parent.Name == W + "pPr");

    public IEnumerable<Departure> Measure()
    {
        var footers = Footers("default").ToList();
        var numbered = footers.Where(HasNumber).ToList();
        if (numbered.Count == 0)
        {
            yield return Of("全文", "— 1 —，四号宋体", "没有页码", "size.pagenumber");
            yield break;
        }

        foreach (var footer in numbered)
        {
            var paragraph = footer.Descendants(W + "p").First(HasNumber);
            var run = paragraph.Elements(W + "r").FirstOrDefault(r => r.Element(W + "t") is not null || r.Element(W + "fldChar") is not null) ?? paragraph.Descendants(W + "r").First();
            var size = _styles.Size(paragraph, run);
            if (Math.Abs(size - rules.Pt("size.pagenumber")) > 0.1) yield return Of("页脚", "四号（14 磅）", $"{size.ToString("0.#", CultureInfo.InvariantCulture)} 磅", "size.pagenumber");
            var font = _styles.Font(paragraph, run);
            if (!rules.Faces[FontRole.SongTi].Faces.Contains(font)) yield return Of("页脚", "宋体", font, "size.pagenumber");
        }

        var even = parts.Xml("word/settings.xml")?.Root?.Element(W + "evenAndOddHeaders") is not null && Footers("even").Any(HasNumber);
        if (!even) yield return Of("页脚", "单页码居右空一字，双页码居左空一字", "奇偶页相同", "pagenumber.side");
    }

    /// <summary>Puts in standard footers, unless a footer holds words of its own.</summary>
    public void Fix()
    {
        if (!Measure().Any() || Footers("default").Concat(Footers("even")).Any(HasWords)) return;
        var frame = new PageFrame(rules);
        var wml = new Wml(rules);
        var properties = wml.RunProperties(FontRole.SongTi, rules.Pt("size.pagenumber"));
        Add("footerOfficialOdd.xml", OddId, DocxWriter.Footer(Line(frame) + Wml.Indent(0, frame.Chars("pagenumber.side")) + "<w:jc w:val=\"right\"/>", true, properties));
        Add("footerOfficialEven.xml", EvenId, DocxWriter.Footer(Line(frame) + Wml.Indent(frame.Chars("pagenumber.side")) + "<w:jc w:val=\"left\"/>", true, properties));
        foreach (var section in Sections)
        {
            section.Elements(W + "footerReference").Where(f => f.Attribute(W + "type")?.Value != "first").Remove();
            var after = section.Elements().LastOrDefault(e => e.Name == W + "headerReference" || e.Name == W + "footerReference");
            object[] references = [Reference("default", OddId), Reference("even", EvenId)];
            if (after is null) section.AddFirst(references);
            else after.AddAfterSelf(references);
        }

        EvenAndOdd();
    }

    private static string Line(PageFrame frame) => $"<w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"{Wml.Twips(frame.Rules.Pt("size.pagenumber"))}\" w:lineRule=\"exact\"/>";

    private void Add(string name, string id, string content)
    {
        parts.AddXml("word/" + name, content);
        var relations = parts.Relations().Root!;
        var space = relations.Name.Namespace;
        relations.Elements().Where(r => r.Attribute("Id")?.Value == id).Remove();
        relations.Add(new XElement(space + "Relationship", new XAttribute("Id", id), new XAttribute("Type", DocxParts.R.NamespaceName + "/footer"), new XAttribute("Target", name)));
        Register("/word/" + name, "footer");
    }

    private void EvenAndOdd()
    {
        const string Name = "word/settings.xml";
        if (parts.Xml(Name) is null)
        {
            parts.AddXml(Name, $"<w:settings {Wml.Namespaces}/>");
            var relations = parts.Relations().Root!;
            relations.Add(new XElement(relations.Name.Namespace + "Relationship", new XAttribute("Id", "rIdOfficialSettings"), new XAttribute("Type", DocxParts.R.NamespaceName + "/settings"), new XAttribute("Target", "settings.xml")));
            Register("/" + Name, "settings");
        }

        var settings = parts.Xml(Name)!.Root!;
        if (settings.Element(W + "evenAndOddHeaders") is not null) return;
        string[] earlier = ["writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts", "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions", "doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride", "styleLockTheme", "styleLockQFSet", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone", "doNotHyphenateCaps", "showEnvelope", "summaryLength", "clickAndTypeStyle", "defaultTableStyle"];
        var before = settings.Elements().LastOrDefault(e => earlier.Contains(e.Name.LocalName));
        if (before is null) settings.AddFirst(new XElement(W + "evenAndOddHeaders"));
        else before.AddAfterSelf(new XElement(W + "evenAndOddHeaders"));
    }

    private void Register(string part, string kind)
    {
        var types = parts.Xml("[Content_Types].xml")!.Root!;
        var space = types.Name.Namespace;
        types.Elements(space + "Override").Where(o => o.Attribute("PartName")?.Value == part).Remove();
        types.Add(new XElement(space + "Override", new XAttribute("PartName", part), new XAttribute("ContentType", $"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml")));
    }

    private static XElement Reference(string type, string id) => new(W + "footerReference", new XAttribute(W + "type", type), new XAttribute(Id, id));

    private IEnumerable<XElement> Footers(string type) => Sections.SelectMany(s => s.Elements(W + "footerReference"))
        .Where(f => f.Attribute(W + "type")?.Value == type).Select(f => parts.Related(f.Attribute(Id)?.Value ?? "")?.Root).OfType<XElement>().Distinct();

    private static bool HasNumber(XElement part) =>
        part.Descendants(W + "instrText").Any(i => i.Value.Contains("PAGE", StringComparison.OrdinalIgnoreCase))
        || part.Descendants(W + "fldSimple").Any(f => f.Attribute(W + "instr")?.Value.Contains("PAGE", StringComparison.OrdinalIgnoreCase) == true);

    private static bool HasWords(XElement footer) => string.Concat(footer.Descendants(W + "t").Select(t => t.Value)).Any(c => char.IsLetter(c) && c is not ('第' or '页' or '共'));

    private Departure Of(string place, string expected, string found, string figure) => new("页码", place, expected, found, rules[figure].Clause, rules[figure].Strength);
}
