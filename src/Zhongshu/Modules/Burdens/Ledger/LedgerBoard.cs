using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Burdens.Ledger;

/// One unit and one kind: plan, actual, last year, months, light. No light without a plan.
public sealed record LedgerLine(long UnitId, BurdenKind Kind, int? Planned, int Actual, int OverApproved, int Asked, int? LastYear, IReadOnlyList<int> Months)
{
    public decimal? Share => Planned is { } planned ? planned == 0 ? (Actual == 0 ? 0 : 1 + Actual) : (decimal)Actual / planned : null;

    internal Light? Light { get; init; }

    /// More or less than in the same days of last year.
    public int? Change { get; init; }
}

/// A year of the ledger: a line for each unit and kind where something was planned or happened.
public sealed record LedgerBoard(int Year, DateOnly Until, IReadOnlyList<LedgerLine> Lines)
{
    internal static async Task<LedgerBoard> ReadAsync(Office office, long keeper, int year, CancellationToken cancel)
    {
        var plans = await office.Db.Set<BurdenPlan>().AsNoTracking().Where(p => p.KeeperId == keeper && p.Year == year).ToListAsync(cancel);
        var now = await Happened.ReadAsync(office, keeper, YearOf(year), cancel);
        var before = await Happened.ReadAsync(office, keeper, YearOf(year - 1), cancel);
        return Draw(year, office.Today, new LedgerPapers(plans, now, before), office.Rules.Value(BurdenRules.Alarm));
    }

    /// Pure: the same papers give the same board whatever their order.
    internal static LedgerBoard Draw(int year, DateOnly today, LedgerPapers papers, decimal alarm)
    {
        // Compared is what had happened by the same day of last year.
        var until = today.Year == year ? today : new DateOnly(year, 12, 31);
        var sameDay = until.AddYears(-1);
        var now = papers.Now.ToLookup(h => (h.IssuerId, h.Kind));
        var before = papers.Before.Where(h => h.IsCounted).ToLookup(h => (h.IssuerId, h.Kind));
        var plans = papers.Plans.ToDictionary(p => (p.IssuerId, p.Kind));
        // Where the ledger was kept last year, a unit without anything then is compared with nothing; where only the plan tells last year's figure, there are no days to compare.
        var kept = papers.Before.Where(h => h.IsCounted).Select(h => h.Kind).ToHashSet();
        var keys = now.Select(g => g.Key).Concat(before.Select(g => g.Key)).Concat(plans.Keys).Distinct();
        var lines = keys.Select(key =>
        {
            var counted = now[key].Where(h => h.IsCounted).ToList();
            var plan = plans.GetValueOrDefault(key);
            var last = before[key].ToList();
            var lastYear = plan?.LastYear ?? (last.Count > 0 ? last.Count : null);
            var line = new LedgerLine(key.IssuerId, key.Kind, plan?.Planned, counted.Count, counted.Count(h => h.IsOverPlan), now[key].Count(h => h.State == EntryState.Asked), lastYear,
                [.. Enumerable.Range(1, 12).Select(month => counted.Count(h => h.On.Month == month))]);
            return line with { Light = LightOf(line, alarm), Change = last.Count > 0 || (kept.Contains(key.Kind) && plan?.LastYear is null or 0) ? counted.Count(h => h.On <= until) - last.Count(h => h.On <= sameDay) : null };
        });
        return new LedgerBoard(year, until, [.. lines.OrderBy(l => l.Kind).ThenByDescending(l => l.Light).ThenByDescending(l => l.Share).ThenByDescending(l => l.Actual).ThenBy(l => l.UnitId)]);
    }

    /// Against the same days of last year over several lines; null when some of them cannot be compared, for a sum without them would say something else.
    internal static int? ChangeOf(IReadOnlyCollection<LedgerLine> lines) =>
        lines.Count > 0 && lines.All(l => l.Change is not null || (l.Actual == 0 && l.LastYear is null or 0)) && lines.Any(l => l.Change is not null) ? lines.Sum(l => l.Change ?? 0) : null;

    internal static Light? LightOf(LedgerLine line, decimal alarm) => line.Share switch
    {
        null => null,
        > 1 => Calendar.Light.Red,
        { } share when line.Planned > 0 && share >= alarm => Calendar.Light.Yellow,
        _ => Calendar.Light.Green,
    };

    internal static (DateOnly From, DateOnly To) YearOf(int year) => (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
}

/// What a board is drawn from.
internal sealed record LedgerPapers(IReadOnlyList<BurdenPlan> Plans, IReadOnlyList<Happened> Now, IReadOnlyList<Happened> Before);
