using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Works;

/// A kind of work with its steps; Every is in months, 0 for work that does not come again.
public sealed record WorkKind(string Id, string Word, IReadOnlyList<string> Nodes, int Every);

internal static class WorkRules
{
    public static readonly RuleKey<IReadOnlyList<WorkKind>> Kinds = RuleKey.Table("archives.works", "档案专项工作", r => new WorkKind(r.Text("id"), r.Text("word"), r.List("nodes"), r.Whole("every")));

    public static readonly RuleNeeds Needs = new([Kinds], [EveryKindHasNodes]);

    private static IEnumerable<(RuleKey Key, string Message)> EveryKindHasNodes(RuleBook book) =>
        book.Value(Kinds).Where(k => k.Nodes.Count == 0 || k.Every < 0).Select(k => ((RuleKey)Kinds, $"“{k.Word}”至少要有一个节点，“every”填写月数，不重复的填0。"));

    /// When this kind is to come again: so many months after it was last closed, or after the first piece was filed; null for work that does not come again, or has nothing to be done on.
    public static DateOnly? NextOn(WorkKind kind, DateOnly? lastClosed, DateOnly? firstFiled) => kind.Every == 0 ? null : (lastClosed ?? firstFiled)?.AddMonths(kind.Every);
}
