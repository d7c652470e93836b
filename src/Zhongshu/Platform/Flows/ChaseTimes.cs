using Zhongshu.Calendar;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Platform.Flows;

/// When a piece of work is chased: at the share of its time (过半), before it is due (临期), after (超期), as the rules say. Pure.
internal static class ChaseTimes
{
    /// The instant of the level after this one, never before it; null when the last level is reached or nothing is due.
    public static DateTimeOffset? After(int level, DateTimeOffset opened, DateTimeOffset? due, RuleBook book)
    {
        if (due is not { } at) return null;
        var next = book.Value(DeadlineRules.ChaseLevels).FirstOrDefault(l => l.Level == level + 1);
        return next is null ? null : Of(next.When, opened, at, book);
    }

    private static DateTimeOffset Of(string when, DateTimeOffset opened, DateTimeOffset due, RuleBook book)
    {
        var calendar = book.Calendar;
        switch (when)
        {
            case "过半":
                return calendar.AtShare(opened, due, book.Value(DeadlineRules.ChaseAtShare));
            case "临期":
                var day = new Due(OfficeDay.Of(due.AddMilliseconds(-1)), due, new Within(1, TimeUnit.Workday));
                var before = calendar.Before(day, book.Value(DeadlineRules.RemindBefore));
                var half = calendar.AtShare(opened, due, book.Value(DeadlineRules.ChaseAtShare));
                return before > half ? before : half;
            default:
                return due;
        }
    }
}
