using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Board;

/// One line of the board.
public sealed record BoardRow(
    long Id, string Code, string Title, int Source, long? LeaderId, Light Light, DateOnly DueOn, bool IsOpen, int Tasks, int OpenTasks, string Stage, string Holder,
    DateTimeOffset DocketedAt, DateTimeOffset? ClosedAt, string Result, MatterState State, string Topic);

/// How many open items of each light, and what waits for the office itself.
public sealed record BoardCounts(int Red, int Yellow, int Green, int ToSend, int ToCheck, int Extensions, int LookBacks);

/// 督办台账: the most urgent first; a page costs the same at ten items and at a million.
internal static class BoardQuery
{
    private sealed class Pair
    {
        public required Matter Matter { get; init; }

        public required SupervisionItem Item { get; init; }
    }

    public static async Task<(IReadOnlyList<BoardRow> Rows, string? Next)> PageAsync(Office office, BoardFilter filter, int size, CancellationToken cancel)
    {
        var chosen = Chosen(office, filter);
        if (filter.Last() is var (light, day, id))
            chosen = chosen.Where(p => p.Item.Light < light || (p.Item.Light == light && (p.Item.DueOn > day || (p.Item.DueOn == day && p.Item.MatterId > id))));
        var rows = await chosen.OrderByDescending(p => p.Item.Light).ThenBy(p => p.Item.DueOn).ThenBy(p => p.Item.MatterId).Take(size + 1)
            .Select(p => new BoardRow(p.Matter.Id, p.Matter.Code, p.Matter.Title, (int)p.Item.Source, p.Item.LeaderId, p.Item.Light, p.Item.DueOn, p.Item.IsOpen, p.Item.Tasks, p.Item.OpenTasks,
                p.Matter.Stage, p.Matter.Holder, p.Item.DocketedAt, p.Item.ClosedAt, p.Item.Result, p.Matter.State, p.Item.Topic)).ToListAsync(cancel);
        if (rows.Count <= size) return (rows, null);
        var last = rows[size - 1];
        return (rows[..size], BoardFilter.KeyOf(last.Light, last.DueOn, last.Id));
    }

    /// Numbers alone, so counted without asking for each item's list of readers.
    public static async Task<BoardCounts> CountsAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var lights = await office.Db.Set<SupervisionItem>().IgnoreQueryFilters().Where(i => i.UnitId == unit && i.IsOpen).GroupBy(i => i.Light)
            .Select(g => new { Light = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Light, g => g.Count, cancel);
        var today = office.Today;
        var items = office.Db.Set<SupervisionItem>().IgnoreQueryFilters();
        var tasks = office.Db.Set<SupervisionTask>().IgnoreQueryFilters().Where(t => items.Any(i => i.MatterId == t.MatterId && i.UnitId == unit));
        var waiting = await tasks.Where(t => t.State == TaskState.Drafted || t.State == TaskState.Checking).GroupBy(t => t.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, cancel);
        return new BoardCounts(lights.GetValueOrDefault(Light.Red), lights.GetValueOrDefault(Light.Yellow), lights.GetValueOrDefault(Light.Green),
            waiting.GetValueOrDefault(TaskState.Drafted), waiting.GetValueOrDefault(TaskState.Checking),
            await tasks.CountAsync(t => t.AskedDueOn != null, cancel), await tasks.CountAsync(t => t.LookBackOn <= today, cancel));
    }

    private static IQueryable<Pair> Chosen(Office office, BoardFilter filter)
    {
        var unit = office.Actor.HomeUnitId;
        var today = office.Today;
        var tasks = office.Db.Set<SupervisionTask>().IgnoreQueryFilters();
        var lagging = TaskDates.Before(today, office.Rules.Value(SupervisionRules.DoubleAfter), office.Rules.Calendar);
        var pairs =
            from item in office.Db.Set<SupervisionItem>().IgnoreQueryFilters().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            where item.UnitId == unit
            select new Pair { Matter = matter, Item = item };
        pairs = filter.State switch
        {
            "closed" => pairs.Where(p => !p.Item.IsOpen),
            "all" => pairs,
            "send" => pairs.Where(p => p.Item.IsOpen && tasks.Any(t => t.MatterId == p.Item.MatterId && t.State == TaskState.Drafted)),
            "check" => pairs.Where(p => p.Item.IsOpen && tasks.Any(t => t.MatterId == p.Item.MatterId && t.State == TaskState.Checking)),
            "extension" => pairs.Where(p => p.Item.IsOpen && tasks.Any(t => t.MatterId == p.Item.MatterId && t.AskedDueOn != null)),
            "lagging" => pairs.Where(p => p.Item.IsOpen && tasks.Any(t => t.MatterId == p.Item.MatterId && t.DueOn <= lagging && t.SecondUnitId == null && (t.State == TaskState.Delivered || t.State == TaskState.Running || t.State == TaskState.HeadReview))),
            "double" => pairs.Where(p => p.Item.IsOpen && tasks.Any(t => t.MatterId == p.Item.MatterId && t.SecondUnitId != null && t.State < TaskState.Closed)),
            "lookback" => pairs.Where(p => tasks.Any(t => t.MatterId == p.Item.MatterId && t.LookBackOn <= today)),
            _ => pairs.Where(p => p.Item.IsOpen),
        };
        if (filter.Light is { } light) pairs = pairs.Where(p => p.Item.Light == light);
        if (filter.Source is { } source) pairs = pairs.Where(p => p.Item.Source == source);
        if (filter.Ledger is { } name && office.Rules.Value(SupervisionRules.Ledgers).FirstOrDefault(l => l.Id == name) is { } ledger) pairs = In(pairs, office, ledger);
        if (filter.Leader is { } leader) pairs = pairs.Where(p => p.Item.LeaderId == leader);
        if (filter.Unit is { } lead) pairs = pairs.Where(p => tasks.Any(t => t.MatterId == p.Item.MatterId && t.LeadUnitId == lead));
        if (filter.Words is { } words) pairs = pairs.Where(p => p.Matter.Title.Contains(words) || p.Matter.Code == words);
        if (filter.From is { } from) pairs = pairs.Where(p => p.Item.DocketedAt >= OfficeDay.Start(from));
        if (filter.To is { } to) pairs = pairs.Where(p => p.Item.DocketedAt < OfficeDay.End(to));
        return pairs;
    }

    /// An item stands in the ledgers of its topic and of every source it has, merged ones too.
    private static IQueryable<Pair> In(IQueryable<Pair> pairs, Office office, LedgerWord ledger)
    {
        var (kinds, topics) = (SupervisionRules.KindsOf(ledger), ledger.Topics.ToArray());
        var bases = office.Db.Set<Basis>().IgnoreQueryFilters();
        return kinds.Length == 0 ? pairs.Where(p => topics.Contains(p.Item.Topic))
            : pairs.Where(p => kinds.Contains(p.Item.Source) || topics.Contains(p.Item.Topic) || bases.Any(b => b.MatterId == p.Item.MatterId && kinds.Contains(b.Source)));
    }
}
