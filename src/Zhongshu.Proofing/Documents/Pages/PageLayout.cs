using System.Text;

namespace Zhongshu.Proofing.Documents.Pages;

/// <summary>Joins placed pieces of text into lines, and lines into paragraphs, by their places on the page.</summary>
internal static class PageLayout
{
    public static SourceDocument ToDocument(IReadOnlyList<PageText> pieces)
    {
        var lines = Lines(pieces);
        var (body, pageNumbers) = SetPageNumbersApart(lines);
        var paragraphs = Join(body).Select(text => new Paragraph { Index = 0, Text = text })
            .Concat(pageNumbers.Select(l => new Paragraph { Index = 0, Text = l.Text, Place = ParagraphPlace.Footer }));
        return new SourceDocument([.. paragraphs.Select((p, i) => p with { Index = i })]);
    }

    /// <summary>Pieces whose middles lie within half a character of each other stand on one line.</summary>
    private static List<PageText> Lines(IReadOnlyList<PageText> pieces)
    {
        var lines = new List<PageText>();
        foreach (var page in pieces.Where(p => p.Text.Length > 0).GroupBy(p => p.Page).OrderBy(g => g.Key))
        {
            var open = new List<PageText>();
            foreach (var piece in page.OrderBy(p => p.Middle))
            {
                if (open.Count > 0 && piece.Middle - open[0].Middle > Math.Min(open[0].Height, piece.Height) / 2) Flush(open, lines);
                open.Add(piece);
            }

            Flush(open, lines);
        }

        return lines;
    }

    private static void Flush(List<PageText> open, List<PageText> lines)
    {
        if (open.Count == 0) return;
        open.Sort((a, b) => a.Left.CompareTo(b.Left));
        var text = new StringBuilder(open[0].Text);
        for (var i = 1; i < open.Count; i++)
        {
            if (NeedsBlank(open[i - 1], open[i])) text.Append(' ');
            text.Append(open[i].Text);
        }

        var line = text.ToString().Trim();
        if (line.Length > 0)
        {
            lines.Add(new PageText(open[0].Page, open[0].Left, open.Min(p => p.Top), open.Max(p => p.Right), open.Max(p => p.Bottom), line));
        }

        open.Clear();
    }

    private static bool NeedsBlank(PageText left, PageText right)
    {
        var gap = right.Left - left.Right;
        var isWestern = char.IsAsciiLetterOrDigit(left.Text[^1]) && char.IsAsciiLetterOrDigit(right.Text[0]);
        return gap > right.Height * (isWestern ? 0.15 : 0.6);
    }

    /// <summary>The lowest line of a page that holds only its number, with dashes or without.</summary>
    private static (List<PageText> Body, List<PageText> Numbers) SetPageNumbersApart(List<PageText> lines)
    {
        var lowest = lines.GroupBy(l => l.Page).Select(g => g.MaxBy(l => l.Middle)).Where(IsPageNumber).ToHashSet();
        return ([.. lines.Where(l => !lowest.Contains(l))], [.. lowest.OrderBy(l => l.Page)]);
    }

    private static bool IsPageNumber(PageText line)
    {
        var bare = line.Text.Trim('-', '－', '—', '–', '―', '·', ' ', '　');
        return bare.Length is > 0 and <= 4 && bare.All(c => char.IsDigit(c));
    }

    private static IEnumerable<string> Join(List<PageText> lines)
    {
        if (lines.Count == 0) yield break;
        var (left, right) = Edges(lines);
        var text = new StringBuilder();
        PageText? last = null;
        foreach (var line in lines)
        {
            if (last is { } before && !Continues(before, line, left, right))
            {
                yield return text.ToString();
                text.Clear();
            }
            else if (text.Length > 0 && char.IsAsciiLetterOrDigit(text[^1]) && char.IsAsciiLetter(line.Text[0]))
            {
                text.Append(' ');
            }

            text.Append(line.Text);
            last = line;
        }

        yield return text.ToString();
    }

    /// <summary>The text block: the leftmost place where lines start again and again, and the right edge that long lines reach.</summary>
    private static (double Left, double Right) Edges(List<PageText> lines)
    {
        var size = Median(lines.Select(l => l.Height));
        var longest = lines.Max(l => l.Right - l.Left);
        var full = lines.Where(l => l.Right - l.Left > longest * 0.8).ToList();
        var starts = lines.GroupBy(l => Math.Round(l.Left / size)).Where(g => g.Count() >= Math.Max(2, lines.Count / 20)).MinBy(g => g.Key);
        return ((starts ?? full.AsEnumerable()).Min(l => l.Left), Median(full.Select(l => l.Right)));
    }

    private static bool Continues(PageText before, PageText line, double left, double right)
    {
        var size = Math.Max(before.Height, line.Height);
        if (Math.Abs(before.Height - line.Height) > size * 0.25) return false;
        var startsAtEdge = Math.Abs(line.Left - left) < size * 0.8;
        var fillsLine = before.Right > right - (size * 1.6);
        var isNear = before.Page != line.Page || line.Middle - before.Middle < size * 3;
        return startsAtEdge && fillsLine && isNear;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
