using Zhongshu.Calendar;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Platform.Flows;

/// When a piece of work is chased: at the share of its time (过半), before it is due (临期), after (超期), and when it goes up to the leader in charge (超期上报), as the rules say. Pure.
internal static class ChaseTimes
{
    /// The next instant at which this work is chased; null when none is left.
    public static DateTimeOffset? After(DateTimeOffset now, DateTimeOffset opened, DateTimeOffset? due, RuleBook book)
    {
        if (due is not { } at) return null;
        var coming = book.Value(DeadlineRules.ChaseLevels).Select(l => Of(l.When, opened, at, book)).Append(EscalatesAt(at, book)).Where(t => t > now).Order().ToList();
        return coming.Count > 0 ? coming[0] : null;
    }

    /// The level that is due at an instant: the highest whose time has come. With a short deadline a level may be passed over.
    public static int LevelAt(DateTimeOffset now, DateTimeOffset opened, DateTimeOffset due, RuleBook book) =>
        book.Value(DeadlineRules.ChaseLevels).Where(l => Of(l.When, opened, due, book) <= now).Select(l => l.Level).DefaultIfEmpty(1).Max();

    /// 超期上报: this long after it was due, in working time.
    public static DateTimeOffset EscalatesAt(DateTimeOffset due, RuleBook book) => new Deadline(due, book.Value(DeadlineRules.EscalateAfter)).DueBy(book.Calendar).Instant;

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
                return before > half ? before : due;
            default:
                return due;
        }
    }
}
