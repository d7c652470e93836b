using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Supervision.Sweep;

/// 亮灯和催办: what time alone does to tasks. Lights are only raised here; lowering one takes an act with a reason.
/// A handful of statements whatever the number of tasks: each task carries the instants at which its light turns.
internal sealed class SupervisionSweep(Office office)
{
    public static readonly OfficeJob<SupervisionSweep> Job = new("督办亮灯和催办", TimeSpan.FromMinutes(10), (sweep, cancel) => sweep.RunAsync(cancel));

    private sealed record Owed(long Assignee, int Tasks, int Overdue);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var raised = await RaiseAsync(cancel);
        var chased = await ChaseAsync(cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return raised + chased;
    }

    private async Task<int> RaiseAsync(CancellationToken cancel)
    {
        var now = office.Now.ToUnixTimeMilliseconds();
        var sql = office.Db.Database;
        var raised = await sql.ExecuteSqlAsync($"""
            UPDATE supervision_task SET light = 2 WHERE light < 2 AND red_at <= {now}
            """, cancel);
        raised += await sql.ExecuteSqlAsync($"""
            UPDATE supervision_task SET light = 1 WHERE light < 1 AND yellow_at <= {now}
            """, cancel);
        if (raised == 0) return 0;
        await sql.ExecuteSqlAsync($"""
            UPDATE supervision_item SET light = 2 WHERE is_open AND light < 2
            AND matter_id IN (SELECT matter_id FROM supervision_task WHERE light = 2 AND red_at <= {now})
            """, cancel);
        await sql.ExecuteSqlAsync($"""
            UPDATE supervision_item SET light = 1 WHERE is_open AND light < 1
            AND matter_id IN (SELECT matter_id FROM supervision_task WHERE light = 1 AND yellow_at <= {now})
            """, cancel);
        return raised;
    }

    /// One reminder for each desk however many tasks it owes: chasing must not become the burden.
    private async Task<int> ChaseAsync(CancellationToken cancel)
    {
        var now = office.Now.ToUnixTimeMilliseconds();
        var sql = office.Db.Database;
        var owed = await sql.SqlQuery<Owed>($"""
            SELECT w.assignee AS "Assignee", CAST(COUNT(*) AS integer) AS "Tasks", CAST(SUM(CASE WHEN t.red_at <= {now} THEN 1 ELSE 0 END) AS integer) AS "Overdue"
            FROM supervision_task t JOIN work_item w ON w.instance_id = t.id AND w.status = 0 AND w.step_id <> 'task-extension'
            WHERE t.chase_at <= {now} GROUP BY w.assignee
            """).ToListAsync(cancel);
        if (owed.Count == 0) return 0;
        var book = await office.BookAsync(cancel);
        foreach (var desk in owed)
            foreach (var person in Assigning.Persons(book, desk.Assignee, office.Today))
                office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, Kind = "chase", Text = Words(desk), At = office.Now });
        await sql.ExecuteSqlAsync($"""
            UPDATE work_item SET chase_level = chase_level + 1, chased_at = {now} WHERE status = 0 AND step_id <> 'task-extension'
            AND instance_id IN (SELECT id FROM supervision_task WHERE chase_at <= {now})
            """, cancel);
        var next = OfficeDay.Start(TaskDates.After(office.Today, office.Rules.Value(SupervisionRules.ChaseEvery), office.Rules.Calendar)).ToUnixTimeMilliseconds();
        return await sql.ExecuteSqlAsync($"""
            UPDATE supervision_task SET chase_level = chase_level + 1, chase_at = CASE WHEN red_at > {now} THEN red_at ELSE {next} END WHERE chase_at <= {now}
            """, cancel);
    }

    private static string Words(Owed desk) => desk.Overdue == 0
        ? $"督办提醒：有{desk.Tasks}项督办任务临近时限或久未反馈，请抓紧办理并反馈进展。"
        : $"督办催办：有{desk.Overdue}项督办任务已超期{(desk.Tasks > desk.Overdue ? $"，另有{desk.Tasks - desk.Overdue}项临近时限" : "")}，请立即办理并反馈；有困难的请说明原因。";
}
