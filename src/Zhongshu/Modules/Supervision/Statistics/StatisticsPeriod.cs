using System.Globalization;

namespace Zhongshu.Modules.Supervision.Statistics;

/// From when until when: this year unless told otherwise; and the key points of a year.
internal static class StatisticsPeriod
{
    public static (DateOnly From, DateOnly To) Read(string? from, string? to, DateOnly today)
    {
        var first = DateOnly.TryParse(from, CultureInfo.InvariantCulture, out var f) ? f : new DateOnly(today.Year, 1, 1);
        var last = DateOnly.TryParse(to, CultureInfo.InvariantCulture, out var t) ? t : today;
        return last < first ? (last, first) : (first, last);
    }

    public static IEnumerable<(string Title, DateOnly From, DateOnly To)> Points(DateOnly today)
    {
        var start = new DateOnly(today.Year, 1, 1);
        yield return ("本月", new DateOnly(today.Year, today.Month, 1), today);
        yield return ("一季度", start, new DateOnly(today.Year, 3, 31));
        yield return ("上半年", start, new DateOnly(today.Year, 6, 30));
        yield return ("前三季度", start, new DateOnly(today.Year, 9, 30));
        yield return ("全年", start, new DateOnly(today.Year, 12, 31));
    }
}
