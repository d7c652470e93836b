using System.Globalization;

namespace Zhongshu.Platform.Exchange;

/// One row of a table by heading. What cannot be read is noted as a fault of this row, and reading goes on, so that a person sees all faults at once.
internal sealed class SheetLine(string sheet, SheetRow row, IReadOnlyDictionary<string, int> headings, List<SheetFault> faults)
{
    private static readonly string[] DayShapes = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    private static readonly string[] MomentShapes = ["yyyy-M-d H:m", "yyyy/M/d H:m", "yyyy-M-d H:m:s", "yyyy/M/d H:m:s", "yyyy-M-dTH:m:s"];

    public int Number => row.Number;

    public Cell Cell(string heading) => headings.TryGetValue(heading, out var column) && column < row.Cells.Length ? row.Cells[column] : default;

    public void Fault(string heading, string message) => faults.Add(new SheetFault(sheet, row.Number, heading, message));

    /// Trimmed; empty when the cell is, or when the column is missing.
    public string Text(string heading, int most = 0)
    {
        var text = Cell(heading).ToString().Trim();
        if (most > 0 && text.Length > most) Fault(heading, string.Create(CultureInfo.InvariantCulture, $"最多 {most} 字，这里有 {text.Length} 字，请精简"));
        return text;
    }

    public string Required(string heading, int most = 0)
    {
        var text = Text(heading, most);
        if (text.Length == 0) Fault(heading, "没有填写，请补上");
        return text;
    }

    public DateOnly? Day(string heading)
    {
        var cell = Cell(heading);
        if (cell.Date is { } date) return DateOnly.FromDateTime(date);
        var text = cell.ToString().Trim();
        if (text.Length == 0) return null;
        if (DateOnly.TryParseExact(text, DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Fault(heading, $"“{text.Cut(20)}”不是日期，请写成 2026-01-31 的样子");
        return null;
    }

    /// A moment on the office's wall clock.
    public DateTimeOffset? Moment(string heading)
    {
        var cell = Cell(heading);
        if (cell.Date is { } date) return new DateTimeOffset(date, OfficeDay.Offset);
        var text = cell.ToString().Trim();
        if (text.Length == 0) return null;
        if (DateTime.TryParseExact(text, MomentShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return new DateTimeOffset(moment, OfficeDay.Offset);
        if (DateOnly.TryParseExact(text, DayShapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return OfficeDay.Start(day);
        Fault(heading, $"“{text.Cut(20)}”不是时间，请写成 2026-01-31 09:30 的样子");
        return null;
    }

    public int? Whole(string heading, int least, int most)
    {
        var cell = Cell(heading);
        var text = cell.ToString().Trim();
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Fault(heading, string.Create(CultureInfo.InvariantCulture, $"“{text.Cut(20)}”不是 {least} 到 {most} 之间的整数"));
        return null;
    }

    public bool YesNo(string heading)
    {
        var text = Text(heading);
        if (text is "是" or "√" or "1" or "Y" or "y") return true;
        if (text is not ("" or "否" or "×" or "0" or "N" or "n")) Fault(heading, $"“{text.Cut(20)}”请填“是”或“否”");
        return false;
    }

    /// One of the words given; null with a fault when it is another, null without one when the cell is empty.
    public T? Choice<T>(string heading, IReadOnlyDictionary<string, T> words) where T : struct
    {
        var text = Text(heading);
        if (text.Length == 0) return null;
        if (words.TryGetValue(text, out var value)) return value;
        Fault(heading, $"“{text.Cut(20)}”不在可选范围内，请填：{string.Join('、', words.Keys)}");
        return null;
    }
}
