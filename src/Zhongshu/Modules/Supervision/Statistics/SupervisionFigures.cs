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

    internal int Of(Figure figure) => figure switch
    {
        Figure.Checked => Checked,
        Figure.Closed => Closed,
        Figure.InTime => InTime,
        Figure.Overdue => Overdue,
        Figure.NoTail => NoTail,
        Figure.WeakTail => WeakTail,
        Figure.CutShort => CutShort,
        Figure.Fallback => Fallback,
        _ => Assigned,
    };
}

/// The figures of a period: tasks that were sent in it. Each line leads to its items by the board's address.
public sealed record SupervisionFigures(DateOnly From, DateOnly To, FigureLine Total, IReadOnlyList<FigureLine> Units, IReadOnlyList<FigureLine> Sources, IReadOnlyList<FigureLine> Leaders)
{
    /// Beside what was docketed in the period, what was docketed before and was still open in it.
    internal bool IsStanding { get; init; }

    // What every line adds up, by all three keys at once: the tasks of the period are read once however many lines they stand in.
    private sealed record Group(long Unit, long Source, long Leader, int Assigned, int Closed, int InTime, int Overdue, int Checked, int NoTail, int WeakTail, int CutShort, int Fallback, double Days, int Timed);

    // 超期未办结 is the unit's: the day is over, and neither is the result handed in and waits for the office, nor is the task suspended.
    private const string Late = "t.state < 5 AND t.due_on < {3} AND NOT (t.state = 4 AND t.answered_at IS NOT NULL)";

    // What the unit's head let go; a report of no progress is a report.
    private const string Reported = "EXISTS (SELECT 1 FROM supervision_feedback r WHERE r.task_id = t.id AND r.approved_by <> '')";

    internal static Task<SupervisionFigures> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel) => ReadAsync(office, from, to, false, cancel);

    /// standing: a paper on how things stand leaves out nothing that is under way.
    internal static async Task<SupervisionFigures> ReadAsync(Office office, DateOnly from, DateOnly to, bool standing, CancellationToken cancel)
    {
        var groups = await GroupsAsync(office, from, to, standing, cancel);
        List<FigureLine> Lines(Func<Group, long> key) => [.. groups.GroupBy(key).Select(g => Sum(g.Key, [.. g]))];
        return new SupervisionFigures(from, to, Sum(0, groups), [.. Lines(g => g.Unit).OrderByDescending(u => u.ClosedRate).ThenByDescending(u => u.InTimeRate).ThenByDescending(u => u.Assigned)],
            [.. Lines(g => g.Source).OrderBy(s => s.Key)], [.. Lines(g => g.Leader).Where(l => l.Key != 0).OrderByDescending(l => l.Assigned)]) { IsStanding = standing };
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

    private static async Task<List<Group>> GroupsAsync(Office office, DateOnly from, DateOnly to, bool standing, CancellationToken cancel)
    {
        var scope = standing ? "(i.docketed_at >= {1} OR i.is_open OR i.closed_at >= {1})" : "i.docketed_at >= {1}";
        var (since, until) = (OfficeDay.Start(from).ToUnixTimeMilliseconds(), OfficeDay.End(to).ToUnixTimeMilliseconds());
        var unit = office.Actor.HomeUnitId;
        var sql = $$"""
            SELECT t.lead_unit_id AS "Unit", CAST(i.source AS bigint) AS "Source", COALESCE(i.leader_id, 0) AS "Leader", {{Count("1 = 1")}} AS "Assigned", {{Count("t.state = 6")}} AS "Closed", {{Count("t.state = 6 AND t.in_time")}} AS "InTime",
                {{Count(Late)}} AS "Overdue",
                {{Count("EXISTS (SELECT 1 FROM supervision_feedback f WHERE f.task_id = t.id AND f.state >= 2 AND f.approved_by <> '')")}} AS "Checked",
                {{Count($"{Late} AND NOT {Reported}")}} AS "NoTail",
                {{Count($"{Late} AND {Reported}")}} AS "WeakTail",
                {{Count("t.reopened > 0")}} AS "CutShort", {{Count("t.is_fallback")}} AS "Fallback",
                CAST(COALESCE(SUM(CASE WHEN t.state = 6 THEN (t.answered_at - t.delivered_at) / 86400000.0 END), 0) AS double precision) AS "Days", {{Count("t.state = 6 AND t.answered_at - t.delivered_at IS NOT NULL")}} AS "Timed"
            FROM supervision_task t JOIN supervision_item i ON i.matter_id = t.matter_id
            WHERE i.unit_id = {0} AND {{scope}} AND i.docketed_at < {2} AND t.state <> 7 AND t.state <> 0 GROUP BY 1, 2, 3
            """;
        return await office.Db.Database.SqlQueryRaw<Group>(sql, unit, since, until, office.Today).ToListAsync(cancel);
    }

    private static string Count(string when) => $"CAST(SUM(CASE WHEN {when} THEN 1 ELSE 0 END) AS integer)";

    private static FigureLine Sum(long key, IReadOnlyList<Group> groups)
    {
        var timed = groups.Sum(g => g.Timed);
        return new FigureLine(key, groups.Sum(g => g.Assigned), groups.Sum(g => g.Closed), groups.Sum(g => g.InTime), groups.Sum(g => g.Overdue), groups.Sum(g => g.Checked), groups.Sum(g => g.NoTail), groups.Sum(g => g.WeakTail),
            groups.Sum(g => g.CutShort), groups.Sum(g => g.Fallback), timed == 0 ? null : groups.Sum(g => g.Days) / timed);
    }
}
