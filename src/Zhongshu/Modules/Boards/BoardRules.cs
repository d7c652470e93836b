using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Boards;

/// One of the four classes of the board.
public sealed record FocusClass(string Id, string Word, string Text);

public sealed record FocusTagWord(string Id, string Word);

/// What the rules say of the leaders' board.
internal static class BoardRules
{
    /// The class of which the chain of the board counts what waits to be settled.
    public const string Disputed = "disputed";

    private const string Use = "领导看板";

    public static readonly RuleKey<IReadOnlyList<FocusClass>> Classes = RuleKey.Table("board.classes", Use, r => new FocusClass(r.Text("id"), r.Text("word"), r.Text("text")));

    public static readonly RuleKey<IReadOnlyList<FocusTagWord>> Tags = RuleKey.Table("board.tags", Use, r => new FocusTagWord(r.Text("id"), r.Text("word")));

    /// In working days.
    public static readonly RuleKey<int> Soon = RuleKey.Whole("board.soon", Use);

    public static readonly RuleKey<int> Held = RuleKey.Whole("board.held", Use);

    public static readonly RuleNeeds Needs = new([Classes, Tags, Soon, Held], [Usable]);

    public static string ClassWord(this RuleBook rules, string id) => rules.Value(Classes).FirstOrDefault(c => c.Id == id)?.Word ?? id;

    public static string FocusTagOf(this RuleBook rules, string id) => rules.Value(Tags).FirstOrDefault(t => t.Id == id)?.Word ?? id;

    private static IEnumerable<(RuleKey Key, string Message)> Usable(RuleBook book)
    {
        if (book.Value(Classes).All(c => c.Id != Disputed)) yield return (Classes, $"要有 id 为 {Disputed} 的一类，看板按它数“分歧难事待协调”。");
        if (book.Value(Tags).Count == 0) yield return (Tags, "至少要有一个标签。");
        if (book.Value(Soon) is < 1 or > 60) yield return (Soon, "应在1和60个工作日之间。");
        if (book.Value(Held) is < 1 or > 250) yield return (Held, "应在1和250个工作日之间。");
    }
}
