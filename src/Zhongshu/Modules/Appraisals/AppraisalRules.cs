using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Appraisals;

/// 评价方: who its people are, by role; who has several roles belongs to the first party that names one. Weight: what a scheme begins from.
internal sealed record Party(string Id, string Word, int Weight, IReadOnlyList<string> Roles);

/// Words in an indicator that a regulation speaks against, and what it says.
internal sealed record WarnedWord(string Word, string Why);

internal static class AppraisalRules
{
    private const string Use = "考核评价";

    public static readonly RuleKey<IReadOnlyList<Party>> Parties = RuleKey.Table("appraisals.parties", Use, r => new Party(r.Text("id"), r.Text("word"), r.Whole("weight"), r.List("roles")));

    public static readonly RuleKey<IReadOnlyList<WarnedWord>> Warned = RuleKey.Table("appraisals.warned-words", Use, r => new WarnedWord(r.Text("word"), r.Text("why")));

    /// More indicators than this is a 千分制.
    public static readonly RuleKey<int> MostIndicators = RuleKey.Whole("appraisals.most-indicators", Use);

    /// One of these words must stand in some indicator: what people get of it.
    public static readonly RuleKey<IReadOnlyList<string>> ValueWords = RuleKey.List("appraisals.value-words", Use);

    /// Marks below and above these are given with a reason.
    public static readonly RuleKey<int> LowMark = RuleKey.Whole("appraisals.low-mark", Use);

    public static readonly RuleKey<int> HighMark = RuleKey.Whole("appraisals.high-mark", Use);

    public static readonly RuleNeeds Needs = new([Parties, Warned, MostIndicators, ValueWords, LowMark, HighMark], [ThreeParties]);

    private static IEnumerable<(RuleKey Key, string Message)> ThreeParties(RuleBook book)
    {
        if (book.Value(Parties).Count != 3) yield return (Parties, "评价方应为三方。");
        if (book.Value(Parties).Sum(p => p.Weight) != 100) yield return (Parties, "三方权重合计应为100。");
    }
}
