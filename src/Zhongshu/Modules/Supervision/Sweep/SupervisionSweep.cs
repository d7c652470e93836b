using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Notices;
using At = System.Linq.Expressions.Expression<System.Func<Zhongshu.Modules.Supervision.SupervisionTask, System.DateTimeOffset?>>;
using Due = System.Linq.Expressions.Expression<System.Func<Zhongshu.Modules.Supervision.SupervisionTask, bool>>;

namespace Zhongshu.Modules.Supervision.Sweep;

/// 亮灯和催办: what time alone does to tasks. Lights are only raised here; lowering one takes an act with a reason.
/// Each task carries the instants at which its light turns, so that finding those whose time has come is one look into an index. They are taken a batch at a time,
/// each saved by itself: nobody who writes waits for the whole, and a run that was cut off goes on where it stood, for what is done is no longer due.
internal sealed class SupervisionSweep(Office office)
{
    private const string Extension = "task-extension";

    public static readonly OfficeJob<SupervisionSweep> Job = new("督办亮灯和催办", TimeSpan.FromMinutes(10), (sweep, cancel) => sweep.RunAsync(cancel)) { Purpose = "按时限给督办任务亮灯，临期、超期的催办。" };

    /// How many tasks are taken at a time.
    public int Batch { get; init; } = 2000;

    private sealed record Owed(long Assignee, int Tasks, int Overdue);

    private sealed record Turned(long Id, long MatterId);

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = office.Now;
        var raised = await RaiseAsync(Light.Red, t => t.Light == Light.Yellow && t.RedAt <= now, t => t.RedAt, cancel);
        raised += await RaiseAsync(Light.Red, t => t.Light == Light.Green && t.RedAt <= now, t => t.RedAt, cancel);
        raised += await RaiseAsync(Light.Yellow, t => t.Light == Light.Green && t.YellowAt <= now, t => t.YellowAt, cancel);
        return raised + await ChaseAsync(now, cancel);
    }

    private Task<int> RaiseAsync(Light light, Due due, At at, CancellationToken cancel) => BatchesAsync(due, at, async turned =>
    {
        var (ids, matters) = (turned.Select(t => t.Id).ToArray(), turned.Select(t => t.MatterId).Distinct().ToArray());
        var tasks = office.Db.Set<SupervisionTask>().IgnoreQueryFilters().Where(t => ids.Contains(t.Id)).Where(due);
        // Items first, in the order in which an act writes them; asked again, for an act may have come between.
        await office.Db.Set<SupervisionItem>().IgnoreQueryFilters().Where(i => matters.Contains(i.MatterId) && i.IsOpen && i.Light < light && tasks.Any(t => t.MatterId == i.MatterId))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Light, light), cancel);
        return await tasks.ExecuteUpdateAsync(set => set.SetProperty(t => t.Light, light), cancel);
    }, cancel);

    /// One reminder for each desk however many tasks it owes: chasing must not become the burden. It is written before the tasks are put forward,
    /// so that a run that is cut off may remind a desk twice but never leaves one out.
    private async Task<int> ChaseAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (await TellAsync(now, cancel) == 0) return 0;
        DateTimeOffset? next = OfficeDay.Start(TaskDates.After(office.Today, office.Rules.Value(SupervisionRules.ChaseEvery), office.Rules.Calendar));
        DateTimeOffset? at = now;
        Due due = t => t.ChaseAt <= now;
        return await BatchesAsync(due, t => t.ChaseAt, async turned =>
        {
            var ids = turned.Select(t => t.Id).ToArray();
            await office.Db.Set<WorkItem>().IgnoreQueryFilters().Where(w => ids.Contains(w.InstanceId) && w.Status == WorkStatus.Open && w.StepId != Extension)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.ChaseLevel, w => w.ChaseLevel + 1).SetProperty(w => w.ChasedAt, at), cancel);
            return await office.Db.Set<SupervisionTask>().IgnoreQueryFilters().Where(t => ids.Contains(t.Id)).Where(due)
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.ChaseLevel, t => t.ChaseLevel + 1).SetProperty(t => t.ChaseAt, t => t.RedAt > now ? t.RedAt : next), cancel);
        }, cancel);
    }

    /// How many desks owe something.
    private async Task<int> TellAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var instant = now.ToUnixTimeMilliseconds();
        var owed = await office.Db.Database.SqlQuery<Owed>($"""
            SELECT w.assignee AS "Assignee", CAST(COUNT(*) AS integer) AS "Tasks", CAST(SUM(CASE WHEN t.red_at <= {instant} THEN 1 ELSE 0 END) AS integer) AS "Overdue"
            FROM supervision_task t JOIN work_item w ON w.instance_id = t.id AND w.status = 0 AND w.step_id <> {Extension}
            WHERE t.chase_at <= {instant} GROUP BY w.assignee
            """).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        foreach (var desk in owed)
            foreach (var person in Assigning.Persons(book, desk.Assignee, office.Today))
                office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, Kind = "chase", Text = Words(desk), At = now });
        await office.Db.SaveChangesAsync(cancel);
        office.Db.ChangeTracker.Clear();
        return owed.Count;
    }

    /// Batch after batch of the tasks that are due, until none is left. A change must take its tasks out of what is due.
    private async Task<int> BatchesAsync(Due due, At at, Func<IReadOnlyList<Turned>, Task<int>> change, CancellationToken cancel)
    {
        var (done, taken) = (0, 0);
        do
        {
            await using var transaction = await office.Db.BeginWriteAsync(cancel);
            var turned = await office.Db.Set<SupervisionTask>().IgnoreQueryFilters().Where(due).OrderBy(at).Take(Batch).Select(t => new Turned(t.Id, t.MatterId)).ToListAsync(cancel);
            taken = turned.Count;
            if (taken > 0) done += await change(turned);
            await transaction.CommitAsync(cancel);
        }
        while (taken == Batch);

        return done;
    }

    private static string Words(Owed desk) => desk.Overdue == 0
        ? $"督办提醒：有{desk.Tasks}项督办任务临近时限或久未反馈，请抓紧办理并反馈进展。"
        : $"督办催办：有{desk.Overdue}项督办任务已超期{(desk.Tasks > desk.Overdue ? $"，另有{desk.Tasks - desk.Overdue}项临近时限" : "")}，请立即办理并反馈；有困难的请说明原因。";
}
