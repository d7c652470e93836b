using Zhongshu.Proofing.Documents.Packages;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>What the parts of one document share while they are read.</summary>
internal sealed record DocxContext(ReadBudget Budget, ListCounter Counter, List<Paragraph> Output)
{
    public int Tables { get; set; }
}

/// <summary>Reads a Word document: main text, then headers, footers, footnotes and endnotes.</summary>
internal static class DocxReader
{
    private static readonly (string Type, ParagraphPlace Place)[] SideParts =
    [
        ("header", ParagraphPlace.Header),
        ("footer", ParagraphPlace.Footer),
        ("footnotes", ParagraphPlace.Footnote),
        ("endnotes", ParagraphPlace.Footnote),
    ];

    public static SourceDocument? Read(ZipSource zip)
    {
        if (Ooxml.MainPart(zip) is not { } main) return null;
        var relations = Ooxml.Relations(zip, main);
        var context = new DocxContext(zip.Budget, new ListCounter(Numbering.Load(zip, relations)), []);
        ReadPart(zip, main, ParagraphPlace.Body, context);
        foreach (var (type, place) in SideParts)
        {
            foreach (var part in relations.Where(r => r.Type == type).Select(r => r.Part).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
            {
                if (!string.Equals(part, main, StringComparison.OrdinalIgnoreCase)) ReadPart(zip, part, place, context);
            }
        }

        return new SourceDocument([.. context.Output.Select((p, i) => p with { Index = i })]);
    }

    private static void ReadPart(ZipSource zip, string part, ParagraphPlace place, DocxContext context)
    {
        using var xml = zip.OpenXml(part);
        if (xml is not null) context.Tables = new PartReader(xml, part, place, context).Read();
    }
}
