using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Improvements;

/// 意见三分法: a class of opinions with what is done about it; one that IsSettled is carried out, the others are looked at again.
public sealed record OpinionClass(string Id, string Word, string Way, bool IsSettled);

/// One of the stages that something new goes through.
public sealed record PilotStage(string Id, string Word, string Hint);

internal static class ImprovementRules
{
    private const string Use = "务虚和改进";

    /// The stages at which a pilot is evaluated and spread.
    public const string Correct = "correct";
    public const string Integrate = "integrate";

    public static readonly RuleKey<IReadOnlyList<string>> Questions = RuleKey.List("improvements.questions", "务虚会");

    /// In months.
    public static readonly RuleKey<int> Every = RuleKey.Whole("improvements.every", "务虚会");

    public static readonly RuleKey<IReadOnlyList<OpinionClass>> Classes = RuleKey.Table("improvements.classes", "务虚会", r => new OpinionClass(r.Text("id"), r.Text("word"), r.Text("way"), r.TextOr("settle", "") == "是"));

    public static readonly RuleKey<IReadOnlyList<string>> Lists = RuleKey.List("improvements.lists", Use);

    public static readonly RuleKey<IReadOnlyList<string>> Aspects = RuleKey.List("improvements.aspects", "优化方案");

    public static readonly RuleKey<IReadOnlyList<string>> Grounds = RuleKey.List("improvements.grounds", "创新试点");

    public static readonly RuleKey<IReadOnlyList<PilotStage>> Stages = RuleKey.Table("improvements.stages", "创新试点", r => new PilotStage(r.Text("id"), r.Text("word"), r.Text("hint")));

    public static readonly RuleNeeds Needs = new([Questions, Every, Classes, Lists, Aspects, Grounds, Stages], [KnownWords]);

    public static OpinionClass? ClassOf(this RuleBook rules, string id) => rules.Value(Classes).FirstOrDefault(c => c.Id == id);

    public static string StageWord(this RuleBook rules, string id) => rules.Value(Stages).FirstOrDefault(s => s.Id == id)?.Word ?? id;

    private static IEnumerable<(RuleKey Key, string Message)> KnownWords(RuleBook book)
    {
        if (!book.Value(Classes).Any(c => c.IsSettled)) yield return (Classes, "意见分类里要有一类可以马上执行（settle 为“是”），否则没有意见能办结。");
        foreach (var id in new[] { Correct, Integrate })
            if (book.Value(Stages).All(s => s.Id != id)) yield return (Stages, $"创新的环节里要有“{id}”，评估和推广按它认。");
    }
}
