namespace Zhongshu.Calendar;

public sealed partial class WorkCalendar
{
    /// <summary>
    /// The instant at which an amount of working time after <paramref name="start"/> has passed; before it when
    /// negative. Time outside working hours does not count. A full day ends at the day's end (17:30), not at the
    /// next morning; going back it ends at the day's start.
    /// </summary>
    public DateTimeOffset AddWorkTime(DateTimeOffset start, TimeSpan amount)
    {
        if (amount == TimeSpan.Zero) return start;
        var perDay = Hours.PerDay.Ticks;
        var target = Worked(start) + amount.Ticks;
        if (amount > TimeSpan.Zero)
        {
            var day = (target + perDay - 1) / perDay;
            return ChinaTime.At(Nth((int)day), Hours.At(TimeSpan.FromTicks(target - ((day - 1) * perDay)), late: false));
        }
        var whole = target / perDay;
        return ChinaTime.At(Nth((int)whole + 1), Hours.At(TimeSpan.FromTicks(target - (whole * perDay)), late: true));
    }

    /// <summary>Working hours after an instant; see <see cref="AddWorkTime"/>.</summary>
    public DateTimeOffset AddWorkHours(DateTimeOffset start, int hours) => AddWorkTime(start, TimeSpan.FromHours(hours));

    /// <summary>Working time between two instants; negative when reversed.</summary>
    public TimeSpan WorkTimeBetween(DateTimeOffset from, DateTimeOffset to) =>
        TimeSpan.FromTicks(Worked(to) - Worked(from));

    /// <summary>
    /// The instant at which a share of the working time between two instants has passed: 0.5 is when a chase at
    /// half time is due. When no working time lies between, the share of the plain time.
    /// </summary>
    public DateTimeOffset AtShare(DateTimeOffset from, DateTimeOffset to, decimal share)
    {
        var work = WorkTimeBetween(from, to);
        return work > TimeSpan.Zero
            ? AddWorkTime(from, Part(work, share))
            : from + Part(to - from, share);
    }

    private static TimeSpan Part(TimeSpan whole, decimal share) => TimeSpan.FromTicks((long)(whole.Ticks * share));

    private long Worked(DateTimeOffset instant)
    {
        var date = ChinaTime.DateOf(instant);
        var before = Count(date.DayNumber - 1) * Hours.PerDay.Ticks;
        return IsWorkday(date) ? before + Hours.Until(ChinaTime.TimeOf(instant)).Ticks : before;
    }
}
