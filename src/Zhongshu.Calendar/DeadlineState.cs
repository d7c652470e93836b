using System.Globalization;

namespace Zhongshu.Calendar;

/// <summary>The light of a matter (亮灯).</summary>
public enum Light
{
    /// <summary>绿灯: in time.</summary>
    Green,

    /// <summary>黄灯: soon due.</summary>
    Yellow,

    /// <summary>红灯: overdue.</summary>
    Red,
}

/// <summary>
/// When a light turns yellow: when the part of the working time that is left is at or below
/// <paramref name="ShareLeft"/> (0.5 = half), or when at most <paramref name="WorkdaysLeft"/> workdays are left
/// (0 = on the last day). Either may be null; red is always "overdue".
/// </summary>
public sealed record LightThresholds(decimal? ShareLeft, int? WorkdaysLeft);

/// <summary>How a deadline stands at an instant: its due time, light, the words for a page, and a notice to show.</summary>
public sealed record DeadlineState(Due Due, Light Light, string Words, bool Paused, string? Notice)
{
    /// <summary>Looks at a deadline at an instant. A paused deadline stands as it stood when it was paused.</summary>
    public static DeadlineState At(Deadline deadline, DateTimeOffset now, WorkCalendar calendar, LightThresholds thresholds)
    {
        var due = deadline.DueBy(calendar);
        var paused = deadline.PausedSince is { } since && since <= now;
        var seen = paused ? deadline.PausedSince!.Value : now;
        var words = Say(due, seen, calendar);
        return new DeadlineState(
            due,
            Shine(deadline.Start, due, seen, calendar, thresholds),
            paused ? $"已暂停，{words}" : words,
            paused,
            calendar.Notice(ChinaTime.DateOf(deadline.Start), due.Day));
    }

    /// <summary>The light between a start and a due time.</summary>
    public static Light Shine(
        DateTimeOffset start, Due due, DateTimeOffset now, WorkCalendar calendar, LightThresholds thresholds)
    {
        if (IsOver(due, now)) return Light.Red;
        if (thresholds.WorkdaysLeft is { } days
            && calendar.WorkdaysBetween(ChinaTime.DateOf(now), due.Day) <= days) return Light.Yellow;
        if (thresholds.ShareLeft is { } share)
        {
            var whole = calendar.WorkTimeBetween(start, due.Instant);
            var left = calendar.WorkTimeBetween(now, due.Instant);
            if (left.Ticks <= whole.Ticks * share) return Light.Yellow;
        }
        return Light.Green;
    }

    /// <summary>剩3个工作日 · 今日到期 · 剩2小时30分 · 超期2日 · 超期40分钟.</summary>
    public static string Say(Due due, DateTimeOffset now, WorkCalendar calendar)
    {
        var today = ChinaTime.DateOf(now);
        if (IsOver(due, now))
        {
            var late = today.DayNumber - due.Day.DayNumber;
            return late > 0 ? $"超期{Number(late)}日" : $"超期{Clock(now - due.Instant)}";
        }
        var days = due.Day.DayNumber - today.DayNumber;
        if (due.Limit.ByDay)
        {
            if (days == 0) return "今日到期";
            return due.Limit.Unit is TimeUnit.Workday or TimeUnit.SameDay
                ? $"剩{Number(calendar.WorkdaysBetween(today, due.Day))}个工作日"
                : $"剩{Number(days)}日";
        }
        if (due.Limit.Unit != TimeUnit.WorkHour) return $"剩{Clock(due.Instant - now)}";
        var left = calendar.WorkTimeBetween(now, due.Instant);
        return left >= calendar.Hours.PerDay
            ? $"剩{Number((int)(left.Ticks / calendar.Hours.PerDay.Ticks))}个工作日"
            : $"剩{Clock(left)}工作时间";
    }

    /// <summary>绿, 黄 or 红.</summary>
    public static string Name(Light light) => light switch { Light.Green => "绿", Light.Yellow => "黄", _ => "红" };

    private static bool IsOver(Due due, DateTimeOffset now) =>
        due.Limit.ByDay ? now >= due.Instant : now > due.Instant;

    private static string Clock(TimeSpan time)
    {
        // Rounded up: "0 minutes left" would read as too late.
        var minutes = (int)Math.Ceiling(Math.Abs(time.TotalMinutes));
        if (minutes < 60) return $"{Number(Math.Max(minutes, 1))}分钟";
        return minutes % 60 == 0 ? $"{Number(minutes / 60)}小时" : $"{Number(minutes / 60)}小时{Number(minutes % 60)}分";
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
