using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Trail;
using WorkItem = Zhongshu.Platform.Flows.WorkItem;

namespace Zhongshu.Demo.Seeding;

/// The tables a matter is spread over, in the order in which rows are written.
internal sealed class SeedTables(OfficeDb db)
{
    public TableRows Matter { get; } = TableRows.Of<Matter>(db);

    public TableRows Document { get; } = TableRows.Of<IncomingDocument>(db);

    public TableRows Instance { get; } = TableRows.Of<FlowInstance>(db);

    public TableRows Item { get; } = TableRows.Of<WorkItem>(db);

    public TableRows Access { get; } = TableRows.Of<MatterAccess>(db);

    public TableRows Opinion { get; } = TableRows.Of<Opinion>(db);

    public TableRows Notice { get; } = TableRows.Of<Notice>(db);

    public TableRows Trail { get; } = TableRows.Of<TrailEntry>(db);
}

/// One document as the application left it: every row of it.
internal sealed record Prototype(long LeadUnit, bool IsOpen, string Code, string RegistryNumber)
{
    public required object?[] Matter { get; init; }

    public required object?[] Document { get; init; }

    public required object?[] Instance { get; init; }

    public required FlowState State { get; init; }

    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    public required IReadOnlyList<(TableRows Table, object?[] Row)> Parts { get; init; }

    /// What people wrote on it, as the index has it; the copies say the same.
    public required IReadOnlyList<string> OpinionTokens { get; init; }

    public static async Task<Prototype> TakeAsync(OfficeDb db, SeedTables tables, long matterId, long leadUnit)
    {
        var matter = await db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == matterId);
        var document = await db.Set<IncomingDocument>().AsNoTracking().SingleAsync(d => d.MatterId == matterId);
        var instance = await db.Set<FlowInstance>().AsNoTracking().SingleAsync(f => f.MatterId == matterId);
        var parts = new List<(TableRows, object?[])>();
        async Task AddAsync<T>(TableRows table, IQueryable<T> rows) where T : class
        {
            foreach (var row in await rows.AsNoTracking().ToListAsync()) parts.Add((table, table.Row(row)));
        }

        await AddAsync(tables.Item, db.Set<WorkItem>().Where(w => w.MatterId == matterId).OrderBy(w => w.Id));
        await AddAsync(tables.Access, db.Set<MatterAccess>().Where(a => a.MatterId == matterId));
        var opinions = db.Set<Opinion>().Where(o => o.MatterId == matterId).OrderBy(o => o.Id);
        await AddAsync(tables.Opinion, opinions);
        if (matter.IsOpen) await AddAsync(tables.Notice, db.Set<Notice>().Where(n => n.MatterId == matterId).OrderBy(n => n.Id));
        var trail = await db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == matterId).OrderBy(t => t.Sequence).ToListAsync();
        return new Prototype(leadUnit, matter.IsOpen, matter.Code, document.RegistryNumber)
        {
            Matter = tables.Matter.Row(matter),
            Document = tables.Document.Row(document),
            Instance = tables.Instance.Row(instance),
            State = FlowJson.ReadState(instance.StateJson),
            Trail = trail,
            Parts = parts,
            OpinionTokens = SearchTokens.Of(OpinionIndex.TextOf(await opinions.AsNoTracking().ToListAsync())),
        };
    }

    /// All ways through the office that are played once: closed for every section, open at every stage.
    public static IEnumerable<Route> Routes()
    {
        (string Way, long[] Leaders)[] ways = [("routing", []), ("instruction", [2]), ("instruction", [1, 3]), ("instruction-in-turn", [4, 1])];
        foreach (var unit in SeedWords.Subjects.DistinctBy(s => s.LeadUnit))
        {
            foreach (var (way, leaders) in ways)
                yield return new Route(way, leaders, unit.LeadUnit, unit.SupportUnit, int.MaxValue);
            for (var acts = 0; acts < 6; acts++)
                yield return new Route(ways[1 + acts % 3].Way, ways[1 + acts % 3].Leaders, unit.LeadUnit, unit.SupportUnit, acts);
        }
    }
}
