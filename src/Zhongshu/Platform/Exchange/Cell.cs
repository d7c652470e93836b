using System.Globalization;

namespace Zhongshu.Platform.Exchange;

internal enum CellKind
{
    Empty = 0,
    Text,
    Number,

    /// A day without a time.
    Day,

    /// A point in time as the wall clock of the office shows it.
    Moment,
}

/// One cell of a sheet. Numbers and times are kept as the workbook keeps them, so that writing and reading give the same cell.
internal readonly record struct Cell
{
    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    // Serial 61 is 1900-03-01: before it the workbook's calendar counts a day that never was.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);

    private Cell(CellKind kind, string? text, double number)
    {
        Kind = kind;
        Text = text;
        Number = number;
    }

    public CellKind Kind { get; }

    public string? Text { get; }

    public double Number { get; }

    public static Cell Of(string? text) => string.IsNullOrEmpty(text) ? default : new(CellKind.Text, text, 0);

    public static Cell Of(double number) => double.IsFinite(number) ? new(CellKind.Number, null, number) : default;

    public static Cell Of(DateOnly? day) => day switch
    {
        null => default,
        { } early when early < FirstDay => Of(early.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        { } known => new(CellKind.Day, null, (known.ToDateTime(TimeOnly.MinValue) - Epoch).TotalDays),
    };

    public static Cell Of(DateTimeOffset? at) => at is { } moment ? new(CellKind.Moment, null, (OfficeDay.Local(moment).DateTime - Epoch).TotalDays) : default;

    public static implicit operator Cell(string? text) => Of(text);

    public static implicit operator Cell(int number) => Of((double)number);

    public static implicit operator Cell(int? number) => number is { } known ? Of((double)known) : default;

    public static implicit operator Cell(long number) => Of((double)number);

    public static implicit operator Cell(decimal number) => Of((double)number);

    public static implicit operator Cell(double number) => Of(number);

    public static implicit operator Cell(DateOnly day) => Of((DateOnly?)day);

    public static implicit operator Cell(DateOnly? day) => Of(day);

    public static implicit operator Cell(DateTimeOffset at) => Of((DateTimeOffset?)at);

    public static implicit operator Cell(DateTimeOffset? at) => Of(at);

    internal static Cell Serial(double serial) => new(Math.Floor(serial).Equals(serial) ? CellKind.Day : CellKind.Moment, null, serial);

    /// The day or moment of a date cell; null when the number is no date that the calendar has.
    public DateTime? Date => Kind is CellKind.Day or CellKind.Moment && Number is > -600_000 and < 2_958_466
        ? Epoch.AddMilliseconds(Math.Round(Number * TimeSpan.MillisecondsPerDay))
        : null;

    /// As the office would type it.
    public override string ToString() => Kind switch
    {
        CellKind.Text => Text!,
        CellKind.Number => Number.ToString("R", CultureInfo.InvariantCulture),
        CellKind.Day => Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        CellKind.Moment => Date?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "",
        _ => "",
    };
}

/// A heading and how wide its column is, in characters of the body face; a Chinese character counts two.
internal readonly record struct Column(string Heading, double Width = 14);
