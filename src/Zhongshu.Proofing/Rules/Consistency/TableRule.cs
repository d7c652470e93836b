using System.Globalization;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Rules.Consistency;

/// <summary>The 合计 row or column of a table against the cells above or beside it.</summary>
internal sealed class TableRule : IDocumentRule
{
    private const int MostCells = 20_000;

    public void Look(CheckedText text, Remarks remarks)
    {
        if (!text.Paragraphs.Any(p => p.Cell is not null)) return;
        foreach (var table in text.Paragraphs.Where(p => p.Cell is not null).GroupBy(p => p.Cell!.Value.Table))
        {
            var cells = new Dictionary<(int Row, int Column), Paragraph>();
            foreach (var paragraph in table.Take(MostCells)) cells.TryAdd((paragraph.Cell!.Value.Row, paragraph.Cell.Value.Column), paragraph);
            foreach (var (at, cell) in cells)
            {
                if (!IsTotal(cell.Text)) continue;
                if (at.Column == 0) Row(cells, at.Row, remarks);
                if (at.Row == 0) Column(cells, at.Column, remarks);
            }
        }
    }

    private static bool IsTotal(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal) is "合计" or "总计" or "共计";

    private static void Row(Dictionary<(int Row, int Column), Paragraph> cells, int total, Remarks remarks)
    {
        foreach (var ((_, column), cell) in cells.Where(c => c.Key.Row == total && c.Key.Column > 0))
        {
            var parts = cells.Where(c => c.Key.Column == column && c.Key.Row < total && c.Key.Row > 0).OrderBy(c => c.Key.Row).ToList();
            var head = parts.FindLastIndex(c => cells.TryGetValue((c.Key.Row, 0), out var label) && (IsTotal(label.Text) || label.Text.Contains("小计", StringComparison.Ordinal)));
            if (head >= 0 || cells.Where(c => c.Key.Column == 0 && c.Key.Row < total).Any(c => c.Value.Text.Contains("其中", StringComparison.Ordinal))) continue;
            Compare(cell, parts.Select(c => c.Value), remarks);
        }
    }

    private static void Column(Dictionary<(int Row, int Column), Paragraph> cells, int total, Remarks remarks)
    {
        if (total == 0) return;
        foreach (var ((row, _), cell) in cells.Where(c => c.Key.Column == total && c.Key.Row > 0))
        {
            var left = cells.Where(c => c.Key.Row == row && c.Key.Column < total && c.Key.Column > 0).ToList();
            var right = cells.Where(c => c.Key.Row == row && c.Key.Column > total).ToList();
            if (right.Count == 0) Compare(cell, left.Select(c => c.Value), remarks);
            else if (total == 1) Compare(cell, right.Select(c => c.Value), remarks);
        }
    }

    private static void Compare(Paragraph total, IEnumerable<Paragraph> parts, Remarks remarks)
    {
        if (!Value(total.Text, out var wanted)) return;
        var (sum, count) = (0m, 0);
        foreach (var part in parts)
        {
            if (part.Text.Trim() is "" or "—" or "-" or "/") continue;
            if (!Value(part.Text, out var value)) return;
            sum += value;
            count++;
        }

        if (count < 2 || Math.Abs(sum - wanted) <= 0.011m * count) return;
        remarks.Add(
            "consistency.table-sum",
            new Place(total.Index, 0, total.Text.Length),
            null,
            sum.ToString("0.####", CultureInfo.InvariantCulture),
            Math.Abs(wanted - sum).ToString("0.####", CultureInfo.InvariantCulture));
    }

    private static bool Value(string text, out decimal value) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value < 1e15m;
}
