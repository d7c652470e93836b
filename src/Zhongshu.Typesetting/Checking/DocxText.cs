using System.Xml.Linq;

namespace Zhongshu.Typesetting.Checking;

/// <summary>Recovers the structure of a docx whatever its looks: its words are read line by line and recognised by what they say.</summary>
public static class DocxText
{
    private static readonly XNamespace W = DocxParts.W;

    /// <summary>The document in a docx, or a refusal in Chinese where the file is none. Pictures are left out.</summary>
    public static (OfficialDocument? Document, string? Refusal) Read(Stream docx)
    {
        var (parts, refusal) = DocxParts.Open(docx);
        if (parts is null) return (null, refusal);
        var lines = new List<string>();
        foreach (var element in parts.Body.Elements())
        {
            if (element.Name == W + "p") lines.AddRange(ElementRoles.TextOf(element).Split('\n'));
            else if (element.Name == W + "tbl") lines.AddRange(Table(element));
        }

        return (OfficialText.Parse(string.Join('\n', lines)), null);
    }

    /// <summary>A table as marked lines; 版记 and other one-column tables as plain ones.</summary>
    private static IEnumerable<string> Table(XElement table)
    {
        var rows = table.Elements(W + "tr").Select(r => r.Elements(W + "tc").Select(Cell).ToList()).ToList();
        return rows.All(r => r.Count < 2) ? rows.SelectMany(r => r) : rows.Select(r => "|" + string.Join('|', r) + "|");
    }

    private static string Cell(XElement cell) =>
        string.Join(' ', cell.Elements(W + "p").Select(ElementRoles.TextOf)).Replace('|', '｜').ReplaceLineEndings(" ").Trim();
}
