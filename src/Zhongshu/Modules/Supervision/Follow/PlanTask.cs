using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Follow;

/// A task's plan as it stands.
public sealed record PlanView(IReadOnlyList<Milestone> Milestones, IReadOnlyList<Indicator> Indicators)
{
    public Milestone? Next => Milestones.FirstOrDefault(m => m.DoneAt is null);

    internal static async Task<PlanView> ReadAsync(Office office, long taskId, CancellationToken cancel) => new(
        await office.Db.Set<Milestone>().AsNoTracking().Where(m => m.TaskId == taskId).OrderBy(m => m.DueOn).ThenBy(m => m.Id).ToListAsync(cancel),
        await office.Db.Set<Indicator>().AsNoTracking().Where(i => i.TaskId == taskId).OrderBy(i => i.Id).ToListAsync(cancel));
}

/// 倒排计划: the unit or the office lays down steps and figures of a task, and says how far they are.
internal sealed class PlanTask(Office office, TaskDesk desk)
{
    /// Lays the plan down anew; steps that are done stay, and so do figures of the same name with what was reported.
    public async Task<Outcome<Done>> SaveAsync(string code, int number, IReadOnlyList<MilestoneForm> milestones, IReadOnlyList<IndicatorForm> indicators, CancellationToken cancel)
    {
        var loaded = await LoadAsync(code, number, cancel);
        if (!loaded.Succeeded) return loaded.Refusal;
        var (of, task) = loaded.Value;
        var planned = PlanRules.Decide(milestones, indicators, office.Today, task.DueOn);
        if (!planned.Succeeded) return planned.Refusal;
        var steps = await office.Db.Set<Milestone>().Where(m => m.TaskId == task.Id).ToListAsync(cancel);
        office.Db.RemoveRange(steps.Where(s => s.DoneAt is null));
        var added = planned.Value.Milestones.Select(m => new Milestone { Id = office.Ids.Next(), MatterId = of.Matter.Id, TaskId = task.Id, Title = m.Title, DueOn = m.DueOn }).ToList();
        office.Db.AddRange(added);
        await IndicatorsAsync(task, planned.Value.Indicators, cancel);
        Turn(of, task, added.Min(m => (DateOnly?)m.DueOn));
        var text = added.Count == 0 && planned.Value.Indicators.Count == 0 ? "取消倒排计划" : $"倒排工期，设{added.Count}个节点{(planned.Value.Indicators.Count > 0 ? $"、{planned.Value.Indicators.Count}项指标" : "")}";
        return await SaveAsync(of, task, text, string.Join('；', added.Select(m => $"{m.DueOn:M月d日}前{m.Title}")), cancel);
    }

    public async Task<Outcome<Done>> FinishAsync(string code, int number, long milestone, CancellationToken cancel)
    {
        var loaded = await LoadAsync(code, number, cancel);
        if (!loaded.Succeeded) return loaded.Refusal;
        var (of, task) = loaded.Value;
        var steps = await office.Db.Set<Milestone>().Where(m => m.TaskId == task.Id).ToListAsync(cancel);
        if (steps.Find(s => s.Id == milestone) is not { } step) return Refusal.NotFound("这个节点");
        if (step.DoneAt is not null) return new Refusal("supervision.step-done", $"节点“{step.Title}”已经报过完成。请刷新查看。") { Kind = RefusalKind.Conflict };
        (step.DoneAt, step.DoneBy) = (office.Now, office.Actor.Name);
        Turn(of, task, steps.Where(s => s.DoneAt is null).Min(s => (DateOnly?)s.DueOn));
        return await SaveAsync(of, task, $"节点完成：{step.Title}{(office.Today > step.DueOn ? $"（晚于{step.DueOn:M月d日}）" : "")}", "", cancel);
    }

    public async Task<Outcome<Done>> ReportAsync(string code, int number, long indicator, string value, CancellationToken cancel)
    {
        var loaded = await LoadAsync(code, number, cancel);
        if (!loaded.Succeeded) return loaded.Refusal;
        var (of, task) = loaded.Value;
        if (await office.Db.Set<Indicator>().SingleOrDefaultAsync(i => i.Id == indicator && i.TaskId == task.Id, cancel) is not { } figure) return Refusal.NotFound("这项指标");
        if (PlanRules.Number(value) is not { } number0) return SupervisionRefusals.Missing("value", $"指标“{figure.Name}”的数值“{value}”不是数字，请只填数字。");
        (figure.Latest, figure.LatestAt) = (number0, office.Now);
        office.Db.Add(new Reading { Id = office.Ids.Next(), MatterId = of.Matter.Id, IndicatorId = figure.Id, Value = number0, PersonName = office.Actor.Name, At = office.Now });
        return await SaveAsync(of, task, $"报指标：{figure.Name}{number0}{figure.Measure}（目标{figure.Target}{figure.Measure}）", "", cancel);
    }

    private async Task IndicatorsAsync(SupervisionTask task, IReadOnlyList<PlannedIndicator> planned, CancellationToken cancel)
    {
        var known = await office.Db.Set<Indicator>().Where(i => i.TaskId == task.Id).ToListAsync(cancel);
        foreach (var old in known.Where(k => !planned.Any(p => Same(p, k)))) office.Db.Remove(old);
        foreach (var one in planned.Where(p => !known.Exists(k => Same(p, k))))
            office.Db.Add(new Indicator { Id = office.Ids.Next(), MatterId = task.MatterId, TaskId = task.Id, Name = one.Name, Measure = one.Measure, Target = one.Target });

        static bool Same(PlannedIndicator p, Indicator k) => p.Name == k.Name && p.Measure == k.Measure && p.Target.Equals(k.Target);
    }

    private async Task<Outcome<(LoadedItem Of, SupervisionTask Task)>> LoadAsync(string code, int number, CancellationToken cancel)
    {
        if (await desk.LoadAsync(code, cancel) is not { } of) return Refusal.NotFound($"督办事项 {code}");
        if (of.Tasks.FirstOrDefault(t => t.Number == number) is not { } task) return SupervisionRefusals.NoTask;
        var side = ActOnTask.SideOf(office, await office.BookAsync(cancel), of.Item, task.LeadUnitId);
        if ((side & (Side.Office | Side.Unit)) == Side.None) return Refusal.Forbidden("安排这项任务的节点");
        if (!task.IsOpen) return new Refusal("supervision.plan-closed", $"这项任务{TaskWords.Of(task.State)}，不再调整节点和指标。") { Kind = RefusalKind.Conflict };
        return (of, task);
    }

    /// The next step decides when the light turns; reporting on it is a sign of life.
    private void Turn(LoadedItem of, SupervisionTask task, DateOnly? next)
    {
        task.NextStepOn = next;
        task.HeardAt = office.Now;
        TaskDesk.Shine(task, TaskFigures.Of(office.Rules, of.Item.LimitClass), office.Now);
    }

    private async Task<Outcome<Done>> SaveAsync(LoadedItem of, SupervisionTask task, string text, string quote, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        await desk.RollUpAsync(of, of.Tasks, cancel);
        var many = of.Tasks.Count > 1 ? $"第{task.Number}项任务：" : "";
        office.Db.Record(of.Matter, new Platform.Trail.Act("supervision.plan", many + text) { Quote = quote.Length == 0 ? null : quote }, office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }
    }
}
