using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Platform.Notices;

/// When a notice may leave the house: at once but for quiet hours (免打扰), or with the next digest; the most urgent at any hour. Pure.
internal static class DeliveryTimes
{
    public static DateTimeOffset NotBefore(DateTimeOffset at, int urgency, DeliveryMode mode, RuleBook rules)
    {
        if (GoesThrough(urgency, rules)) return at;
        return AfterQuiet(mode == DeliveryMode.Digest ? NextDigest(at, rules) : at, rules);
    }

    /// The wait before the next try; null when the last one has failed.
    public static TimeSpan? RetryAfter(int attempts, RuleBook rules) =>
        attempts <= rules.Value(NoticeRules.Retries).Count ? rules.Value(NoticeRules.Retries)[attempts - 1].ToClock() : null;

    private static bool GoesThrough(int urgency, RuleBook rules)
    {
        var word = rules.Value(DeadlineRules.Urgencies).FirstOrDefault(u => u.Rank == urgency)?.Word;
        return word is not null && rules.Value(NoticeRules.ThroughQuiet).Contains(word, StringComparer.Ordinal);
    }

    private static DateTimeOffset NextDigest(DateTimeOffset at, RuleBook rules)
    {
        var today = OfficeDay.Of(at);
        return rules.Value(NoticeRules.DigestTimes).SelectMany(time => new[] { On(today, time), On(today.AddDays(1), time) }).Where(t => t > at).Order().DefaultIfEmpty(at).First();
    }

    private static DateTimeOffset AfterQuiet(DateTimeOffset at, RuleBook rules)
    {
        var spans = rules.Value(NoticeRules.QuietHours);
        // One span may end within the next: as many steps as there are spans.
        for (var step = 0; step <= spans.Count; step++)
        {
            var time = TimeOnly.FromDateTime(OfficeDay.Local(at).DateTime);
            if (spans.FirstOrDefault(s => s.Holds(time)) is not { } span) break;
            var day = OfficeDay.Of(at);
            at = On(time < span.To ? day : day.AddDays(1), span.To);
        }

        return at;
    }

    private static DateTimeOffset On(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), OfficeDay.Offset);
}
