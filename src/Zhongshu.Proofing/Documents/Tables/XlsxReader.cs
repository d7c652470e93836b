using System.Globalization;
using System.Text;
using System.Xml;
using Zhongshu.Proofing.Documents.Docx;
using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Documents.Tables;

/// <summary>Reads the cells of a workbook, sheet by sheet, each cell a paragraph; formulas as their last result.</summary>
internal static class XlsxReader
{
    public static SourceDocument? Read(ZipSource zip)
    {
        if (Ooxml.MainPart(zip) is not { } main) return null;
        var relations = Ooxml.Relations(zip, main);
        var strings = relations.Where(r => r.Type == "sharedStrings").Select(r => SharedStrings(zip, r.Part)).FirstOrDefault() ?? [];
        var paragraphs = new List<Paragraph>();
        var sheets = relations.Where(r => r.Type == "worksheet").Select(r => r.Part).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(p => p.Length).ThenBy(p => p, StringComparer.Ordinal);
        foreach (var (part, table) in sheets.Select((part, table) => (part, table))) ReadSheet(zip, part, table, strings, paragraphs);
        return new SourceDocument([.. paragraphs.Select((p, i) => p with { Index = i })]);
    }

    private static List<string> SharedStrings(ZipSource zip, string part)
    {
        var strings = new List<string>();
        using var xml = zip.OpenXml(part);
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) strings.Add(RichText(xml, zip.Budget));
        }

        return strings;
    }

    /// <summary>The text of the element's <c>t</c> children; phonetic hints (rPh) are not part of it.</summary>
    private static string RichText(XmlReader xml, ReadBudget budget)
    {
        if (xml.IsEmptyElement) return "";
        var (text, depth, hint) = (new StringBuilder(), xml.Depth, int.MaxValue);
        while (xml.Read() && xml.Depth > depth)
        {
            budget.CheckDepth(xml.Depth);
            if (xml.Depth <= hint) hint = int.MaxValue;
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false }) hint = xml.Depth;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA && hint == int.MaxValue) text.Append(xml.Value);
        }

        return text.ToString();
    }

    private static void ReadSheet(ZipSource zip, string part, int table, List<string> strings, List<Paragraph> output)
    {
        using var xml = zip.OpenXml(part);
        var (row, column, kind) = (-1, -1, "");
        while (xml?.Read() == true)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            zip.Budget.CheckDepth(xml.Depth);
            switch (xml.LocalName)
            {
                case "row":
                    (row, column) = (row + 1, -1);
                    break;
                case "c":
                    column++;
                    if (Address(xml.GetAttribute("r")) is { } address) (row, column) = address;
                    kind = xml.GetAttribute("t") ?? "n";
                    break;
                case "v" or "is":
                    var text = Value(RichText(xml, zip.Budget), kind, strings);
                    zip.Budget.CheckParagraphs(output.Count);
                    if (text.Length > 0) output.Add(new Paragraph { Index = 0, Text = text, Place = ParagraphPlace.TableCell, Cell = new CellAddress(table, row, column) });
                    break;
            }
        }
    }

    private static string Value(string raw, string kind, List<string> strings) => kind switch
    {
        "s" => int.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < strings.Count ? strings[i] : "",
        "b" => raw == "1" ? "是" : "否",
        _ => raw,
    };

    /// <summary>Row and column from an address such as AB12; <c>null</c> when it is none.</summary>
    private static (int Row, int Column)? Address(string? reference)
    {
        if (reference is null) return null;
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row)) return null;
        return (row - 1, reference.Take(letters).Aggregate(0, (sum, c) => (sum * 26) + c - 'A' + 1) - 1);
    }
}
