using System.Text;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Modules.FairCopies.Contracts;

/// A file that was read, as the text that typesetting starts from: one paragraph a line, tables as marked rows, headers and footers left behind.
internal static class SourceText
{
    public static string Of(SourceDocument document)
    {
        var text = new StringBuilder();
        var roles = StructureRecovery.Recover(document).Roles;
        var notes = document.Paragraphs.Where(p => p.Place == ParagraphPlace.Footnote && p.Text.Length > 0).ToList();
        var closing = Closing(roles);
        for (var i = 0; i < document.Paragraphs.Count; i++)
        {
            var paragraph = document.Paragraphs[i];
            if (paragraph.Place is ParagraphPlace.Header or ParagraphPlace.Footer or ParagraphPlace.Footnote) continue;
            if (i == closing) AppendNotes(text, notes);
            if (paragraph.Cell is { } first) i = AppendTable(text, document, i, first.Table);
            else if (roles[i] == ElementRole.Title && paragraph.Text.Trim().Length > 0) text.Append("# ").Append(paragraph.Text.ReplaceLineEndings("").Trim()).Append('\n');
            else text.Append(OneLine(paragraph)).Append('\n');
        }

        AppendNotes(text, notes);
        return text.ToString().TrimEnd('\n');
    }

    /// Where the note of attachments or the sign-off begins; a date under the title is none.
    private static int Closing(IReadOnlyList<ElementRole> roles)
    {
        var body = false;
        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i] is ElementRole.AttachmentNote or ElementRole.Signature || (body && roles[i] == ElementRole.Date)) return i;
            body |= roles[i] is ElementRole.Body or ElementRole.Heading1 or ElementRole.Heading2 or ElementRole.Heading3;
        }

        return -1;
    }

    /// A page of an official document has no footnotes: they follow the text and stand above what closes it.
    private static void AppendNotes(StringBuilder text, List<Paragraph> notes)
    {
        foreach (var note in notes) text.Append("注：").Append(OneLine(note)).Append('\n');
        notes.Clear();
    }

    /// A table of one column is a frame round its text.
    private static int AppendTable(StringBuilder text, SourceDocument document, int from, int table)
    {
        var to = from;
        while (to + 1 < document.Paragraphs.Count && document.Paragraphs[to + 1].Cell is { } next && next.Table == table) to++;
        var rows = document.Paragraphs.Skip(from).Take(to - from + 1).GroupBy(p => p.Cell!.Value.Row).ToList();
        var columns = rows.Max(r => r.Max(p => p.Cell!.Value.Column)) + 1;
        var cells = rows.Select(row => Enumerable.Range(0, columns).Select(c => string.Concat(row.Where(p => p.Cell!.Value.Column == c).Select(OneLine)).Replace('|', '｜')).ToList()).ToList();
        if (JointMark(cells) is { } mark) text.AppendJoin('\n', mark).Append('\n');
        else foreach (var row in cells) text.Append(columns == 1 ? string.Concat(row) : $"|{string.Join('|', row)}|").Append('\n');
        return to;
    }

    /// The names of those that issue together with 文件 at their right: the last of them carries the word.
    private static IEnumerable<string>? JointMark(List<List<string>> cells)
    {
        if (cells.Count < 2 || cells[0].Count != 2 || cells.Any(c => c[0].Trim().Length == 0)) return null;
        var words = string.Concat(cells.Select(c => c[1])).Trim();
        return words == "文件" ? cells.Select((c, i) => c[0].Trim() + (i == cells.Count - 1 ? words : "")) : null;
    }

    private static string OneLine(Paragraph paragraph) => (paragraph.Number + paragraph.Text).ReplaceLineEndings(" ");
}
