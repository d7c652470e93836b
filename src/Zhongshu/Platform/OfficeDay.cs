namespace Zhongshu.Platform;

/// Office rules speak of days in China Standard Time, which has no summer time; storage is UTC.
internal static class OfficeDay
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateTimeOffset Local(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// A day typed far outside all office life begins at the edge of it: a filter with such a day finds all or nothing.
    public static DateTimeOffset Start(DateOnly day) => new((day < First ? First : day > Last ? Last : day).ToDateTime(TimeOnly.MinValue), Offset);

    /// The first instant after the day.
    public static DateTimeOffset End(DateOnly day) => day >= Last ? Start(Last) : Start(day.AddDays(1));

    private static readonly DateOnly First = new(1900, 1, 1);

    private static readonly DateOnly Last = new(9000, 1, 1);
}
