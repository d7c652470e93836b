using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision.Follow;

public enum HelpVerb
{
    /// 回应
    Answer = 1,

    /// 已解决
    Solve = 2,

    /// 未解决，再请协调
    Return = 3,

    /// 不再需要
    Drop = 4,
}

internal sealed record HelpMove(HelpState State, string Text);

/// The life of a request for help: asked, answered, and ended only by whoever asked. Pure.
internal static class HelpLife
{
    private static readonly Dictionary<HelpVerb, (Side Side, HelpState[] From)> Table = new()
    {
        [HelpVerb.Answer] = (Side.Office, [HelpState.Asked]),
        [HelpVerb.Solve] = (Side.Unit, [HelpState.Asked, HelpState.Answered]),
        [HelpVerb.Return] = (Side.Unit, [HelpState.Answered]),
        [HelpVerb.Drop] = (Side.Unit, [HelpState.Asked, HelpState.Answered]),
    };

    public static IReadOnlyList<HelpVerb> Open(HelpState state, Side side) => [.. Table.Where(t => (t.Value.Side & side) != Side.None && t.Value.From.Contains(state)).Select(t => t.Key)];

    public static Outcome<HelpMove> Decide(HelpState state, HelpVerb verb, string words, Side side)
    {
        if (!Table.TryGetValue(verb, out var row)) return new Refusal("supervision.verb", "不认识的操作，请刷新页面后重试。");
        if ((row.Side & side) == Side.None) return Refusal.Forbidden(row.Side == Side.Office ? "回应求助" : "确认求助结果");
        if (!row.From.Contains(state)) return new Refusal("supervision.help-state", $"这件求助{Word(state)}，不能再{Word(verb)}。请刷新查看最新情况。") { Kind = RefusalKind.Conflict };
        if (words.Length > 1000) return SupervisionRefusals.TooLong("Words", "说明", 1000, words.Length);
        if (words.Length == 0 && verb is HelpVerb.Answer) return SupervisionRefusals.Missing("Words", "请写明怎样解决：由谁办、怎么办、什么时候有结果。");
        if (words.Length == 0 && verb is HelpVerb.Return) return SupervisionRefusals.Missing("Words", "请写明还有什么没有解决。");
        return verb switch
        {
            HelpVerb.Answer => new HelpMove(HelpState.Answered, "回应求助"),
            HelpVerb.Solve => new HelpMove(HelpState.Solved, "确认困难已解决"),
            HelpVerb.Return => new HelpMove(HelpState.Asked, "困难未解决，再请协调"),
            _ => new HelpMove(HelpState.Dropped, "不再需要协调，撤回求助"),
        };
    }

    public static string Word(HelpState state) => state switch { HelpState.Asked => "待回应", HelpState.Answered => "待确认", HelpState.Solved => "已解决", _ => "已撤回" };

    public static string Word(HelpVerb verb) => verb switch { HelpVerb.Answer => "回应", HelpVerb.Solve => "确认解决", HelpVerb.Return => "再请协调", _ => "撤回" };
}
