using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Board;

/// How many open items of each light, and what waits for the office itself: of that, no more than Most are counted.
public sealed record BoardCounts(int Red, int Yellow, int Green, int ToSend, int ToCheck, int Extensions, int LookBacks)
{
    public const int Most = 1000;

    public static readonly BoardCounts None = new(0, 0, 0, 0, 0, 0, 0);

    public int Open => Red + Yellow + Green;

    /// A count of what waits, as a tab says it.
    public static string Word(int count) => count >= Most ? $"{Most - 1}+" : $"{count}";
}

/// Counts the board in one statement. Numbers alone, so counted without asking for each item's list of readers.
internal sealed class CountBoard(TimeProvider clock)
{
    /// Up to so many of a light are counted at every look; more are counted whole, and that holds for a while.
    private const int AtOnce = 5000;

    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<long, Whole> _wholes = new();

    public async Task<BoardCounts> ReadAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var counts = (await office.Db.Database.SqlQueryRaw<BoardCounts>(Sql, unit, AtOnce + 1, office.Today, BoardCounts.Most).ToListAsync(cancel))[0];
        if (Math.Max(counts.Red, Math.Max(counts.Yellow, counts.Green)) <= AtOnce) return counts;
        var now = clock.GetUtcNow();
        if (!_wholes.TryGetValue(unit, out var whole) || now - whole.At >= Holds || now < whole.At) _wholes[unit] = whole = new Whole(await WholeAsync(office.Db, unit, cancel), now);
        int Of(Calendar.Light light, int counted) => counted > AtOnce ? whole.Lights.GetValueOrDefault(light) : counted;
        return counts with { Red = Of(Calendar.Light.Red, counts.Red), Yellow = Of(Calendar.Light.Yellow, counts.Yellow), Green = Of(Calendar.Light.Green, counts.Green) };
    }

    private static Task<Dictionary<Calendar.Light, int>> WholeAsync(OfficeDb db, long unit, CancellationToken cancel) =>
        db.Set<SupervisionItem>().IgnoreQueryFilters().Where(i => i.UnitId == unit && i.IsOpen).GroupBy(i => i.Light).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    private static string Light(int light) => $"SELECT 1 FROM supervision_item WHERE unit_id = {{0}} AND is_open AND light = {light} LIMIT {{1}}";

    // A value asked for with each task, so that no planner joins all the items there are for the few tasks that are wanted.
    private static string Tasks(string which) => $"SELECT 1 FROM supervision_task t WHERE {which} AND (SELECT i.unit_id FROM supervision_item i WHERE i.matter_id = t.matter_id) = {{0}} LIMIT {{3}}";

    private static string Count(string rows, string name) => $"(SELECT CAST(COUNT(*) AS integer) FROM ({rows}) r) AS \"{name}\"";

    private static readonly string Sql =
        $"SELECT {Count(Light(2), "Red")}, {Count(Light(1), "Yellow")}, {Count(Light(0), "Green")}, {Count(Tasks("t.state = 0"), "ToSend")}, {Count(Tasks("t.state = 4"), "ToCheck")}, {Count(Tasks("t.asked_due_on IS NOT NULL AND t.state IN (1, 2)"), "Extensions")}, {Count(Tasks("t.look_back_on <= {2}"), "LookBacks")}";

    private sealed record Whole(IReadOnlyDictionary<Calendar.Light, int> Lights, DateTimeOffset At);
}
