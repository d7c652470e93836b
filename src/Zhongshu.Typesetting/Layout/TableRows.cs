using Zhongshu.Typesetting.Text;

namespace Zhongshu.Typesetting.Layout;

/// <summary>Tables as rows that repeat their head; a wide table lies on turned pages (clause 8).</summary>
internal static class TableRows
{
    private const double Padding = 3;

    public static bool IsWide(TableBlock table, PageFrame frame) =>
        table.Rows.Count > 0 && table.Rows.Max(r => r.Count) >= frame.Rules["table.landscape.columns"].Value;

    /// <summary>Whether blocks open with a wide table, so that what stands above it is turned with it.</summary>
    public static bool Turns(IReadOnlyList<Block> blocks, PageFrame frame) => blocks.Count > 0 && blocks[0] is TableBlock table && IsWide(table, frame);

    public static IEnumerable<Row> Of(TableBlock table, PageFrame frame)
    {
        var columns = table.Rows.Count == 0 ? 0 : table.Rows.Max(r => r.Count);
        if (columns == 0) yield break;
        var turned = IsWide(table, frame);
        var left = turned ? frame.TurnedLeft : frame.Left;
        var widths = Widths(table, columns, turned ? frame.AreaHeight : frame.AreaWidth, frame);
        Row? head = null;
        for (var i = 0; i < table.Rows.Count; i++)
        {
            var row = One(table.Rows[i], widths, left, frame, i == 0) with { Turned = turned, Repeat = head, Before = i == 0 ? frame.Line / 4 : 0, KeepNext = i == 0 && table.Rows.Count > 1 };
            if (i == table.Rows.Count - 1) row = row with { Advance = row.Advance + (frame.Line / 2) };
            head ??= row with { Before = 0, KeepNext = false };
            yield return row;
        }
    }

    private static Row One(IReadOnlyList<string> cells, double[] widths, double left, PageFrame frame, bool isHead)
    {
        var size = frame.Rules.Pt("size.table");
        var leading = size * 1.4;
        var style = new TextStyle(isHead ? FontRole.HeiTi : FontRole.FangSong, size);
        var letters = widths.Select((_, i) => Setter.Letters(i < cells.Count ? cells[i] : "", style)).ToArray();
        var lines = letters.Select((l, i) => LineBreaker.Break(l, widths[i] - (2 * Padding), widths[i] - (2 * Padding))).ToArray();
        var height = (Math.Max(1, lines.Max(l => l.Count)) * leading) + (2 * Padding);
        var weight = frame.Rules.Pt("table.rule");
        return new Row(0, height, height, (on, top) =>
        {
            var x = left;
            Setter.Rule(on.Page, left, left + widths.Sum(), top, weight);
            Setter.Rule(on.Page, left, left + widths.Sum(), top + height, weight);
            for (var i = 0; i < widths.Length; i++)
            {
                on.Page.RuleList.Add(new PlacedRule(x, top, x, top + height, weight, Ink.Black));
                Cell(on.Page, letters[i], lines[i], (x + Padding, widths[i] - (2 * Padding)), (top, height, leading, size), isHead);
                x += widths[i];
            }

            on.Page.RuleList.Add(new PlacedRule(x, top, x, top + height, weight, Ink.Black));
        });
    }

    private static void Cell(PageLayout page, List<Letter> letters, List<BrokenLine> lines, (double X, double Width) box, (double Top, double Height, double Leading, double Size) row, bool isHead)
    {
        var y = row.Top + ((row.Height - (lines.Count * row.Leading)) / 2) + ((row.Leading - row.Size) / 2);
        foreach (var line in lines)
        {
            var width = letters.Skip(line.Start).Take(line.Count).Sum(l => l.Advance);
            var centred = isHead || lines.Count == 1;
            Setter.Line(page, letters, line, centred ? box.X + Math.Max(0, (box.Width - width) / 2) : box.X, y, centred ? Math.Min(width, box.Width) : box.Width);
            y += row.Leading;
        }
    }

    /// <summary>Columns share the width by the square root of their longest text, no narrower than two characters.</summary>
    public static double[] Widths(TableBlock table, int columns, double width, PageFrame frame)
    {
        var size = frame.Rules.Pt("size.table");
        var weights = new double[columns];
        for (var c = 0; c < columns; c++)
            weights[c] = Math.Sqrt(Math.Clamp(table.Rows.Max(r => c < r.Count ? Measure.Width(r[c], size, 0) : 0), 2 * size, 40 * size));
        var total = weights.Sum();
        return [.. weights.Select(w => w / total * width)];
    }
}
