using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Supervision.Statistics;

/// Average days of each stage of the tasks of a line: docketed to sent, sent to the first report, from there to the closing request, and the check. Key 0 for all.
public sealed record StageLine(long Key, double? Send, double? Report, double? Finish, double? Check);

/// The stages of all tasks of a period, and of those of each unit, source and leader.
public sealed record StageFigures(StageLine All, IReadOnlyList<StageLine> Units, IReadOnlyList<StageLine> Sources, IReadOnlyList<StageLine> Leaders);

/// One month: how many items were docketed, and how many closed.
public sealed record MonthLine(DateOnly Month, int Docketed, int Closed)
{
    internal const string Title = "近12个月立项和办结（件）";

    internal static readonly string[] Series = ["办结", "立项"];

    internal Shell.Parts.Chart.Row Row() =>
        new($"{Month.Month}月", Closed, Docketed, $"立项{Docketed}件，办结{Closed}件", new Board.BoardFilter { State = "all", From = Month, To = Month.AddMonths(1).AddDays(-1) }.Address("supervision"));
}

/// 各环节用时, and the trend of a year.
internal static class StageDays
{
    private sealed record Counted(int Month, int Count);

    private sealed record Group(long Unit, long Source, long Leader, double Send, int Sent, double Report, int Reported, double Finish, int Finished, double Check, int Checked);

    /// The tasks of the period, read once for all lines.
    public static async Task<StageFigures> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (since, until) = (OfficeDay.Start(from).ToUnixTimeMilliseconds(), OfficeDay.End(to).ToUnixTimeMilliseconds());
        var sql = $$"""
            SELECT d.lead_unit_id AS "Unit", CAST(d.source AS bigint) AS "Source", COALESCE(d.leader_id, 0) AS "Leader", {{Days("d.delivered_at - d.opened_at", "Send", "Sent")}}, {{Days("d.first_at - d.delivered_at", "Report", "Reported")}},
                {{Days("d.answered_at - d.first_at", "Finish", "Finished")}}, {{Days("d.closed_at - d.answered_at", "Check", "Checked")}}
            FROM (SELECT t.lead_unit_id, i.source, i.leader_id, t.opened_at, t.delivered_at, t.answered_at, CASE WHEN t.state = 6 THEN t.closed_at END AS closed_at,
                    (SELECT MIN(f.at) FROM supervision_feedback f WHERE f.task_id = t.id AND f.at >= t.delivered_at) AS first_at
                FROM supervision_task t JOIN supervision_item i ON i.matter_id = t.matter_id
                WHERE i.unit_id = {0} AND i.docketed_at >= {1} AND i.docketed_at < {2} AND t.state <> 7 AND t.state <> 0) d
            GROUP BY 1, 2, 3
            """;
        var groups = await office.Db.Database.SqlQueryRaw<Group>(sql, office.Actor.HomeUnitId, since, until).ToListAsync(cancel);
        IReadOnlyList<StageLine> Lines(Func<Group, long> key) => [.. groups.GroupBy(key).Select(g => Line(g.Key, [.. g]))];
        return new StageFigures(Line(0, groups), Lines(g => g.Unit), Lines(g => g.Source), Lines(g => g.Leader));
    }

    /// The twelve months up to this one.
    public static async Task<IReadOnlyList<MonthLine>> MonthsAsync(Office office, CancellationToken cancel)
    {
        var first = new DateOnly(office.Today.Year, office.Today.Month, 1).AddMonths(-11);
        var docketed = await CountAsync(office, "docketed_at", "", first, cancel);
        var closed = await CountAsync(office, "closed_at", " AND tasks > 0", first, cancel);
        return [.. Enumerable.Range(0, 12).Select(m => new MonthLine(first.AddMonths(m), docketed.GetValueOrDefault(m), closed.GetValueOrDefault(m)))];
    }

    /// A result that was the first report too took no time between the two, by however little their instants differ.
    private static StageLine Line(long key, IReadOnlyList<Group> groups)
    {
        double? Mean(Func<Group, double> days, Func<Group, int> of) => groups.Sum(of) is > 0 and var all ? Math.Max(0, groups.Sum(days) / all) : null;
        return new StageLine(key, Mean(g => g.Send, g => g.Sent), Mean(g => g.Report, g => g.Reported), Mean(g => g.Finish, g => g.Finished), Mean(g => g.Check, g => g.Checked));
    }

    private static string Days(string span, string days, string of) => $"CAST(COALESCE(SUM(({span}) / 86400000.0), 0) AS double precision) AS \"{days}\", CAST(COUNT({span}) AS integer) AS \"{of}\"";

    /// One pass over the items: each falls into the month its instant is in. What was withdrawn whole has an end and no task, and is not closed.
    private static async Task<Dictionary<int, int>> CountAsync(Office office, string column, string which, DateOnly first, CancellationToken cancel)
    {
        static long Start(DateOnly month) => OfficeDay.Start(month).ToUnixTimeMilliseconds();
        var cases = string.Concat(Enumerable.Range(0, 12).Reverse().Select(m => string.Create(CultureInfo.InvariantCulture, $" WHEN {column} >= {Start(first.AddMonths(m))} THEN {m}")));
        var sql = $$"""
            SELECT m.month AS "Month", CAST(COUNT(*) AS integer) AS "Count"
            FROM (SELECT CASE{{cases}} END AS month FROM supervision_item WHERE unit_id = {0} AND {{column}} >= {1} AND {{column}} < {2}{{which}}) m GROUP BY m.month
            """;
        return (await office.Db.Database.SqlQueryRaw<Counted>(sql, office.Actor.HomeUnitId, Start(first), Start(first.AddMonths(12))).ToListAsync(cancel)).ToDictionary(c => c.Month, c => c.Count);
    }
}
