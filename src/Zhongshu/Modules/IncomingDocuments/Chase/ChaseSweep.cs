using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Matters.Contracts;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Chase;

/// 自动催办: every minute, chases what has reached the instant that the rules set. One that was missed while the program stood is caught up at the next run.
internal sealed class ChaseSweep(Office office, ChaseMatters chasing, EscalateOverdue escalating)
{
    private const int Most = 500;

    public static readonly OfficeJob<ChaseSweep> Job = new("催办", TimeSpan.FromMinutes(1), (sweep, cancel) => sweep.RunAsync(cancel)) { Purpose = "按时限自动提醒、催办，超期的报分管领导。" };

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var now = office.Now;
        var due = await (
            from item in office.Db.Set<WorkItem>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            where item.Status == WorkStatus.Open && item.RemindAt <= now && matter.State == MatterState.Open
            orderby item.RemindAt
            select new { item.Id, matter.Code, item.Number, item.OpenedAt, item.DueAt, item.ChaseLevel }).Take(Most).ToListAsync(cancel);
        var chased = 0;
        foreach (var item in due)
        {
            var level = ChaseTimes.LevelAt(now, item.OpenedAt, item.DueAt ?? now, office.Rules);
            if (level > item.ChaseLevel && await chasing.ChaseAsync(item.Code, item.Number, level, cancel) is null) chased++;
            office.Db.ChangeTracker.Clear();
            if (item.DueAt is not { } dueAt || ChaseTimes.EscalatesAt(dueAt, office.Rules) > now) continue;
            if (await escalating.RunAsync(item.Id, cancel)) chased++;
            office.Db.ChangeTracker.Clear();
        }

        return chased;
    }
}
