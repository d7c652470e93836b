using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;
using Zhongshu.Modules.Supervision.Visits;

namespace Zhongshu.Modules.Supervision.Closings;

/// 累计: what the ledger has come to since it was begun.
internal sealed record Totals(int Items, int Tasks, int Sent, int Chased, int Visits, int ClosedTasks, int Closed, int Graded);

/// 结项考核.
internal sealed class GradeItem(Office office, TaskDesk desk)
{
    public Task<Outcome<Done>> RunAsync(string code, string grade, string words, string? once, CancellationToken cancel) => office.WriteAsync<Done>(once, async () =>
    {
        if (!office.Actor.May("supervision.check")) return Refusal.Forbidden("结项考核");
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Item.IsOpen || of.Item.ClosedAt is not { } closed || of.Tasks.All(t => t.State != TaskState.Closed)) return new Refusal("supervision.grade-early", "这件事项还没有办结，任务全部销号后再结项考核。") { Kind = RefusalKind.Conflict };
        if (office.Rules.Value(GradeRules.Grades).FirstOrDefault(g => g.Id == grade) is not { } word) return SupervisionRefusals.Missing("grade", "请选择等次。");
        if (words.Trim().Length is 0 or > 1000) return SupervisionRefusals.Missing("words", "请写明考核的依据：任务、进度、成效怎样，最多1000字。");
        var row = await office.Db.Set<ItemGrade>().SingleOrDefaultAsync(g => g.MatterId == of.Matter.Id, cancel);
        if (row is not null && row.At >= closed) return new Refusal("supervision.graded", $"这件事项已由{row.GradedBy}结项考核，不再重复。") { Kind = RefusalKind.Conflict };
        if (row is null) office.Db.Add(row = new ItemGrade { MatterId = of.Matter.Id, Grade = "", Words = "", GradedBy = "" });
        (row.Grade, row.Words, row.GradedBy, row.At) = (word.Id, words.Trim(), office.Actor.Name, office.Now);
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.grade", $"结项考核：{word.Word}") { Quote = row.Words }, office.Ids, office.Now);
        return Done.Yes;
    }, cancel);

    /// Of all that this office ever docketed, whoever asks: figures tell no item.
    public static async Task<Totals> TotalsAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        var items = office.Db.Set<SupervisionItem>().IgnoreQueryFilters().Where(i => i.UnitId == unit);
        var tasks = office.Db.Set<SupervisionTask>().IgnoreQueryFilters().Where(t => t.State != TaskState.Withdrawn && items.Any(i => i.MatterId == t.MatterId));
        return new Totals(
            await items.CountAsync(cancel),
            await tasks.CountAsync(cancel),
            await tasks.CountAsync(t => t.DeliveredAt != null, cancel),
            await tasks.SumAsync(t => t.ChaseLevel, cancel),
            await office.Db.Set<Visit>().IgnoreQueryFilters().CountAsync(v => items.Any(i => i.MatterId == v.MatterId), cancel),
            await tasks.CountAsync(t => t.State == TaskState.Closed, cancel),
            await items.CountAsync(i => !i.IsOpen && tasks.Any(t => t.MatterId == i.MatterId && t.State == TaskState.Closed), cancel),
            await office.Db.Set<ItemGrade>().IgnoreQueryFilters().CountAsync(g => items.Any(i => i.MatterId == g.MatterId && !i.IsOpen && g.At >= i.ClosedAt), cancel));
    }
}
