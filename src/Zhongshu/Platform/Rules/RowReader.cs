using System.Globalization;
using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules;

/// Reads the columns of a table row into a record; a missing, wrong or unknown column is a fault with the row's line.
internal sealed class RowReader
{
    private readonly TableRow row;
    private readonly Faults faults;
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    private RowReader(TableRow row, Faults faults)
    {
        this.row = row;
        this.faults = faults;
    }

    public static T Read<T>(TableRow row, Func<RowReader, T> build, Faults faults)
    {
        var reader = new RowReader(row, faults);
        var value = build(reader);
        foreach (var column in row.Cells.Keys.Where(c => !reader.read.Contains(c)))
            faults.Add(row.Line, $"表格有不认识的列“{column}”。可用的列：{string.Join('、', reader.read)}。");
        return value;
    }

    public string Text(string column) => One(column) ?? Missing(column, "");

    public string TextOr(string column, string otherwise) => One(column) ?? otherwise;

    public IReadOnlyList<string> List(string column) => Cell(column) ?? [];

    public int Whole(string column) =>
        Parse(column, t => int.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : (int?)null, "整数");

    public decimal Number(string column) =>
        Parse(column, t => decimal.TryParse(t, NumberStyles.Number, CultureInfo.InvariantCulture, out var v) ? v : (decimal?)null, "数字");

    public Within Limit(string column) =>
        Parse(column, t => Within.TryParse(t, out var v) ? v : (Within?)null, "时限（如“当日”“4个工作小时”“5个工作日”“15日”“3个月”）");

    public TimeOnly Time(string column) =>
        Parse(column, t => TimeOnly.TryParseExact(t, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var v) ? v : (TimeOnly?)null, "时间（如 8:30）");

    public bool YesNo(string column) =>
        Parse(column, t => t switch { "是" => true, "否" => false, _ => (bool?)null }, "“是”或“否”");

    private T Parse<T>(string column, Func<string, T?> parse, string expected) where T : struct
    {
        var text = One(column);
        if (text is null) return Missing(column, default(T));
        if (parse(text) is { } value) return value;
        faults.Add(row.Line, $"“{column}”列应为{expected}，现为“{text}”。");
        return default;
    }

    private T Missing<T>(string column, T value)
    {
        faults.Add(row.Line, $"表格这一行缺少“{column}”列。");
        return value;
    }

    private string? One(string column) => Cell(column) switch
    {
        null => null,
        [var only] => only,
        var many => string.Join('、', many),
    };

    private IReadOnlyList<string>? Cell(string column)
    {
        read.Add(column);
        return row.Cells.GetValueOrDefault(column);
    }
}
