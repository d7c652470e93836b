namespace Zhongshu.Calendar;

/// <summary>A stretch of time that a deadline does not count (不计入); open while <see cref="To"/> is null.</summary>
public sealed record Pause(DateTimeOffset From, DateTimeOffset? To);

/// <summary>When a deadline falls due: its day, and the instant from which it is overdue.</summary>
public readonly record struct Due(DateOnly Day, DateTimeOffset Instant, Within Limit);

/// <summary>
/// A running time limit: when it started, how long it is, what was added (延期) and what is not counted (暂停).
/// The first day is not counted; a limit by days ends at 24:00 of its last day.
/// </summary>
public sealed record Deadline(DateTimeOffset Start, Within Limit)
{
    /// <summary>What happens when a limit in calendar days or months ends on a day off.</summary>
    public RollOver RollOver { get; init; } = RollOver.NextWorkday;

    /// <summary>Extensions in the order they were granted, each counted on from the day it extends.</summary>
    public IReadOnlyList<Within> Extensions { get; init; } = [];

    /// <summary>Pauses in any order; they may overlap.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>The instant since which the clock stands still, or null when it runs.</summary>
    public DateTimeOffset? PausedSince
    {
        get
        {
            var open = Pauses.Where(p => p.To is null).Select(p => (DateTimeOffset?)p.From).Min();
            if (open is null) return null;
            // Only a merged stretch that is still open stands: an earlier closed pause may run into it.
            return Merged().Last(p => p.To is null).From;
        }
    }

    /// <summary>
    /// When it falls due. While a pause is open this is the date that would stand if the clock resumed where it
    /// stopped; show it only together with <see cref="PausedSince"/>.
    /// </summary>
    public Due DueBy(WorkCalendar calendar)
    {
        var due = Step(calendar, Begin(calendar), Limit);
        foreach (var extension in Extensions) due = Step(calendar, due, extension);
        foreach (var pause in Merged())
            if (pause.To is { } to && pause.From < Close(due, Last))
                due = Shift(calendar, due, pause.From, to);
        if (Last.Unit is TimeUnit.Day or TimeUnit.Month)
            due = ChinaTime.StartOf(calendar.Roll(ChinaTime.DateOf(due), RollOver));
        var day = ChinaTime.DateOf(due);
        return new Due(day, Close(due, Last), Last);
    }

    private Within Last => Extensions.Count > 0 ? Extensions[^1] : Limit;

    private DateTimeOffset Begin(WorkCalendar calendar)
    {
        if (Limit.Unit != TimeUnit.SameDay) return Start;
        // What comes after hours or on a day off belongs to the next workday.
        var date = ChinaTime.DateOf(Start);
        return ChinaTime.TimeOf(Start) < calendar.Hours.End || !calendar.IsWorkday(date)
            ? ChinaTime.StartOf(calendar.OnOrAfter(date))
            : ChinaTime.StartOf(calendar.AddWorkdays(date, 1));
    }

    private static DateTimeOffset Step(WorkCalendar calendar, DateTimeOffset from, Within by)
    {
        var date = ChinaTime.DateOf(from);
        return by.Unit switch
        {
            TimeUnit.Minute => from.AddMinutes(by.Amount),
            TimeUnit.Hour => from.AddHours(by.Amount),
            TimeUnit.WorkHour => calendar.AddWorkHours(from, by.Amount),
            TimeUnit.Workday => ChinaTime.StartOf(calendar.AddWorkdays(date, by.Amount)),
            TimeUnit.Day => ChinaTime.StartOf(date.AddDays(by.Amount)),
            TimeUnit.Month => ChinaTime.StartOf(date.AddMonths(by.Amount)),
            _ => from,
        };
    }

    /// <summary>Moves a due time on by what a pause took, counted in the limit's own unit.</summary>
    private DateTimeOffset Shift(WorkCalendar calendar, DateTimeOffset due, DateTimeOffset from, DateTimeOffset to)
    {
        DateOnly first = ChinaTime.DateOf(from), last = ChinaTime.DateOf(to);
        return Last.Unit switch
        {
            TimeUnit.Minute or TimeUnit.Hour => due + (to - from),
            TimeUnit.WorkHour => calendar.AddWorkTime(due, calendar.WorkTimeBetween(from, to)),
            TimeUnit.Workday or TimeUnit.SameDay => ChinaTime.StartOf(
                calendar.AddWorkdays(ChinaTime.DateOf(due), calendar.WorkdaysBetween(first, last))),
            _ => ChinaTime.StartOf(ChinaTime.DateOf(due).AddDays(last.DayNumber - first.DayNumber)),
        };
    }

    private static DateTimeOffset Close(DateTimeOffset due, Within limit) =>
        limit.ByDay ? ChinaTime.EndOf(ChinaTime.DateOf(due)) : ChinaTime.Of(due);

    /// <summary>Pauses in order, cut at the start, overlaps joined, empty ones dropped.</summary>
    private List<Pause> Merged()
    {
        var merged = new List<Pause>();
        foreach (var pause in Pauses.Select(Cut).Where(p => p.To is null || p.To > p.From).OrderBy(p => p.From))
        {
            if (merged.Count > 0 && (merged[^1].To is null || pause.From <= merged[^1].To))
                merged[^1] = merged[^1] with { To = Later(merged[^1].To, pause.To) };
            else merged.Add(pause);
        }
        return merged;
    }

    private Pause Cut(Pause pause) => pause.From < Start ? pause with { From = Start } : pause;

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other is null ? null : one > other ? one : other;
}
