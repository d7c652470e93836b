namespace Zhongshu.Calendar;

/// <summary>
/// Lead times (提前2个月, 提前1个月, 提前半个月): when work must begin before a fixed day. A start that would fall
/// on a day off moves to the workday before. Half a month is a number of days and comes from the rules.
/// </summary>
public static class LeadTime
{
    /// <summary>The day by which to begin. Month ends clip: one month before 31 March is the last day of February.</summary>
    /// <exception cref="ArgumentException">For 当日 and clock units, which are no lead times.</exception>
    public static DateOnly Before(
        this WorkCalendar calendar, DateOnly day, Within lead, RollOver rollOver = RollOver.PreviousWorkday) => lead.Unit switch
        {
            TimeUnit.Workday => calendar.AddWorkdays(day, -lead.Amount),
            TimeUnit.Day => calendar.Roll(day.AddDays(-lead.Amount), rollOver),
            TimeUnit.Month => calendar.Roll(day.AddMonths(-lead.Amount), rollOver),
            _ => throw new ArgumentException("提前量只能按工作日、日或月计", nameof(lead)),
        };

    /// <summary>The instant before another one: a reminder 2个工作小时 or 1个工作日 ahead of a due time.</summary>
    public static DateTimeOffset Before(this WorkCalendar calendar, Due due, Within lead) => lead.Unit switch
    {
        TimeUnit.SameDay => ChinaTime.At(due.Day, calendar.Hours.Start),
        TimeUnit.Minute => due.Instant.AddMinutes(-lead.Amount),
        TimeUnit.Hour => due.Instant.AddHours(-lead.Amount),
        TimeUnit.WorkHour => calendar.AddWorkHours(due.Instant, -lead.Amount),
        _ => ChinaTime.At(calendar.Before(due.Day, lead), calendar.Hours.Start),
    };
}
