using System.Globalization;

namespace Zhongshu.Modules.Burdens.Ratings;

/// What is told of one rated unit: how many sheets; means and words only when the group is large enough that nobody can be told from it.
public sealed record RatingResult(long UnitId, int Sheets, IReadOnlyList<decimal>? Means, decimal? Mean, IReadOnlyList<string> Words)
{
    /// Pure: depends on the sheets alone, not on their order. No sums over several units are told, from which a small one could be taken out.
    internal static IReadOnlyList<RatingResult> Of(IReadOnlyCollection<long> rated, IReadOnlyCollection<RatingSheet> sheets, int items, int leastGroup)
    {
        var by = sheets.ToLookup(s => s.RatedId);
        return [.. rated.Select(unit => One(unit, [.. by[unit]], items, leastGroup)).OrderByDescending(r => r.Mean).ThenByDescending(r => r.Sheets).ThenBy(r => r.UnitId)];
    }

    private static RatingResult One(long unit, IReadOnlyList<RatingSheet> sheets, int items, int leastGroup)
    {
        if (sheets.Count < leastGroup) return new RatingResult(unit, sheets.Count, null, null, []);
        var scores = sheets.Select(s => s.Scores.Split(',').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var means = Enumerable.Range(0, items).Select(i => Math.Round(scores.Average(s => (decimal)s[i]), 2)).ToList();
        return new RatingResult(unit, sheets.Count, means, Math.Round(scores.Average(s => (decimal)s.Sum() / items), 2), [.. sheets.Select(s => s.Words).Where(w => w.Length > 0).Order(StringComparer.Ordinal)]);
    }
}
