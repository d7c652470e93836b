using System.Text;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Modules.FairCopies.Contracts;

/// A file that was read, as the text that typesetting starts from: one paragraph a line, tables as marked rows, headers and footers left behind.
internal static class SourceText
{
    public static string Of(SourceDocument document)
    {
        var text = new StringBuilder();
        for (var i = 0; i < document.Paragraphs.Count; i++)
        {
            var paragraph = document.Paragraphs[i];
            if (paragraph.Place is ParagraphPlace.Header or ParagraphPlace.Footer) continue;
            if (paragraph.Cell is { } first) i = AppendTable(text, document, i, first.Table);
            else text.Append(OneLine(paragraph)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    /// A table of one column is a frame round its text.
    private static int AppendTable(StringBuilder text, SourceDocument document, int from, int table)
    {
        var to = from;
        while (to + 1 < document.Paragraphs.Count && document.Paragraphs[to + 1].Cell is { } next && next.Table == table) to++;
        var rows = document.Paragraphs.Skip(from).Take(to - from + 1).GroupBy(p => p.Cell!.Value.Row).ToList();
        var columns = rows.Max(r => r.Max(p => p.Cell!.Value.Column)) + 1;
        foreach (var row in rows)
        {
            var cells = Enumerable.Range(0, columns).Select(c => string.Concat(row.Where(p => p.Cell!.Value.Column == c).Select(OneLine)).Replace('|', '｜'));
            text.Append(columns == 1 ? string.Concat(cells) : $"|{string.Join('|', cells)}|").Append('\n');
        }

        return to;
    }

    private static string OneLine(Paragraph paragraph) => (paragraph.Number + paragraph.Text).ReplaceLineEndings(" ");
}
