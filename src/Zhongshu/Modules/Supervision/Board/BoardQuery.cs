using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Board;

/// One line of the board.
public sealed record BoardRow(
    long Id, string Code, string Title, int Source, long? LeaderId, Light Light, DateOnly DueOn, bool IsOpen, int Tasks, int OpenTasks, string Stage, string Holder,
    DateTimeOffset DocketedAt, DateTimeOffset? ClosedAt, string Result, MatterState State, string Topic);

/// 督办台账: the most urgent first; a page costs the same at ten items and at a million.
internal static class BoardQuery
{
    private sealed class Pair
    {
        public required Matter Matter { get; init; }

        public required SupervisionItem Item { get; init; }
    }

    // So many waiting tasks are found through themselves; of more, the board comes upon enough in its own order.
    private const int Few = 1000;

    public static async Task<(IReadOnlyList<BoardRow> Rows, string? Next)> PageAsync(Office office, BoardFilter filter, int size, CancellationToken cancel)
    {
        var chosen = await ChosenAsync(office, filter, cancel);
        var rows = filter.State switch
        {
            "closed" => await RowsAsync(Closed(chosen, filter.LastAt()), size + 1, cancel),
            "all" => await RowsAsync(Docketed(chosen, filter.LastAt()), size + 1, cancel),
            "lookback" => await RowsAsync(Longest(chosen, filter.LastAt()), size + 1, cancel),
            _ => await PressingAsync(chosen, filter.Last(), size + 1, cancel),
        };
        if (rows.Count <= size) return (rows, null);
        var last = rows[size - 1];
        return (rows[..size], filter.State switch
        {
            "closed" => BoardFilter.KeyOf(last.ClosedAt!.Value, last.Id),
            "all" or "lookback" => BoardFilter.KeyOf(last.DocketedAt, last.Id),
            _ => BoardFilter.KeyOf(last.Light, last.DueOn, last.Id),
        });
    }

    /// The worst light first, then by the day. Behind a row: what is left of its light from its day on, then the lights below, each read from its place in the index.
    private static async Task<List<BoardRow>> PressingAsync(IQueryable<Pair> chosen, (Light Light, DateOnly DueOn, long Id)? after, int size, CancellationToken cancel)
    {
        if (after is not var (light, day, id)) return await RowsAsync(InOrder(chosen), size, cancel);
        var rows = await RowsAsync(InOrder(chosen.Where(p => p.Item.Light == light && p.Item.DueOn >= day && (p.Item.DueOn > day || p.Item.MatterId > id))), size, cancel);
        if (rows.Count < size && light > Light.Green) rows.AddRange(await RowsAsync(InOrder(chosen.Where(p => p.Item.Light < light)), size - rows.Count, cancel));
        return rows;
    }

    private static IQueryable<Pair> InOrder(IQueryable<Pair> chosen) => chosen.OrderByDescending(p => p.Item.Light).ThenBy(p => p.Item.DueOn).ThenBy(p => p.Item.MatterId);

    private static IQueryable<Pair> Closed(IQueryable<Pair> chosen, (DateTimeOffset At, long Id)? after)
    {
        if (after is var (at, id)) chosen = chosen.Where(p => p.Item.ClosedAt <= at && (p.Item.ClosedAt < at || p.Item.MatterId < id));
        return chosen.OrderByDescending(p => p.Item.ClosedAt).ThenByDescending(p => p.Item.MatterId);
    }

    private static IQueryable<Pair> Docketed(IQueryable<Pair> chosen, (DateTimeOffset At, long Id)? after)
    {
        if (after is var (at, id)) chosen = chosen.Where(p => p.Item.DocketedAt <= at && (p.Item.DocketedAt < at || p.Item.MatterId < id));
        return chosen.OrderByDescending(p => p.Item.DocketedAt).ThenByDescending(p => p.Item.MatterId);
    }

    private static IQueryable<Pair> Longest(IQueryable<Pair> chosen, (DateTimeOffset At, long Id)? after)
    {
        if (after is var (at, id)) chosen = chosen.Where(p => p.Item.DocketedAt >= at && (p.Item.DocketedAt > at || p.Item.MatterId > id));
        return chosen.OrderBy(p => p.Item.DocketedAt).ThenBy(p => p.Item.MatterId);
    }

    private static Task<List<BoardRow>> RowsAsync(IQueryable<Pair> pairs, int size, CancellationToken cancel) =>
        pairs.Take(size).Select(p => new BoardRow(p.Matter.Id, p.Matter.Code, p.Matter.Title, (int)p.Item.Source, p.Item.LeaderId, p.Item.Light, p.Item.DueOn, p.Item.IsOpen, p.Item.Tasks, p.Item.OpenTasks,
            p.Matter.Stage, p.Matter.Holder, p.Item.DocketedAt, p.Item.ClosedAt, p.Item.Result, p.Matter.State, p.Item.Topic)).ToListAsync(cancel);

    private static async Task<IQueryable<Pair>> ChosenAsync(Office office, BoardFilter filter, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var pairs =
            from item in office.Db.Set<SupervisionItem>().Parts().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            where item.UnitId == unit
            select new Pair { Matter = matter, Item = item };
        pairs = filter.State switch
        {
            // What was withdrawn whole counts no task any more.
            "closed" => pairs.Where(p => p.Item.ClosedAt != null && p.Item.Tasks > 0),
            "all" or "lookback" => pairs,
            _ => pairs.Where(p => p.Item.IsOpen),
        };
        if (Waiting(office, filter.State) is { } waits) pairs = await WithAsync(office, pairs, waits, cancel);
        if (filter.Light is { } light) pairs = pairs.Where(p => p.Item.Light == light);
        if (filter.Source is { } source) pairs = pairs.Where(p => p.Item.Source == source);
        if (filter.Ledger is { } name && office.Rules.Value(SupervisionRules.Ledgers).FirstOrDefault(l => l.Id == name) is { } ledger) pairs = In(pairs, office, ledger);
        if (filter.Leader is { } leader) pairs = pairs.Where(p => p.Item.LeaderId == leader);
        if (filter.Unit is { } lead) pairs = await WithAsync(office, pairs, t => t.LeadUnitId == lead, cancel);
        if (filter.Words is { } words) pairs = pairs.Where(p => p.Matter.Title.Contains(words) || p.Matter.Code == words);
        if (filter.From is { } from) pairs = pairs.Where(p => p.Item.DocketedAt >= OfficeDay.Start(from));
        if (filter.To is { } to) pairs = pairs.Where(p => p.Item.DocketedAt < OfficeDay.End(to));
        return pairs;
    }

    /// What the tasks of a state of the board wait for; null for a state that asks for no task.
    private static Expression<Func<SupervisionTask, bool>>? Waiting(Office office, string state)
    {
        var today = office.Today;
        switch (state)
        {
            case "send": return t => t.State == TaskState.Drafted;
            case "check": return t => t.State == TaskState.Checking;
            case "extension": return t => t.AskedDueOn != null && (t.State == TaskState.Delivered || t.State == TaskState.Running);
            case "double": return t => t.SecondUnitId != null && t.State < TaskState.Closed;
            case "lookback": return t => t.LookBackOn <= today;
            case "lagging":
                var lagging = TaskDates.Before(today, office.Rules.Value(SupervisionRules.DoubleAfter), office.Rules.Calendar);
                return t => t.DueOn <= lagging && t.SecondUnitId == null && (t.State == TaskState.Delivered || t.State == TaskState.Running || t.State == TaskState.HeadReview);
            default: return null;
        }
    }

    /// Items with such a task. Of many, each item of the board is asked in its turn; between two equal bounds PostgreSQL does not join all of them first.
    private static async Task<IQueryable<Pair>> WithAsync(Office office, IQueryable<Pair> pairs, Expression<Func<SupervisionTask, bool>> which, CancellationToken cancel)
    {
        var tasks = office.Db.Set<SupervisionTask>().Parts().Where(which);
        if (await tasks.Select(t => t.MatterId).Take(Few + 1).CountAsync(cancel) <= Few) return pairs.Where(p => tasks.Select(t => t.MatterId).Contains(p.Item.MatterId));
        return office.Db.IsSqlite ? pairs.Where(p => tasks.Any(t => t.MatterId == p.Item.MatterId)) : pairs.Where(p => tasks.Any(t => t.MatterId >= p.Item.MatterId && t.MatterId <= p.Item.MatterId));
    }

    /// An item stands in the ledgers of its topic and of every source it has, merged ones too.
    private static IQueryable<Pair> In(IQueryable<Pair> pairs, Office office, LedgerWord ledger)
    {
        var (kinds, topics) = (SupervisionRules.KindsOf(ledger), ledger.Topics.ToArray());
        var bases = office.Db.Set<Basis>().Parts();
        return kinds.Length == 0 ? pairs.Where(p => topics.Contains(p.Item.Topic))
            : pairs.Where(p => kinds.Contains(p.Item.Source) || topics.Contains(p.Item.Topic) || bases.Any(b => b.MatterId == p.Item.MatterId && kinds.Contains(b.Source)));
    }
}
