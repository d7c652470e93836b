using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Board;

/// One ledger with its numbers: open ones by light, and closed ones.
internal sealed record LedgerLine(LedgerWord Ledger, int Red, int Yellow, int Green, int Closed)
{
    public int Open => Red + Yellow + Green;
}

/// 分册: how many items stand in each. The same item is counted once in a ledger, whatever number of sources it has.
internal static class LedgerCounts
{
    private sealed record Group(SourceKind Source, string Topic, bool IsOpen, Light Light, int Count);

    /// A merged source that is not the item's own.
    private sealed record Merged(long Id, SourceKind By, SourceKind Source, string Topic, bool IsOpen, Light Light);

    public static async Task<IReadOnlyList<LedgerLine>> ReadAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var items = office.Db.Set<SupervisionItem>().IgnoreQueryFilters().Where(i => i.UnitId == unit);
        var groups = await items.GroupBy(i => new { i.Source, i.Topic, i.IsOpen, i.Light })
            .Select(g => new Group(g.Key.Source, g.Key.Topic, g.Key.IsOpen, g.Key.Light, g.Count())).ToListAsync(cancel);
        // What was withdrawn whole is over and not done; it is taken off again. Such items are few and found through their tasks, so that the count above stays one of the index alone.
        var withdrawn = office.Db.Set<SupervisionTask>().IgnoreQueryFilters().Where(t => t.State == TaskState.Withdrawn).Select(t => t.MatterId);
        groups.AddRange(await items.Where(i => !i.IsOpen && i.Tasks == 0 && withdrawn.Contains(i.MatterId)).GroupBy(i => new { i.Source, i.Topic })
            .Select(g => new Group(g.Key.Source, g.Key.Topic, false, Light.Green, -g.Count())).ToListAsync(cancel));
        // Few items have more than one basis: those are found first, in the order of the index.
        var bases = office.Db.Set<Basis>().IgnoreQueryFilters();
        var several = bases.GroupBy(b => b.MatterId).Where(g => g.Count() > 1).Select(g => g.Key);
        var merged = await (from basis in bases join item in items on basis.MatterId equals item.MatterId
            where several.Contains(basis.MatterId) && basis.Source != item.Source && (item.IsOpen || item.Tasks > 0) select new Merged(item.MatterId, basis.Source, item.Source, item.Topic, item.IsOpen, item.Light)).Distinct().ToListAsync(cancel);
        return [.. office.Rules.Value(SupervisionRules.Ledgers).Select(ledger => Line(ledger, groups, merged))];
    }

    private static LedgerLine Line(LedgerWord ledger, List<Group> groups, List<Merged> merged)
    {
        var kinds = SupervisionRules.KindsOf(ledger);
        bool Stands(SourceKind source, string topic) => kinds.Contains(source) || ledger.Topics.Contains(topic, StringComparer.Ordinal);
        var joined = merged.Where(m => kinds.Contains(m.By) && !Stands(m.Source, m.Topic)).DistinctBy(m => m.Id).ToList();
        int Count(Func<bool, Light, bool> which) => groups.Where(g => Stands(g.Source, g.Topic) && which(g.IsOpen, g.Light)).Sum(g => g.Count) + joined.Count(m => which(m.IsOpen, m.Light));
        return new LedgerLine(ledger, Count((open, light) => open && light == Light.Red), Count((open, light) => open && light == Light.Yellow), Count((open, light) => open && light == Light.Green), Count((open, _) => !open));
    }
}
