using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Board;

/// One unit on the map: its open tasks by light, and how many of all are closed.
public sealed record UnitTile(long Unit, string Name, bool IsPlace, int Red, int Yellow, int Green, int Closed)
{
    public int Open => Red + Yellow + Green;

    public int All => Open + Closed;

    /// Red ones that lie with the unit: what it handed in and the office has not checked in time is no lagging of its own.
    public int Late { get; init; }

    /// The worst light of what is open; null when nothing is.
    public Light? Worst => Red > 0 ? Light.Red : Yellow > 0 ? Light.Yellow : Green > 0 ? Light.Green : null;

    public double ClosedShare => All == 0 ? 0 : (double)Closed / All;
}

/// 挂图督查: every unit that leads tasks docketed this year or still open, the worst first.
internal static class UnitTiles
{
    private const int MostLaggards = 5;

    private sealed record Counted(long Unit, TaskState State, Light Light, int Count);

    public static async Task<IReadOnlyList<UnitTile>> ReadAsync(Office office, CancellationToken cancel)
    {
        var (unit, since) = (office.Actor.HomeUnitId, Platform.OfficeDay.Start(new DateOnly(office.Today.Year, 1, 1)));
        var items = office.Db.Set<SupervisionItem>().IgnoreQueryFilters();
        var rows = await office.Db.Set<SupervisionTask>().IgnoreQueryFilters()
            .Where(t => t.State != TaskState.Withdrawn && t.State != TaskState.Drafted && items.Any(i => i.MatterId == t.MatterId && i.UnitId == unit && (i.IsOpen || i.DocketedAt >= since)))
            .GroupBy(t => new { t.LeadUnitId, t.State, t.Light }).Select(g => new Counted(g.Key.LeadUnitId, g.Key.State, g.Key.Light, g.Count())).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        return [.. rows.GroupBy(r => r.Unit).Select(g => Tile(book.Unit(g.Key), [.. g]))
            .OrderByDescending(t => t.Worst).ThenByDescending(t => t.Red).ThenByDescending(t => t.Yellow).ThenByDescending(t => t.Open).ThenBy(t => t.Unit)];
    }

    /// 任务滞后、问题较多的地方, who may be inspected once and together.
    public static async Task<IReadOnlyList<UnitTile>> LaggardsAsync(Office office, CancellationToken cancel) => [.. (await ReadAsync(office, cancel)).Where(t => t.Late > 0).OrderByDescending(t => t.Late).Take(MostLaggards)];

    private static UnitTile Tile(Platform.Organisation.Unit? unit, IReadOnlyList<Counted> rows)
    {
        int Open(Light light) => rows.Where(r => r.State < TaskState.Closed && r.Light == light).Sum(r => r.Count);
        // Counties and districts stand together, departments beside them.
        return new UnitTile(rows[0].Unit, unit?.ShortName ?? "已撤销单位", unit?.Name.EndsWith("人民政府", StringComparison.Ordinal) == true, Open(Light.Red), Open(Light.Yellow), Open(Light.Green), rows.Where(r => r.State == TaskState.Closed).Sum(r => r.Count))
        {
            Late = rows.Where(r => r.State < TaskState.Checking && r.Light == Light.Red).Sum(r => r.Count),
        };
    }
}
