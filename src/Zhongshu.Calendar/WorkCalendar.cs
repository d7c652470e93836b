namespace Zhongshu.Calendar;

/// <summary>What a calendar-day period does when its last day is a day off.</summary>
public enum RollOver
{
    /// <summary>The day stands.</summary>
    None,

    /// <summary>To the next workday (顺延): 民法典第二百零三条.</summary>
    NextWorkday,

    /// <summary>To the workday before: for lead times, where late is worse than early.</summary>
    PreviousWorkday,
}

/// <summary>What kind of day a date is, and why: 周末, the holiday's name, or the holiday a make-up day serves.</summary>
public sealed record Day(DateOnly Date, bool IsWorkday, string? Holiday, bool IsMakeUp);

/// <summary>
/// Workdays and working time of an office: Monday to Friday, corrected by the official arrangement of each year.
/// Immutable; every question costs O(log n) in the number of corrected days. A year without data counts
/// weekends only and says so in <see cref="Notice(DateOnly, DateOnly)"/>. Dates from year 2 to 9998.
/// </summary>
public sealed partial class WorkCalendar
{
    private readonly Dictionary<int, YearArrangement> years;
    private readonly Dictionary<DateOnly, Day> named;
    private readonly int[] corrected;  // day numbers on which the weekday rule is wrong, ascending
    private readonly int[] balance;    // sum of corrections up to and including that day
    private readonly int lastKnown;

    /// <param name="arrangements">One for each year; unpublished years may be named or left out.</param>
    /// <param name="hours">The unit's working hours.</param>
    /// <exception cref="ArgumentException">When an arrangement has problems or two contradict each other.</exception>
    public WorkCalendar(IEnumerable<YearArrangement> arrangements, WorkHours hours)
    {
        Hours = hours;
        years = arrangements.ToDictionary(a => a.Year);
        named = [];
        foreach (var year in years.Values)
        {
            var problems = year.Problems();
            if (problems.Count > 0) throw new ArgumentException(string.Join("；", problems), nameof(arrangements));
            foreach (var holiday in year.Holidays)
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
                    Name(new Day(day, IsWorkday: false, holiday.Name, IsMakeUp: false));
            foreach (var makeUp in year.MakeUpWorkdays)
                Name(new Day(makeUp.Date, IsWorkday: true, makeUp.Holiday, IsMakeUp: true));
        }
        lastKnown = years.Values.Where(y => y.Published).Select(y => y.Year).DefaultIfEmpty(0).Max();
        var wrong = named.Values.Where(d => d.IsWorkday == IsWeekend(d.Date)).OrderBy(d => d.Date).ToArray();
        corrected = [.. wrong.Select(d => d.Date.DayNumber)];
        balance = new int[wrong.Length];
        for (var i = 0; i < wrong.Length; i++)
            balance[i] = (i == 0 ? 0 : balance[i - 1]) + (wrong[i].IsWorkday ? 1 : -1);
    }

    /// <summary>The unit's working hours.</summary>
    public WorkHours Hours { get; }

    /// <summary>Whether offices work on a date.</summary>
    public bool IsWorkday(DateOnly date) => named.TryGetValue(date, out var day) ? day.IsWorkday : !IsWeekend(date);

    /// <summary>The date with its reason, for a calendar page.</summary>
    public Day DayOf(DateOnly date) =>
        named.TryGetValue(date, out var day) ? day : new Day(date, !IsWeekend(date), Holiday: null, IsMakeUp: false);

    /// <summary>
    /// The date <paramref name="workdays"/> workdays after <paramref name="date"/>, the first day not counted;
    /// before it when negative. Zero gives the date itself, workday or not.
    /// </summary>
    public DateOnly AddWorkdays(DateOnly date, int workdays) => workdays switch
    {
        0 => date,
        > 0 => Nth(Count(date.DayNumber) + workdays),
        _ => Nth(Count(date.DayNumber - 1) + 1 + workdays),
    };

    /// <summary>Workdays after <paramref name="from"/> up to and including <paramref name="to"/>; negative when reversed.</summary>
    public int WorkdaysBetween(DateOnly from, DateOnly to) => Count(to.DayNumber) - Count(from.DayNumber);

    /// <summary>The date itself when offices work on it, or the next workday.</summary>
    public DateOnly OnOrAfter(DateOnly date) => IsWorkday(date) ? date : AddWorkdays(date, 1);

    /// <summary>The date itself when offices work on it, or the workday before.</summary>
    public DateOnly OnOrBefore(DateOnly date) => IsWorkday(date) ? date : AddWorkdays(date, -1);

    /// <summary>Calendar days after a date, the first day not counted (自……之日起), then the roll-over.</summary>
    public DateOnly AddNaturalDays(DateOnly date, int days, RollOver rollOver = RollOver.NextWorkday) =>
        Roll(date.AddDays(days), rollOver);

    /// <summary>
    /// Months after a date: the same day of the month, or its last day when the month is shorter; then the roll-over.
    /// </summary>
    public DateOnly AddMonths(DateOnly date, int months, RollOver rollOver = RollOver.NextWorkday) =>
        Roll(date.AddMonths(months), rollOver);

    /// <summary>Applies a roll-over rule to a date.</summary>
    public DateOnly Roll(DateOnly date, RollOver rollOver) => rollOver switch
    {
        RollOver.NextWorkday => OnOrAfter(date),
        RollOver.PreviousWorkday => OnOrBefore(date),
        _ => date,
    };

    /// <summary>
    /// The sentence a page must show when an answer between two dates leans on a year without an official
    /// arrangement; null when every year is known.
    /// </summary>
    public string? Notice(DateOnly from, DateOnly to)
    {
        if (to < from) (from, to) = (to, from);
        List<int>? missing = null;
        for (var year = from.Year; year <= to.Year; year++)
            if (!years.TryGetValue(year, out var known) || !known.Published)
                (missing ??= []).Add(year);
        if (missing is null) return null;
        var names = missing.Count == 1 ? $"{missing[0]}年" : $"{missing[0]}至{missing[^1]}年";
        return missing[^1] > lastKnown
            ? $"{names}放假安排尚未公布，暂按周末计算"
            : $"{names}放假安排未录入，暂按周末计算";
    }

    private void Name(Day day)
    {
        if (named.TryGetValue(day.Date, out var other) && other.IsWorkday != day.IsWorkday)
            throw new ArgumentException($"两个年度的放假安排对{day.Date:yyyy-MM-dd}说法不一", nameof(day));
        named[day.Date] = day;
    }

    /// <summary>Workdays from the first day of the calendar up to and including a day.</summary>
    private int Count(int dayNumber)
    {
        var at = Array.BinarySearch(corrected, dayNumber);
        if (at < 0) at = ~at - 1;
        return Weekdays(dayNumber) + (at < 0 ? 0 : balance[at]);
    }

    /// <summary>The date of the n-th workday: the inverse of <see cref="Count"/>.</summary>
    private DateOnly Nth(int n)
    {
        int low = 0, high = corrected.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Weekdays(corrected[middle]) + balance[middle] >= n) high = middle;
            else low = middle + 1;
        }
        var weekday = NthWeekday(n - (low == 0 ? 0 : balance[low - 1]));
        // Not reached by plain weekdays before the next corrected day: then that day is a make-up day and the answer.
        return DateOnly.FromDayNumber(low < corrected.Length && weekday >= corrected[low] ? corrected[low] : weekday);
    }

    // Day number 0 (0001-01-01) is a Monday.
    private static int Weekdays(int dayNumber) =>
        dayNumber < 0 ? 0 : ((dayNumber + 1) / 7 * 5) + Math.Min((dayNumber + 1) % 7, 5);

    private static int NthWeekday(int n) => ((n - 1) / 5 * 7) + ((n - 1) % 5);

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
