using Zhongshu.Calendar;

namespace Zhongshu.Engines.Tests.Calendar;

/// <summary>An office with the published arrangements of 2025 and 2026, none for 2027, and eight-hour days less a long lunch.</summary>
internal static class Office
{
    public static readonly WorkHours Hours = new(
    [
        new WorkSpan(new TimeOnly(8, 30), new TimeOnly(12, 0)),
        new WorkSpan(new TimeOnly(14, 0), new TimeOnly(17, 30)),
    ]);

    public static readonly YearArrangement Year2025 = new(2025, true,
    [
        new("元旦", new(2025, 1, 1), new(2025, 1, 1)),
        new("春节", new(2025, 1, 28), new(2025, 2, 4)),
        new("清明节", new(2025, 4, 4), new(2025, 4, 6)),
        new("劳动节", new(2025, 5, 1), new(2025, 5, 5)),
        new("端午节", new(2025, 5, 31), new(2025, 6, 2)),
        new("国庆节、中秋节", new(2025, 10, 1), new(2025, 10, 8)),
    ],
    [
        new("春节", new(2025, 1, 26)), new("春节", new(2025, 2, 8)), new("劳动节", new(2025, 4, 27)),
        new("国庆节、中秋节", new(2025, 9, 28)), new("国庆节、中秋节", new(2025, 10, 11)),
    ]);

    public static readonly YearArrangement Year2026 = new(2026, true,
    [
        new("元旦", new(2026, 1, 1), new(2026, 1, 3)),
        new("春节", new(2026, 2, 15), new(2026, 2, 23)),
        new("清明节", new(2026, 4, 4), new(2026, 4, 6)),
        new("劳动节", new(2026, 5, 1), new(2026, 5, 5)),
        new("端午节", new(2026, 6, 19), new(2026, 6, 21)),
        new("中秋节", new(2026, 9, 25), new(2026, 9, 27)),
        new("国庆节", new(2026, 10, 1), new(2026, 10, 7)),
    ],
    [
        new("元旦", new(2026, 1, 4)), new("春节", new(2026, 2, 14)), new("春节", new(2026, 2, 28)),
        new("劳动节", new(2026, 5, 9)), new("国庆节", new(2026, 9, 20)), new("国庆节", new(2026, 10, 10)),
    ]);

    public static readonly WorkCalendar Calendar =
        new([Year2025, Year2026, YearArrangement.Unpublished(2027)], Hours);

    public static DateTimeOffset Time(int year, int month, int day, int hour = 9, int minute = 0) =>
        ChinaTime.At(new DateOnly(year, month, day), new TimeOnly(hour, minute));
}
