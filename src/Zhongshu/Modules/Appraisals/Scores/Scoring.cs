namespace Zhongshu.Modules.Appraisals.Scores;

/// A figure of the house for one unit: the value, what it is, and the page that shows the items behind it. Value null: there was nothing to measure.
public sealed record FigureTaken(double? Value, string Words, string Address)
{
    /// Where this reader finds the items: a unit goes to its own tasks and lines, not to the office's ledger or to the slips of those served; of others it reads the words alone.
    internal string? LinkFor(bool seesWhole, bool isOwn) =>
        seesWhole ? Address
        : !isOwn || Address.StartsWith("appraisals/voices", StringComparison.Ordinal) ? null
        : Address.StartsWith("supervision?", StringComparison.Ordinal) ? "supervision/owed" : Address;
}

/// One indicator of one unit: what it is based on, the marks it earned, what was given back.
public sealed record IndicatorScore(AppraisalIndicator Indicator, FigureTaken? Figure, IReadOnlyList<double?> Parties, double? Earned, double Stripped)
{
    /// Null: nothing to measure, the indicator is left out of the total.
    public double? Points => Earned is { } earned ? Math.Min(Indicator.Weight, earned + Stripped) : null;

    public double Lost => Earned is { } earned ? Math.Max(0, Indicator.Weight - earned - Stripped) : 0;
}

/// One unit: its total out of 100 by the indicators that could be measured, and its place; equal totals share a place.
public sealed record UnitScore(long UnitId, IReadOnlyList<IndicatorScore> Indicators, double? Total, int Place)
{
    /// 一票否决: the first veto indicator on which nothing was earned; empty for none.
    public string Vetoed => Indicators.FirstOrDefault(i => i.Indicator.IsVeto && i.Points <= 0)?.Indicator.Title ?? "";
}

/// What a result is computed from.
internal sealed record ScorePapers(IReadOnlyList<AppraisalIndicator> Indicators, IReadOnlyList<long> Units, IReadOnlyList<int> PartyWeights)
{
    public IReadOnlyDictionary<(string Figure, long Unit), FigureTaken> Figures { get; init; } = new Dictionary<(string, long), FigureTaken>();

    public IReadOnlyList<AppraisalOpinion> Opinions { get; init; } = [];

    public IReadOnlyList<StrippedFactor> Stripped { get; init; } = [];
}

/// 计分: quantitative marks rise in a straight line from the value for none to the value for full; qualitative ones are the parties' means, weighted. Pure.
internal static class Scoring
{
    public static IReadOnlyList<UnitScore> Of(ScorePapers papers)
    {
        var opinions = papers.Opinions.ToLookup(o => (o.IndicatorId, o.UnitId));
        var stripped = papers.Stripped.ToLookup(s => (s.IndicatorId, s.UnitId), s => s.Points);
        var scores = papers.Units.Select(unit =>
        {
            var lines = papers.Indicators.Select(i => One(i, unit, papers, (opinions[(i.Id, unit)], stripped[(i.Id, unit)].Sum()))).ToList();
            var measured = lines.Where(l => l.Points is not null).ToList();
            var weight = measured.Sum(l => l.Indicator.Weight);
            return new UnitScore(unit, lines, weight == 0 ? null : Math.Round(measured.Sum(l => l.Points!.Value) / weight * 100, 2), 0);
        }).OrderBy(s => s.Vetoed.Length > 0).ThenByDescending(s => s.Total ?? -1).ThenBy(s => s.UnitId).ToList();
        // Whoever is vetoed stands behind all that are not, whatever the total.
        return [.. scores.Select(s => s with { Place = s.Total is null ? 0 : 1 + scores.Count(o => o.Total is not null && (o.Vetoed.Length == 0, o.Total.Value).CompareTo((s.Vetoed.Length == 0, s.Total.Value)) > 0) })];
    }

    public static double Linear(double value, double full, double none) => Math.Clamp((value - none) / (full - none), 0, 1);

    private static IndicatorScore One(AppraisalIndicator indicator, long unit, ScorePapers papers, (IEnumerable<AppraisalOpinion> Opinions, double Stripped) has)
    {
        if (indicator.IsQuantitative)
        {
            var figure = papers.Figures.GetValueOrDefault((indicator.Figure, unit));
            return new IndicatorScore(indicator, figure, [], figure?.Value is { } value ? indicator.Weight * Linear(value, indicator.Full, indicator.None) : null, has.Stripped);
        }

        var byParty = has.Opinions.ToLookup(o => o.Party, o => (double)o.Mark);
        var means = papers.PartyWeights.Select((_, party) => byParty[party].Any() ? byParty[party].Average() : (double?)null).ToList();
        // A party that has not spoken leaves its weight to those that have.
        var heard = means.Select((mean, party) => (mean, Weight: papers.PartyWeights[party])).Where(m => m.mean is not null && m.Weight > 0).ToList();
        var total = heard.Sum(m => m.Weight);
        return new IndicatorScore(indicator, null, means, total == 0 ? null : indicator.Weight * heard.Sum(m => m.mean!.Value * m.Weight) / total / 100, has.Stripped);
    }
}
