using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules.Keys;

/// A time of day in which nothing but the most urgent leaves the house; it may run over midnight.
internal sealed record QuietSpan(TimeOnly From, TimeOnly To)
{
    public bool Holds(TimeOnly time) => From <= To ? time >= From && time < To : time >= From || time < To;
}

/// Notices by mail and interface: quiet hours, digests, retries.
internal static class NoticeRules
{
    public static readonly RuleKey<IReadOnlyList<QuietSpan>> QuietHours =
        RuleKey.Table("notices.quiet-hours", "通知外发", r => new QuietSpan(r.Time("from"), r.Time("to")));

    public static readonly RuleKey<IReadOnlyList<string>> ThroughQuiet = RuleKey.List("notices.through-quiet", "通知外发");

    public static readonly RuleKey<IReadOnlyList<TimeOnly>> DigestTimes = RuleKey.Table("notices.digest-times", "通知汇总", r => r.Time("at"));

    public static readonly RuleKey<IReadOnlyList<Within>> Retries = RuleKey.Table("notices.retries", "通知外发失败重试", r => r.Limit("wait"));

    public static readonly RuleKey<Within> Kept = RuleKey.Limit("notices.kept", "投递记录清理");

    /// The longest short message, in characters with its sign.
    public static readonly RuleKey<int> SmsLength = RuleKey.Whole("notices.sms-length", "短信");

    public static readonly RuleNeeds Needs = new([QuietHours, ThroughQuiet, DigestTimes, Retries, Kept, SmsLength], [WordsAreUrgencies, WaitsAreClockTimes]);

    private static IEnumerable<(RuleKey Key, string Message)> WordsAreUrgencies(RuleBook book)
    {
        var words = book.Value(DeadlineRules.Urgencies).Select(u => u.Word).ToList();
        foreach (var word in book.Value(ThroughQuiet).Except(words, StringComparer.Ordinal))
            yield return (ThroughQuiet, $"“{word}”不是紧急程度，应为：{string.Join('、', words)}。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> WaitsAreClockTimes(RuleBook book)
    {
        if (book.Value(Retries).Any(w => w.Unit is not (TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Day))) yield return (Retries, "应以分钟、小时或日计。");
        if (book.Value(SmsLength) is < 70 or > 1000) yield return (SmsLength, "应在70和1000之间。");
        if (book.Value(Kept).Unit is not (TimeUnit.Day or TimeUnit.Month)) yield return (Kept, "应以日或月计。");
    }
}
