using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Mechanisms;

/// 督查机制: a standing way of working together, and how often it is to meet, to settle or to be gone over.
internal sealed record MechanismWord(string Id, string Group, string Word, Within Every)
{
    /// 同题共答: the levels that must each answer a topic before it is settled; none for the others.
    public IReadOnlyList<string> Levels { get; init; } = [];
}

internal static class MechanismRules
{
    private const string Use = "督查督办";

    public static readonly RuleKey<IReadOnlyList<MechanismWord>> Kinds = RuleKey.Table("supervision.mechanisms", Use, r => new MechanismWord(r.Text("id"), r.Text("group"), r.Text("word"), r.Limit("every")) { Levels = r.List("levels") });

    /// 问题互商、信息互通、结果互用
    public static readonly RuleKey<IReadOnlyList<string>> Exchanges = RuleKey.List("supervision.exchanges", Use);

    public static readonly RuleNeeds Needs = new([Kinds, Exchanges], [SomeKinds]);

    /// By when it is to be held again: one period after it was last held, or after it began.
    public static DateOnly NextOn(MechanismWord kind, DateOnly since, DateOnly? lastOn, WorkCalendar calendar) => TaskDates.After(lastOn ?? since, kind.Every, calendar);

    /// 滚动: how many whole periods a topic has been carried on unsettled.
    public static int Carried(MechanismWord kind, DateOnly raisedOn, DateOnly today, WorkCalendar calendar)
    {
        var times = 0;
        for (var next = TaskDates.After(raisedOn, kind.Every, calendar); next <= today && times < Most; next = TaskDates.After(next, kind.Every, calendar)) times++;
        return times;
    }

    private const int Most = 999;

    private static IEnumerable<(RuleKey Key, string Message)> SomeKinds(RuleBook book)
    {
        if (book.Value(Kinds).Count == 0) yield return (Kinds, "至少要有一种督查机制。");
        if (book.Value(Kinds).FirstOrDefault(k => k.Every.Amount < 1) is { } never) yield return (Kinds, $"“{never.Word}”的频次要大于零。");
    }
}
