using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules.Keys;

/// A word of urgency and its rank: 0 常规 to 3 特急.
internal sealed record UrgencyWord(string Word, int Rank);

/// A limit that depends on urgency.
internal sealed record UrgencyLimit(string Urgency, Within Limit);

/// A level of chasing: when (过半, 临期, 超期) and which roles hear of it.
internal sealed record ChaseLevel(int Level, string When, string Title, IReadOnlyList<string> To);

internal static class DeadlineRules
{
    public static readonly RuleKey<IReadOnlyList<UrgencyWord>> Urgencies =
        RuleKey.Table("deadlines.urgencies", "收文登记", r => new UrgencyWord(r.Text("word"), r.Whole("rank")));

    public static readonly RuleKey<IReadOnlyList<UrgencyLimit>> Propose = ByUrgency("deadlines.propose", "拟办");

    public static readonly RuleKey<IReadOnlyList<UrgencyLimit>> Instruct = ByUrgency("deadlines.instruct", "送批");

    public static readonly RuleKey<IReadOnlyList<UrgencyLimit>> Handle = ByUrgency("deadlines.handle", "承办");

    public static readonly RuleKey<Within> Accept = RuleKey.Limit("deadlines.accept", "承办科室签收");

    public static readonly RuleKey<Within> Circulate = RuleKey.Limit("deadlines.circulate", "传阅");

    public static readonly RuleKey<Within> ReportBack = RuleKey.Limit("deadlines.report-back", "批示件回传");

    public static readonly RuleKey<Within> ConsultReply = RuleKey.Limit("deadlines.consult-reply", "会签、征求意见");

    public static readonly RuleKey<Within> Stalled = RuleKey.Limit("deadlines.stalled", "压文清单");

    public static readonly RuleKey<decimal> YellowShareLeft = RuleKey.Number("deadlines.yellow-share-left", "亮灯");

    public static readonly RuleKey<int> YellowWorkdaysLeft = RuleKey.Whole("deadlines.yellow-workdays-left", "亮灯");

    public static readonly RuleKey<decimal> ChaseAtShare = RuleKey.Number("deadlines.chase-at-share", "自动催办");

    public static readonly RuleKey<Within> RemindBefore = RuleKey.Limit("deadlines.remind-before", "到期提醒");

    public static readonly RuleKey<IReadOnlyList<ChaseLevel>> ChaseLevels = RuleKey.Table("deadlines.chase-levels", "自动催办",
        r => new ChaseLevel(r.Whole("level"), r.Text("when"), r.Text("title"), r.List("to")));

    public static readonly RuleKey<Within> EscalateAfter = RuleKey.Limit("deadlines.escalate-after", "超期上报");

    public static readonly RuleKey<Within> ChasePause = RuleKey.Limit("deadlines.chase-pause", "人工催办");

    public static readonly RuleNeeds Needs = new(
    [
        Urgencies, Propose, Instruct, Handle, Accept, Circulate, ReportBack, ConsultReply, Stalled, YellowShareLeft,
        YellowWorkdaysLeft, ChaseAtShare, RemindBefore, ChaseLevels, EscalateAfter, ChasePause,
    ],
    [EveryUrgencyHasALimit, ChaseLevelsFit]);

    /// When a light turns yellow, for the calendar.
    public static LightThresholds Thresholds(RuleBook book) => new(book.Value(YellowShareLeft), book.Value(YellowWorkdaysLeft));

    /// The limit for a rank of urgency, with what to cite.
    public static Ruled<Within> LimitFor(this RuleBook book, RuleKey<IReadOnlyList<UrgencyLimit>> key, int rank)
    {
        var word = book.Value(Urgencies).First(u => u.Rank == rank).Word;
        var (limits, cite) = (book.Get(key).Value, book.Get(key).Ref);
        var limit = limits.First(l => l.Urgency == word).Limit;
        return new Ruled<Within>(limit, cite with { FigureText = $"{word}{limit}" });
    }

    private static RuleKey<IReadOnlyList<UrgencyLimit>> ByUrgency(string id, string usedFor) =>
        RuleKey.Table(id, usedFor, r => new UrgencyLimit(r.Text("urgency"), r.Limit("limit")));

    private static IEnumerable<(RuleKey Key, string Message)> EveryUrgencyHasALimit(RuleBook book)
    {
        var words = book.Value(Urgencies).Select(u => u.Word).ToList();
        foreach (var key in new[] { Propose, Instruct, Handle })
        {
            var given = book.Value(key).Select(l => l.Urgency).ToList();
            if (given.Count != words.Count || words.Except(given, StringComparer.Ordinal).Any())
                yield return (key, $"应为每个紧急程度各写一行：{string.Join('、', words)}。");
        }
    }

    private static IEnumerable<(RuleKey Key, string Message)> ChaseLevelsFit(RuleBook book)
    {
        var roles = book.Value(AccessRules.Roles).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var level in book.Value(ChaseLevels))
        {
            if (level.When is not ("过半" or "临期" or "超期")) yield return (ChaseLevels, $"“when”应为 过半、临期 或 超期，现为“{level.When}”。");
            foreach (var role in level.To.Where(r => !roles.Contains(r)))
                yield return (ChaseLevels, $"“to”中的“{role}”不是岗位角色，角色见 roles.yaml。");
        }
    }
}
