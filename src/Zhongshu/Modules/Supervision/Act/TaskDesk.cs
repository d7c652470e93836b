using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Participant = Zhongshu.Platform.Access.Participant;

namespace Zhongshu.Modules.Supervision.Act;

/// An item with its tasks, loaded to be changed.
internal sealed record LoadedItem(Matter Matter, SupervisionItem Item, IReadOnlyList<SupervisionTask> Tasks)
{
    /// 已归档: what went into the archive takes nothing more.
    public Refusal? Archived => Matter.State == MatterState.Filed ? SupervisionRefusals.Filed : null;
}

/// Brings desks, lights and the matter's own lines in line with where its tasks stand. The caller records the trail and saves.
internal sealed class TaskDesk(Office office, IEnumerable<MatterClosed> told)
{
    private const string ExtensionStep = "task-extension";

    // Asked for after the matter itself was found through the actor's filter.
    private static readonly CompiledQuery<long, SupervisionItem> ItemOf = new((db, matterId) => db.Set<SupervisionItem>().IgnoreQueryFilters().Single(i => i.MatterId == matterId));

    private static readonly CompiledRows<long, SupervisionTask> TasksOf = new((db, matterId) =>
        db.Set<SupervisionTask>().IgnoreQueryFilters().Where(t => t.MatterId == matterId).OrderBy(t => t.Number));

    private static readonly CompiledRows<long, WorkItem> OpenWorkOf = new((db, matterId) =>
        db.Set<WorkItem>().IgnoreQueryFilters().Where(w => w.MatterId == matterId && w.Status == WorkStatus.Open));

    private static readonly CompiledRows<long, Help> HelpOn = new((db, taskId) =>
        db.Set<Help>().IgnoreQueryFilters().Where(h => h.TaskId == taskId && (h.State == HelpState.Asked || h.State == HelpState.Answered)));

    private static readonly CompiledRows<long, TaskFeedback> UnhandedOn = new((db, taskId) =>
        db.Set<TaskFeedback>().IgnoreQueryFilters().Where(f => f.TaskId == taskId && f.State == FeedbackState.HeadReview));

    public async Task<LoadedItem?> LoadAsync(string code, CancellationToken cancel)
    {
        if (await office.Db.MatterAsync(code, cancel) is not { Kind: SupervisionKindOfMatter.Name } matter) return null;
        var item = await ItemOf.AskAsync(office.Db, matter.Id, cancel);
        var tasks = await TasksOf.AskAsync(office.Db, matter.Id, cancel);
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        await OpenWorkOf.AskAsync(office.Db, matter.Id, cancel);
        return new LoadedItem(matter, item, tasks);
    }

    /// Puts a task where its decision says it is. Returns the light before and after, for the trail.
    public async Task<(Light Before, Light After)> MoveAsync(LoadedItem of, SupervisionTask task, TaskStanding next, CancellationToken cancel)
    {
        var (before, light) = (TaskStanding.Of(task), task.Light);
        next.CopyTo(task);
        var figures = TaskFigures.Of(office.Rules, of.Item.LimitClass);
        Shine(task, figures, office.Now);
        var due = OfficeDay.Start(next.HeldUntil(figures).AddDays(1));
        // What was never sent and only changes its unit waits for the letter as before.
        if (before.State != next.State || (before.LeadUnitId != next.LeadUnitId && next.State != TaskState.Drafted)) await HandAsync(of.Matter, task, next, due, cancel);
        else foreach (var work in office.Db.Held<WorkItem>().Where(w => w.InstanceId == task.Id && w.Status == WorkStatus.Open)) work.DueAt = due;
        await AskAsync(of.Matter, task, (next.AwaitsAnswer, before.AwaitsAnswer && before.State == next.State), cancel);
        if (!next.IsOpen) await EndAskedAsync(task, cancel);
        return (light, task.Light);
    }

    /// The light as it stands now, and when it will turn by itself. Only acts lower it; the sweep only raises it.
    public static void Shine(SupervisionTask task, TaskFigures figures, DateTimeOffset now)
    {
        var standing = TaskStanding.Of(task);
        var times = TaskLights.Of(standing, figures);
        (task.YellowAt, task.RedAt) = (times.YellowAt, times.RedAt);
        task.Light = times.At(now);
        var chased = task.State is TaskState.Delivered or TaskState.Running or TaskState.HeadReview;
        task.ChaseAt = !chased ? null : times.YellowAt > now ? times.YellowAt : times.RedAt > now ? times.RedAt
            : OfficeDay.Start(TaskDates.After(OfficeDay.Of(now), figures.ChaseEvery, figures.Calendar));
    }

    /// The matter's own lines: who holds it, until when, how far it is; closed when nothing is open any more.
    public async Task RollUpAsync(LoadedItem of, IReadOnlyList<SupervisionTask> tasks, CancellationToken cancel)
    {
        var (matter, item) = (of.Matter, of.Item);
        var open = tasks.Where(t => t.IsOpen).ToList();
        item.Tasks = tasks.Count(t => t.State != TaskState.Withdrawn);
        item.OpenTasks = open.Count;
        item.IsOpen = open.Count > 0;
        if (open.TrueForAll(t => t.State != TaskState.Drafted)) office.Lift(matter.Id, Docket.DocketItem.SendStep);
        // The day of what units still owe; of what waits for the office only when nothing else is open.
        var owed = open.Where(t => t.State is not (TaskState.Checking or TaskState.Suspended)).ToList();
        if (open.Count > 0) item.DueOn = (owed.Count > 0 ? owed : open).Min(t => t.DueOn);
        item.Light = open.Count == 0 ? Light.Green : open.Max(t => t.Light);
        var figures = TaskFigures.Of(office.Rules, item.LimitClass);
        var holders = office.Db.Held<WorkItem>().Where(w => w.MatterId == matter.Id && w.Status == WorkStatus.Open && w.StepId != ExtensionStep && !w.StepId.StartsWith(AskHelp.Step, StringComparison.Ordinal) && !w.StepId.StartsWith(SignFeedback.Step, StringComparison.Ordinal) && !w.StepId.StartsWith(Letter.AskAgreement.Step, StringComparison.Ordinal)).Select(w => w.Assignee);
        var names = office.HolderNames(await office.BookAsync(cancel), holders);
        if (names != matter.Holder) matter.HeldSince = office.Now;
        matter.Holder = names;
        if (open.Count > 0)
        {
            var most = open.GroupBy(t => t.State).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).First().Key;
            matter.Stage = TaskWords.Of(most) + (tasks.Count > 1 ? $"（已销{tasks.Count(t => t.State == TaskState.Closed)}/{item.Tasks}）" : "");
            matter.DueAt = open.Min(t => OfficeDay.Start(TaskStanding.Of(t).HeldUntil(figures).AddDays(1)));
            (matter.State, matter.ClosedAt, item.ClosedAt) = (MatterState.Open, null, null);
            return;
        }

        var closed = tasks.Any(t => t.State == TaskState.Closed);
        (matter.Stage, matter.Holder, matter.DueAt) = ("", "", null);
        (matter.State, matter.ClosedAt, item.ClosedAt) = (closed ? MatterState.Closed : MatterState.Ended, office.Now, office.Now);
        if (!closed) return;
        foreach (var listener in told) await listener.RunAsync(office, matter, cancel);
    }

    /// Who holds a task in a state, in the name of whom it lies.
    private async Task<Participant> HolderAsync(Matter matter, TaskStanding task, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var section = Receivers.OfficeOf(book, matter.UnitId, office.Today);
        return task.State switch
        {
            TaskState.Delivered or TaskState.Running => Receivers.Of(book, task.LeadUnitId, office.Today) ?? section,
            TaskState.HeadReview => Receivers.HeadOf(book, task.LeadUnitId, office.Today) ?? Receivers.Of(book, task.LeadUnitId, office.Today) ?? section,
            _ => section,
        };
    }

    private async Task HandAsync(Matter matter, SupervisionTask task, TaskStanding next, DateTimeOffset due, CancellationToken cancel)
    {
        office.Lift(task.Id, "task-");
        if (!next.IsOpen) return;
        var (step, title) = next.State switch
        {
            TaskState.Delivered => ("task-receive", "督办签收"),
            TaskState.Running => ("task-handle", "督办办理"),
            TaskState.HeadReview => ("task-approve", "审定反馈"),
            TaskState.Checking => ("task-check", "核查反馈"),
            TaskState.Suspended => ("task-suspended", "暂停复议"),
            _ => ("task-send", "督办改派"),
        };
        var holder = await HolderAsync(matter, next, cancel);
        if (next.State == TaskState.HeadReview && Receivers.Of(await office.BookAsync(cancel), next.LeadUnitId, office.Today) is { } section) office.Db.Grant(matter, section, "督办", office.Now);
        await office.PlaceAsync(matter, new Work(task.Id, ++task.Moves, step, title, holder, due), cancel);
    }

    /// With the task ends what was asked on it: help, agreement before the letter, the signatures under a feedback that never went up.
    private async Task EndAskedAsync(SupervisionTask task, CancellationToken cancel)
    {
        office.Lift(task.Id, Letter.AskAgreement.Step);
        foreach (var feedback in await UnhandedOn.AskAsync(office.Db, task.Id, cancel)) office.Lift(feedback.Id, SignFeedback.Step);
        foreach (var help in await HelpOn.AskAsync(office.Db, task.Id, cancel))
        {
            (help.State, help.EndedAt) = (HelpState.Dropped, office.Now);
            office.Lift(help.Id, AskHelp.Step);
        }
    }

    /// A request for more time lies on the supervision section's desk until it is answered, as long as it can be answered.
    private async Task AskAsync(Matter matter, SupervisionTask task, (bool Asks, bool Lies) request, CancellationToken cancel)
    {
        if (!request.Asks) office.Lift(task.Id, ExtensionStep);
        else if (!request.Lies)
            await office.PlaceAsync(matter, new Work(task.Id, ++task.Moves, ExtensionStep, "延期审批", Receivers.OfficeOf(await office.BookAsync(cancel), matter.UnitId, office.Today), OfficeDay.Start(task.DueOn.AddDays(1))), cancel);
    }
}
