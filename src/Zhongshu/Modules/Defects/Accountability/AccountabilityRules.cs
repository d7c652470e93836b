using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Defects.Accountability;

/// 量化: the points of a slip by what it caused.
internal sealed record PointsWord(string Consequence, int Points);

/// 追究: the measure that is proposed from so many points of a year on.
internal sealed record MeasureWord(int Points, string Measure);

/// 差错追究、量化考核、定期培训 belong together: points are counted, a measure is proposed and a person decides, and who slipped is trained.
internal static class AccountabilityRules
{
    private const string Use = "错情复盘";

    public static readonly RuleKey<IReadOnlyList<PointsWord>> Points = RuleKey.Table("defects.points", Use, r => new PointsWord(r.Text("consequence"), r.Whole("points")));

    public static readonly RuleKey<IReadOnlyList<MeasureWord>> Measures = RuleKey.Table("defects.measures", Use, r => new MeasureWord(r.Whole("points"), r.Text("settle")));

    /// In days.
    public static readonly RuleKey<int> TrainWithin = RuleKey.Whole("defects.train-within", Use);

    public static readonly RuleNeeds Needs = new([Points, Measures, TrainWithin], [KnownConsequences]);

    /// The measure that so many points lead to; null below the first. Pure.
    public static MeasureWord? Proposed(RuleBook book, int points) => book.Value(Measures).Where(m => m.Points <= points).MaxBy(m => m.Points);

    /// 定期培训: no training since the last slip. Overdue when the days of the rule have passed. Pure.
    public static (bool Owed, bool Overdue) Training(RuleBook book, DateOnly lastSlip, DateOnly? lastTraining, DateOnly today) =>
        lastTraining >= lastSlip ? (false, false) : (true, lastSlip.AddDays(book.Value(TrainWithin)) < today);

    private static IEnumerable<(RuleKey Key, string Message)> KnownConsequences(RuleBook book)
    {
        var known = book.Value(DefectRules.Consequences).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var row in book.Value(Points).Where(p => !known.Contains(p.Consequence))) yield return (Points, $"后果“{row.Consequence}”不在后果表中。");
        foreach (var id in known.Where(k => book.Value(Points).All(p => p.Consequence != k))) yield return (Points, $"后果“{id}”没有定分值。");
        if (book.Value(Measures).Count == 0 || book.Value(Measures).Any(m => m.Points < 1 || m.Measure.Length is 0 or > 60)) yield return (Measures, "追究措施至少要有一档，分值大于零，措施不超过60字。");
    }
}
