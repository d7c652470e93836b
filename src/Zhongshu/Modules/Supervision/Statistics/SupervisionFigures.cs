using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Statistics;

/// The tasks of one unit, source or leader: how many, how many done, how many in time, how long. Key 0 stands for none.
public sealed record FigureLine(long Key, int Assigned, int Closed, int InTime, int Overdue, int Checked, int NoTail, int WeakTail, int CutShort, int Fallback, double? Days)
{
    /// 办结率: closed of assigned.
    public double? ClosedRate => Assigned == 0 ? null : (double)Closed / Assigned;

    /// 按期率: in time of closed.
    public double? InTimeRate => Closed == 0 ? null : (double)InTime / Closed;
}

/// The figures of a period: tasks that were sent in it. Each line leads to its items by the board's address.
public sealed record SupervisionFigures(DateOnly From, DateOnly To, FigureLine Total, IReadOnlyList<FigureLine> Units, IReadOnlyList<FigureLine> Sources, IReadOnlyList<FigureLine> Leaders)
{
    internal static async Task<SupervisionFigures> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var units = await LinesAsync(office, "t.lead_unit_id", from, to, cancel);
        var sources = await LinesAsync(office, "i.source", from, to, cancel);
        var leaders = await LinesAsync(office, "COALESCE(i.leader_id, 0)", from, to, cancel);
        return new SupervisionFigures(from, to, Sum(units), [.. units.OrderByDescending(u => u.ClosedRate).ThenByDescending(u => u.InTimeRate).ThenByDescending(u => u.Assigned)],
            [.. sources.OrderBy(s => s.Key)], [.. leaders.Where(l => l.Key != 0).OrderByDescending(l => l.Assigned)]);
    }

    /// The items behind a line.
    internal string Address(long? unit = null, long? source = null, long? leader = null) => new BoardFilter
    {
        State = "all",
        Unit = unit,
        Source = source is { } s ? (SourceKind)s : null,
        Leader = leader,
        From = From,
        To = To,
    }.Address("supervision");

    private static async Task<List<FigureLine>> LinesAsync(Office office, string key, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (since, until) = (OfficeDay.Start(from).ToUnixTimeMilliseconds(), OfficeDay.End(to).ToUnixTimeMilliseconds());
        var (unit, now) = (office.Actor.HomeUnitId, office.Now.ToUnixTimeMilliseconds());
        // The key is one of the three above, never somebody's text.
        var sql = string.Create(CultureInfo.InvariantCulture, $$"""
            SELECT CAST({{key}} AS bigint) AS "Key", {{Count("1 = 1")}} AS "Assigned", {{Count("t.state = 6")}} AS "Closed", {{Count("t.state = 6 AND t.in_time")}} AS "InTime",
                {{Count("t.state < 6 AND t.red_at <= {3}")}} AS "Overdue",
                {{Count("EXISTS (SELECT 1 FROM supervision_feedback f WHERE f.task_id = t.id AND f.state >= 2)")}} AS "Checked",
                {{Count("t.state < 6 AND t.red_at <= {3} AND t.progress = 0")}} AS "NoTail",
                {{Count("t.state < 6 AND t.red_at <= {3} AND t.progress > 0")}} AS "WeakTail",
                {{Count("t.reopened > 0")}} AS "CutShort", {{Count("t.is_fallback")}} AS "Fallback",
                CAST(AVG(CASE WHEN t.state = 6 THEN (t.answered_at - t.delivered_at) / 86400000.0 END) AS double precision) AS "Days"
            FROM supervision_task t JOIN supervision_item i ON i.matter_id = t.matter_id
            WHERE i.unit_id = {0} AND i.docketed_at >= {1} AND i.docketed_at < {2} AND t.state <> 7 AND t.state <> 0 GROUP BY {{key}}
            """);
        return await office.Db.Database.SqlQueryRaw<FigureLine>(sql, unit, since, until, now).ToListAsync(cancel);
    }

    private static string Count(string when) => $"CAST(SUM(CASE WHEN {when} THEN 1 ELSE 0 END) AS integer)";

    private static FigureLine Sum(IReadOnlyList<FigureLine> lines)
    {
        var closed = lines.Sum(l => l.Closed);
        return new FigureLine(0, lines.Sum(l => l.Assigned), closed, lines.Sum(l => l.InTime), lines.Sum(l => l.Overdue), lines.Sum(l => l.Checked), lines.Sum(l => l.NoTail), lines.Sum(l => l.WeakTail), lines.Sum(l => l.CutShort), lines.Sum(l => l.Fallback),
            closed == 0 ? null : lines.Where(l => l.Days is not null).Sum(l => l.Days!.Value * l.Closed) / closed);
    }
}
