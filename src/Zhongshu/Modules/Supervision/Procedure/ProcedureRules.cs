using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Procedure;

/// 督办规程: one stage of a task, who answers for it, and what is demanded there.
internal sealed record StageWord(string State, string Post, string Demand);

/// 归口牵头: the section that leads the items of some sources or topics.
internal sealed record ChannelWord(string Id, string Word, string Section, IReadOnlyList<string> Sources, IReadOnlyList<string> Topics);

internal static class ProcedureRules
{
    private const string Use = "督查督办";

    public static readonly RuleKey<IReadOnlyList<StageWord>> Stages = RuleKey.Table("supervision.procedure", Use, r => new StageWord(r.Text("state"), r.Text("post"), r.Text("demand")));

    public static readonly RuleKey<IReadOnlyList<ChannelWord>> Channels = RuleKey.Table("supervision.channels", Use, r => new ChannelWord(r.Text("id"), r.Text("word"), r.Text("section"), r.List("sources"), r.List("topics")));

    /// 须汇总审核 by the unit that passed the parts on.
    public static readonly RuleKey<IReadOnlyList<string>> CollectLimits = RuleKey.List("supervision.collect-limits", Use);

    public static readonly RuleNeeds Needs = new([Stages, Channels, CollectLimits], [EveryStage, KnownChannels]);

    /// The stages that somebody holds, in their order.
    public static readonly IReadOnlyList<TaskState> Held = [TaskState.Drafted, TaskState.Delivered, TaskState.Running, TaskState.HeadReview, TaskState.Checking, TaskState.Suspended];

    public static StageWord? Of(RuleBook book, TaskState state) => book.Value(Stages).FirstOrDefault(s => string.Equals(s.State, state.ToString(), StringComparison.OrdinalIgnoreCase));

    public static ChannelWord? ChannelOf(RuleBook book, SourceKind source, string topic) =>
        book.Value(Channels).FirstOrDefault(c => topic.Length > 0 && c.Topics.Contains(topic, StringComparer.Ordinal)) ?? book.Value(Channels).FirstOrDefault(c => SupervisionRules.KindsOf(c.Sources).Contains(source));

    private static IEnumerable<(RuleKey Key, string Message)> EveryStage(RuleBook book)
    {
        foreach (var state in Held.Where(s => Of(book, s) is null)) yield return (Stages, $"督办规程缺少“{TaskWords.Of(state)}”（{state.ToString().ToLowerInvariant()}）这个环节。");
        var limits = book.Value(SupervisionRules.Limits).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var limit in book.Value(CollectLimits).Where(l => !limits.Contains(l))) yield return (CollectLimits, $"时限档“{limit}”不在时限表中。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> KnownChannels(RuleBook book)
    {
        var topics = book.Value(SupervisionRules.Topics).Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var channel in book.Value(Channels))
        {
            if (SupervisionRules.KindsOf(channel.Sources).Contains((SourceKind)0)) yield return (Channels, $"“{channel.Word}”的来源不在来源表中。");
            if (channel.Topics.FirstOrDefault(t => !topics.Contains(t)) is { } topic) yield return (Channels, $"“{channel.Word}”的专题“{topic}”不在专题表中。");
        }
    }
}
