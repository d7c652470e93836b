using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Ratings;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Contracts;

/// What the ledger knows of one unit in a period: how much of its plan it used, forms it owed and sent in time, how those below rated it. Null where there was nothing to measure.
internal sealed record BurdenRecord(long UnitId)
{
    /// Share of the plan that was used, in percent, and the page of the items.
    public (double Percent, string Words, string Address)? Plan { get; init; }

    public (double Percent, string Words, string Address)? Forms { get; init; }

    /// Mean of published ratings, as a percentage of full marks.
    public (double Percent, string Words, string Address)? Rating { get; init; }

    public static async Task<IReadOnlyDictionary<long, BurdenRecord>> ReadAsync(Office office, IReadOnlyList<long> units, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var board = await LedgerBoard.ReadAsync(office, keeper, days.To.Year, cancel);
        var forms = await FormsAsync(office, keeper, days, cancel);
        var ratings = await RatingsAsync(office, keeper, days, cancel);
        return units.ToDictionary(u => u, u => new BurdenRecord(u) { Plan = PlanOf(board, u), Forms = forms.TryGetValue(u, out var f) ? f : null, Rating = ratings.TryGetValue(u, out var r) ? r : null });
    }

    private static (double, string, string)? PlanOf(LedgerBoard board, long unit)
    {
        var lines = board.Lines.Where(l => l.UnitId == unit && l.Planned is not null).ToList();
        var planned = lines.Sum(l => l.Planned!.Value);
        var actual = lines.Sum(l => l.Actual);
        return lines.Count == 0 ? null : (planned == 0 ? actual == 0 ? 100 : 200 : 100.0 * actual / planned, $"{board.Year}年计划{planned}，实际{actual}", string.Create(CultureInfo.InvariantCulture, $"burdens/items?year={board.Year}&unit={unit}"));
    }

    private static async Task<Dictionary<long, (double, string, string)>> FormsAsync(Office office, long keeper, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var rows = await (
            from asked in office.Db.Set<FormUnit>().AsNoTracking()
            join form in office.Db.Set<AskedForm>() on asked.FormId equals form.Id
            join entry in office.Db.Set<BurdenEntry>() on form.EntryId equals entry.Id
            where form.KeeperId == keeper && entry.State == EntryState.Counted && form.DueOn >= days.From && form.DueOn <= days.To
            select new { asked.UnitId, asked.AnsweredAt, form.DueOn }).ToListAsync(cancel);
        return rows.GroupBy(r => r.UnitId).ToDictionary(g => g.Key, g =>
        {
            var inTime = g.Count(r => r.AnsweredAt is { } at && OfficeDay.Of(at) <= r.DueOn);
            return (100.0 * inTime / g.Count(), $"应报报表{g.Count()}张，按时{inTime}张", "burdens/forms");
        });
    }

    private static async Task<Dictionary<long, (double, string, string)>> RatingsAsync(Office office, long keeper, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var (since, until) = (OfficeDay.Start(days.From), OfficeDay.Start(days.To.AddDays(1)));
        var rounds = await office.Db.Set<RatingRound>().AsNoTracking().Where(r => r.KeeperId == keeper && r.PublishedAt >= since && r.PublishedAt < until).OrderBy(r => r.PublishedAt).ToListAsync(cancel);
        var found = new Dictionary<long, (double, string, string)>();
        // The latest round of the period counts.
        foreach (var round in rounds)
        {
            var sheets = await office.Db.Set<RatingSheet>().AsNoTracking().Where(s => s.RoundId == round.Id).ToListAsync(cancel);
            foreach (var result in RatingResult.Of([.. sheets.Select(s => s.RatedId).Distinct()], sheets, round.ItemList.Count, round.LeastGroup))
                if (result.Mean is { } mean) found[result.UnitId] = ((double)mean * 20, $"{round.Title}下评上{result.Sheets}份，平均{mean:0.00}分", string.Create(CultureInfo.InvariantCulture, $"burdens/ratings/{round.Id}"));
        }

        return found;
    }
}
