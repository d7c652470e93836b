using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules;

internal static class ClockTime
{
    /// A limit that runs by the clock, whatever the calendar says; a month counts 30 days.
    public static TimeSpan ToClock(this Within within) => within.Unit switch
    {
        TimeUnit.Minute => TimeSpan.FromMinutes(within.Amount),
        TimeUnit.Hour => TimeSpan.FromHours(within.Amount),
        TimeUnit.Month => TimeSpan.FromDays(30L * within.Amount),
        _ => TimeSpan.FromDays(within.Amount),
    };
}
