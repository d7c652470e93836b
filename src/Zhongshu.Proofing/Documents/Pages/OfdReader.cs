using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Documents.Pages;

/// <summary>Reads the text objects of an OFD file (GB/T 33190) page by page, templates included.</summary>
internal static class OfdReader
{
    private const string Entry = "OFD.xml";

    public static SourceDocument? Read(ZipSource zip)
    {
        if (!zip.Has(Entry)) return null;
        var pieces = new List<PageText>();
        var page = 0;
        foreach (var root in All(zip.LoadXml(Entry)?.Root, "DocRoot").Select(e => ZipSource.Resolve(Entry, e.Value.Trim())))
        {
            if (root is null || zip.LoadXml(root)?.Root is not { } document) continue;
            var templates = All(document, "TemplatePage").GroupBy(t => (string?)t.Attribute("ID") ?? "").ToDictionary(g => g.Key, g => Target(root, g.First()));
            foreach (var part in All(document, "Page").Select(p => Target(root, p)).OfType<string>())
            {
                ReadPage(zip, part, templates, page++, pieces);
            }
        }

        return pieces.Count == 0 ? throw new ReadStop(Refusals.NoText) : PageLayout.ToDocument(pieces);
    }

    private static void ReadPage(ZipSource zip, string part, Dictionary<string, string?> templates, int page, List<PageText> pieces)
    {
        if (zip.LoadXml(part)?.Root is not { } content) return;
        foreach (var template in All(content, "Template").Select(t => (string?)t.Attribute("TemplateID")))
        {
            if (template is not null && templates.GetValueOrDefault(template) is { } source && zip.LoadXml(source)?.Root is { } shared) ReadObjects(zip, shared, page, pieces);
        }

        ReadObjects(zip, content, page, pieces);
    }

    private static void ReadObjects(ZipSource zip, XElement root, int page, List<PageText> pieces)
    {
        foreach (var item in All(root, "TextObject"))
        {
            var box = Numbers((string?)item.Attribute("Boundary"));
            if (box.Count < 4) continue;
            var size = Numbers((string?)item.Attribute("Size")) is [> 0, ..] given ? given[0] : box[3];
            var matrix = Numbers((string?)item.Attribute("CTM")) is { Count: 6 } m ? m : [1, 0, 0, 1, 0, 0];
            foreach (var code in item.Elements().Where(e => e.Name.LocalName == "TextCode"))
            {
                zip.Budget.CheckParagraphs(pieces.Count);
                if (Place(code, box, size, matrix, page) is { } piece) pieces.Add(piece);
            }
        }
    }

    private static PageText? Place(XElement code, List<double> box, double size, List<double> m, int page)
    {
        var text = code.Value.ReplaceLineEndings("").Trim('\0');
        if (text.Length == 0) return null;
        var (x, y) = (Number(code, "X"), Number(code, "Y"));
        var advances = Advances((string?)code.Attribute("DeltaX"), text.Length);
        var width = size + advances.Take(text.Length - 1).Sum() + (size * Math.Max(0, text.Length - 1 - advances.Count));
        var height = Math.Max(0.1, size * Math.Abs(m[3]));
        var left = box[0] + (m[0] * x) + (m[2] * y) + m[4];
        var baseline = box[1] + (m[1] * x) + (m[3] * y) + m[5];
        return new PageText(page, left, baseline - (height * 0.88), left + (width * Math.Abs(m[0])), baseline + (height * 0.12), Spaced(text, advances, size));
    }

    /// <summary>Advances between characters; <c>g n v</c> stands for v repeated n times.</summary>
    private static List<double> Advances(string? deltas, int most)
    {
        var (advances, words) = (new List<double>(), deltas?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
        for (var i = 0; i < words.Length && advances.Count < most; i++)
        {
            if (words[i] is "g" && i + 2 < words.Length)
            {
                var times = (int)Math.Clamp(Parse(words[++i]), 0, most - advances.Count);
                advances.AddRange(Enumerable.Repeat(Parse(words[++i]), times));
            }
            else
            {
                advances.Add(Parse(words[i]));
            }
        }

        return advances;
    }

    /// <summary>A wide advance stands for a blank that was not written.</summary>
    private static string Spaced(string text, List<double> advances, double size)
    {
        if (!advances.Exists(a => a > size * 1.8)) return text;
        var (spaced, at) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            spaced.Append(rune.ToString());
            if (at < advances.Count && advances[at] > size * 1.8) spaced.Append(' ');
            at++;
        }

        return spaced.ToString();
    }

    private static string? Target(string from, XElement element) =>
        (string?)element.Attribute("BaseLoc") is { } target ? ZipSource.Resolve(from, target) : null;

    private static IEnumerable<XElement> All(XElement? root, string name) => root?.Descendants().Where(e => e.Name.LocalName == name) ?? [];

    private static List<double> Numbers(string? text) =>
        text is null ? [] : [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static double Number(XElement element, string name) => Parse((string?)element.Attribute(name) ?? "0");

    private static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && Math.Abs(n) < 1e7 ? n : 0;
}
