using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Appraisals;

/// 评价方: who its people are, by role; who has several roles belongs to the first party that names one. Weight: what a scheme begins from.
internal sealed record Party(string Id, string Word, int Weight, IReadOnlyList<string> Roles);

/// Words in an indicator that a regulation speaks against, and what it says.
internal sealed record WarnedWord(string Word, string Why);

/// A figure that the house takes by itself, with the values for full marks and for none that a scheme begins from.
internal sealed record FigureWord(string Id, string Word, double Full, double None);

/// What may be written down of an appraisal: how often in months when it belongs to the cycle (0: whenever it happens), whether it is about one unit, whether it rests on confirmed results.
internal sealed record NoteWord(string Id, string Group, string Word, int Months, bool IsOfUnit, bool NeedsResult);

/// 方案模板: one indicator of a scheme that one may begin from.
internal sealed record TemplateLine(string Group, string Indicator, int Weight, string Figure, bool Outside);

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

    public static readonly RuleKey<IReadOnlyList<FigureWord>> Figures = RuleKey.Table("appraisals.figures", Use, r => new FigureWord(r.Text("id"), r.Text("word"), (double)r.Number("full"), (double)r.Number("none")));

    public static readonly RuleKey<IReadOnlyList<NoteWord>> Notes = RuleKey.Table("appraisals.notes", Use, r => new NoteWord(r.Text("id"), r.Text("group"), r.Text("word"), r.Whole("month"), r.YesNo("unit"), r.YesNo("confirmed")));

    public static readonly RuleKey<IReadOnlyList<TemplateLine>> Templates = RuleKey.Table("appraisals.templates", Use, r => new TemplateLine(r.Text("group"), r.Text("indicator"), r.Whole("weight"), r.TextOr("figure", ""), r.YesNo("outside")));

    /// 可以一票否决的事项: words of which one stands in the indicator's title.
    public static readonly RuleKey<IReadOnlyList<string>> VetoWords = RuleKey.List("appraisals.veto-words", Use);

    /// 绩效考核的原则, in the order in which Principles holds a scheme against them.
    public static readonly RuleKey<IReadOnlyList<string>> Principles = RuleKey.List("appraisals.principles", Use);

    public static readonly RuleNeeds Needs = new([Parties, Warned, MostIndicators, ValueWords, LowMark, HighMark, Figures, Notes, Templates, VetoWords, Principles], [SevenPrinciples, ThreeParties, KnownFigures, WholeTemplates]);

    public static string WordOf(RuleBook book, string figure) => book.Value(Figures).FirstOrDefault(f => f.Id == figure)?.Word ?? figure;

    private static IEnumerable<(RuleKey Key, string Message)> SevenPrinciples(RuleBook book)
    {
        if (book.Value(Principles).Count != Scores.PrincipleCheck.Count) yield return (Principles, $"考核原则应为{Scores.PrincipleCheck.Count}条。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> ThreeParties(RuleBook book)
    {
        if (book.Value(Parties).Count != 3) yield return (Parties, "评价方应为三方。");
        if (book.Value(Parties).Sum(p => p.Weight) != 100) yield return (Parties, "三方权重合计应为100。");
    }

    /// The code takes these figures and no others; what they are called and what they earn is the unit's own.
    private static IEnumerable<(RuleKey Key, string Message)> KnownFigures(RuleBook book)
    {
        if (!book.Value(Figures).Select(f => f.Id).Order(StringComparer.Ordinal).SequenceEqual(Scores.FiguresTaken.Ids.Order(StringComparer.Ordinal))) yield return (Figures, $"自动取数的 id 应为 {string.Join('、', Scores.FiguresTaken.Ids)}。");
        if (book.Value(Figures).FirstOrDefault(f => f.Full.Equals(f.None)) is { } flat) yield return (Figures, $"“{flat.Word}”的满分值和零分值不能相同。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> WholeTemplates(RuleBook book)
    {
        foreach (var template in book.Value(Templates).GroupBy(t => t.Group, StringComparer.Ordinal))
        {
            if (template.Sum(t => t.Weight) is not 100 and var sum) yield return (Templates, $"模板“{template.Key}”的权重合计应为100，现为{sum}。");
            foreach (var line in template.Where(t => t.Figure.Length > 0 && !Scores.FiguresTaken.Ids.Contains(t.Figure))) yield return (Templates, $"模板“{template.Key}”的“{line.Indicator}”：没有“{line.Figure}”这项自动取数。");
        }
    }
}
