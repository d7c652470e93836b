using System.Globalization;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Exchange;

/// What is wrong with one row, said so that whoever filled it in finds the cell.
internal sealed record SheetFault(string Sheet, int Row, string Column, string Message)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sheet} 第{Row}行{(Column.Length == 0 ? "" : $"“{Column}”")}：{Message}");
}

/// The rows that could be read, each with its number, and everything that is wrong with the others.
internal sealed record SheetReading<T>(IReadOnlyList<(int Row, T Value)> Good, IReadOnlyList<SheetFault> Faults);

/// Reads a sheet as a table: the first row that holds anything is the headings, found by name in any order.
internal static class SheetTable
{
    /// After so many faults nobody reads on.
    public const int MostFaults = 500;

    /// A row with any fault is not among the good ones. sheet null means the first. make returns null for a row that says nothing.
    public static Outcome<SheetReading<T>> Read<T>(WorkbookReader book, string? sheet, IReadOnlyList<string> required, Func<SheetLine, T?> make) where T : class
    {
        var name = sheet ?? book.SheetNames.FirstOrDefault() ?? "";
        if (!book.SheetNames.Contains(name, StringComparer.Ordinal)) return Refusals.NoSheet(name);
        try
        {
            return ReadRows(book, name, required, make);
        }
        catch (Exception e) when (WorkbookReader.IsBroken(e))
        {
            return e is WorkbookBrokenException { Message.Length: > 0 } ? Refusals.Broken(e.Message) : Refusals.NoWorkbook;
        }
    }

    private static Outcome<SheetReading<T>> ReadRows<T>(WorkbookReader book, string sheet, IReadOnlyList<string> required, Func<SheetLine, T?> make) where T : class
    {
        Dictionary<string, int>? headings = null;
        var good = new List<(int, T)>();
        var faults = new List<SheetFault>();
        foreach (var row in book.Rows(sheet))
        {
            if (row.IsBlank) continue;
            if (headings is null)
            {
                headings = Headings(row);
                var missing = required.Where(r => !headings.ContainsKey(r)).ToList();
                if (missing.Count > 0) return Refusals.NoHeading(sheet, missing);
                continue;
            }

            var line = new SheetLine(sheet, row, headings, faults);
            var before = faults.Count;
            var value = make(line);
            if (faults.Count == before && value is not null) good.Add((row.Number, value));
            if (faults.Count > MostFaults) return Refusals.TooManyFaults(MostFaults);
        }

        if (headings is null && required.Count > 0) return Refusals.NoHeading(sheet, required);
        return new SheetReading<T>(good, faults);
    }

    private static Dictionary<string, int> Headings(SheetRow row)
    {
        var headings = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < row.Cells.Length; i++)
        {
            // A star marks a column that must be filled in; people also put blanks between the characters of short headings.
            var heading = row.Cells[i].ToString().Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal).Trim().Trim('*', '＊');
            if (heading.Length > 0) headings.TryAdd(heading, i);
        }

        return headings;
    }
}
