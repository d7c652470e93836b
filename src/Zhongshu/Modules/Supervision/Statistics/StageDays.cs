using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Statistics;

/// Average days of each stage of the tasks of a line: docketed to sent, sent to the first report, from there to the closing request, and the check. Key 0 for all.
public sealed record StageLine(long Key, double? Send, double? Report, double? Finish, double? Check);

/// One month: how many items were docketed, and how many closed.
public sealed record MonthLine(DateOnly Month, int Docketed, int Closed);

/// 各环节用时, and the trend of a year.
internal static class StageDays
{
    private sealed record Counted(int Month, int Count);

    public static Task<List<StageLine>> BySourceAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel) => LinesAsync(office, "i.source", from, to, cancel);

    public static Task<List<StageLine>> ByLeaderAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel) => LinesAsync(office, "COALESCE(i.leader_id, 0)", from, to, cancel);

    public static Task<List<StageLine>> ByUnitAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel) => LinesAsync(office, "t.lead_unit_id", from, to, cancel);

    public static async Task<StageLine> AllAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel) =>
        (await LinesAsync(office, "0", from, to, cancel)).FirstOrDefault() ?? new StageLine(0, null, null, null, null);

    /// The twelve months up to this one.
    public static async Task<IReadOnlyList<MonthLine>> MonthsAsync(Office office, CancellationToken cancel)
    {
        var first = new DateOnly(office.Today.Year, office.Today.Month, 1).AddMonths(-11);
        var docketed = await CountAsync(office, "docketed_at", first, cancel);
        var closed = await CountAsync(office, "closed_at", first, cancel);
        return [.. Enumerable.Range(0, 12).Select(m => new MonthLine(first.AddMonths(m), docketed.GetValueOrDefault(m), closed.GetValueOrDefault(m)))];
    }

    private static Task<List<StageLine>> LinesAsync(Office office, string key, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (since, until) = (OfficeDay.Start(from).ToUnixTimeMilliseconds(), OfficeDay.End(to).ToUnixTimeMilliseconds());
        // The key is one of the four above, never somebody's text.
        var sql = $$"""
            SELECT CAST(d.key AS bigint) AS "Key", {{Days("d.delivered_at - d.docketed_at")}} AS "Send", {{Days("d.first_at - d.delivered_at")}} AS "Report",
                {{Days("d.answered_at - d.first_at")}} AS "Finish", {{Days("d.closed_at - d.answered_at")}} AS "Check"
            FROM (SELECT {{key}} AS key, i.docketed_at, t.delivered_at, t.answered_at, CASE WHEN t.state = 6 THEN t.closed_at END AS closed_at,
                    (SELECT MIN(f.at) FROM supervision_feedback f WHERE f.task_id = t.id) AS first_at
                FROM supervision_task t JOIN supervision_item i ON i.matter_id = t.matter_id
                WHERE i.unit_id = {0} AND i.docketed_at >= {1} AND i.docketed_at < {2} AND t.state <> 7 AND t.state <> 0) d
            GROUP BY d.key
            """;
        return office.Db.Database.SqlQueryRaw<StageLine>(sql, office.Actor.HomeUnitId, since, until).ToListAsync(cancel);
    }

    private static string Days(string span) => $"CAST(AVG(({span}) / 86400000.0) AS double precision)";

    /// One pass over the items: each falls into the month its instant is in.
    private static async Task<Dictionary<int, int>> CountAsync(Office office, string column, DateOnly first, CancellationToken cancel)
    {
        static long Start(DateOnly month) => OfficeDay.Start(month).ToUnixTimeMilliseconds();
        var cases = string.Concat(Enumerable.Range(0, 12).Reverse().Select(m => string.Create(CultureInfo.InvariantCulture, $" WHEN {column} >= {Start(first.AddMonths(m))} THEN {m}")));
        var sql = $$"""
            SELECT m.month AS "Month", CAST(COUNT(*) AS integer) AS "Count"
            FROM (SELECT CASE{{cases}} END AS month FROM supervision_item WHERE unit_id = {0} AND {{column}} >= {1} AND {{column}} < {2}) m GROUP BY m.month
            """;
        return (await office.Db.Database.SqlQueryRaw<Counted>(sql, office.Actor.HomeUnitId, Start(first), Start(first.AddMonths(12))).ToListAsync(cancel)).ToDictionary(c => c.Month, c => c.Count);
    }
}
