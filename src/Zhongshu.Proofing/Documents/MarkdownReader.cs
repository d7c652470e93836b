using System.Text.RegularExpressions;

namespace Zhongshu.Proofing.Documents;

/// <summary>
/// Reads Markdown line by line: a line is a paragraph, marks (headings, quotes, bullets, emphasis, links) are not text.
/// Numbers of ordered lists stay, since an office writes them itself.
/// </summary>
internal static partial class MarkdownReader
{
    public static SourceDocument Read(string text)
    {
        var lines = SourceDocument.FromText(text).Paragraphs;
        var paragraphs = new List<Paragraph>();
        var first = FrontMatterLines(lines);
        if (FrontMatterTitle(lines, first) is { } title) paragraphs.Add(title);
        var (inCode, inCallout, table, row) = (false, false, -1, -1);
        for (var i = first; i < lines.Count; i++)
        {
            var line = lines[i].Text;
            inCallout = line.StartsWith('>') && (inCallout || Callout().IsMatch(line));
            if (HtmlComment().IsMatch(line)) continue;
            if (inCallout) paragraphs.Add(Strip(line, i, Callout().Match(line) is { Success: true } mark ? mark.Length : BlockMark().Match(line).Length, line.Length, keepMarks: false) with { Place = ParagraphPlace.Footnote });
            else if (line.TrimStart().StartsWith("```", StringComparison.Ordinal)) inCode = !inCode;
            else if (!inCode && IsTableRow(line)) (table, row) = AddRow(paragraphs, line, i, row < 0 ? table + 1 : table, row);
            else (row, _) = (-1, Add(paragraphs, line, i, inCode));
        }

        return new SourceDocument([.. paragraphs.Select((p, i) => p with { Index = i })]);
    }

    private static int FrontMatterLines(IReadOnlyList<Paragraph> lines)
    {
        if (lines.Count == 0 || lines[0].Text.TrimEnd() != "---") return 0;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].Text.TrimEnd() is "---" or "...") return i + 1;
        }

        return 0;
    }

    /// <summary>The title in the front matter, unless the text opens with it (a year in brackets aside).</summary>
    private static Paragraph? FrontMatterTitle(IReadOnlyList<Paragraph> lines, int first)
    {
        for (var i = 1; i < first - 1; i++)
        {
            if (!lines[i].Text.StartsWith("title:", StringComparison.Ordinal)) continue;
            var line = lines[i].Text.TrimEnd().TrimEnd('\'', '"');
            var start = 6;
            while (start < line.Length && line[start] is (' ' or '\'' or '"')) start++;
            var title = Strip(line, i, start, line.Length, keepMarks: true);
            var opening = lines.Skip(first).Select(l => l.Text.Trim(' ', '　', '*', '#', '>')).Where(t => t.Length > 3).Take(8);
            return title.Text.Length == 0 || opening.Any(t => title.Text.Contains(t, StringComparison.Ordinal) || t.Contains(title.Text, StringComparison.Ordinal)) ? null : title;
        }

        return null;
    }

    private static bool IsTableRow(string line) => line.Length > 2 && line[0] == '|' && line.TrimEnd()[^1] == '|';

    private static int Add(List<Paragraph> paragraphs, string line, int number, bool isCode)
    {
        var start = isCode ? 0 : BlockMark().Match(line).Length;
        if (!isCode && Rule().IsMatch(line)) start = line.Length;
        paragraphs.Add(Strip(line, number, start, line.Length, keepMarks: isCode));
        return number;
    }

    private static (int Table, int Row) AddRow(List<Paragraph> paragraphs, string line, int number, int table, int row)
    {
        if (TableRule().IsMatch(line)) return (table, row);
        var (column, start) = (0, 1);
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] != '|' || line[i - 1] == '\\') continue;
            var cell = Strip(line, number, start, i, keepMarks: false);
            paragraphs.Add(cell with { Place = ParagraphPlace.TableCell, Cell = new CellAddress(table, row + 1, column++) });
            start = i + 1;
        }

        return (table, row + 1);
    }

    /// <summary>The stretch without its inline marks; each piece knows its place in the line.</summary>
    private static Paragraph Strip(string line, int number, int start, int end, bool keepMarks)
    {
        while (start < end && line[start] is (' ' or '\t')) start++;
        while (end > start && line[end - 1] is (' ' or '\t')) end--;
        var pieces = new List<TextPiece>();
        var length = 0;

        void Take(int from, int to)
        {
            if (to <= from) return;
            pieces.Add(new TextPiece(length, to - from, -1, 0, from));
            length += to - from;
        }

        var at = start;
        if (!keepMarks)
        {
            foreach (Match mark in InlineMark().Matches(line[..end], start))
            {
                Take(at, mark.Index);
                at = mark.Index + mark.Length;
            }
        }

        Take(at, end);
        var text = string.Concat(pieces.Select(p => line.Substring(p.Offset, p.Length)));
        return new Paragraph { Index = 0, Text = text, Origin = new ParagraphOrigin("", number, pieces) };
    }

    [GeneratedRegex(@"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-*+][ \t]+)?", RegexOptions.ExplicitCapture)]
    private static partial Regex BlockMark();

    [GeneratedRegex(@"^[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^>[ \t]*\[![A-Za-z]{1,20}\][ \t]*")]
    private static partial Regex Callout();

    [GeneratedRegex(@"^[ \t]*<!--.*-->[ \t]*$")]
    private static partial Regex HtmlComment();

    [GeneratedRegex(@"^\|[ \t:|-]+\|[ \t]*$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"\*{1,3}|__|`+|~~|!?\[(?=[^\]\n]{1,200}\]\()|(?<=\[[^\]\n]{1,200})\]\([^)\n]{0,500}\)")]
    private static partial Regex InlineMark();
}
