using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision.Tasks;

/// What a command does to a task: where it stands afterwards, and what to say of it.
internal sealed record TaskMove(TaskStanding Next, string Text)
{
    /// Said to whoever acted, beside "done".
    public string? Remark { get; init; }
}

/// The life of a task. Every state has an answer to every command: a move, or a refusal that says what can be done now. Pure.
internal static class TaskLife
{
    private const int LongestReason = 1000;
    private const string Held = "成果巩固，未发现反弹";

    private static readonly Dictionary<TaskVerb, (Side Side, TaskState[] From)> Table = new()
    {
        [TaskVerb.Send] = (Side.Office, [TaskState.Drafted]),
        [TaskVerb.Receive] = (Side.Unit, [TaskState.Delivered]),
        [TaskVerb.Decline] = (Side.Unit, [TaskState.Delivered]),
        [TaskVerb.Feed] = (Side.Unit, [TaskState.Running]),
        [TaskVerb.ApproveFeedback] = (Side.Head, [TaskState.HeadReview]),
        [TaskVerb.ReturnFeedback] = (Side.Head, [TaskState.HeadReview]),
        [TaskVerb.Accept] = (Side.Office, [TaskState.Checking]),
        [TaskVerb.Refuse] = (Side.Office, [TaskState.Checking]),
        [TaskVerb.Close] = (Side.Office, [TaskState.Checking]),
        [TaskVerb.ClosePartly] = (Side.Office, [TaskState.Checking]),
        [TaskVerb.TurnLongTerm] = (Side.Office, [TaskState.Running, TaskState.Checking]),
        [TaskVerb.Reopen] = (Side.Office, [TaskState.Closed]),
        [TaskVerb.Suspend] = (Side.Office, [TaskState.Delivered, TaskState.Running]),
        [TaskVerb.Resume] = (Side.Office, [TaskState.Suspended]),
        [TaskVerb.AskExtension] = (Side.Unit, [TaskState.Delivered, TaskState.Running]),
        [TaskVerb.GrantExtension] = (Side.Office, [TaskState.Delivered, TaskState.Running]),
        [TaskVerb.DenyExtension] = (Side.Office, [TaskState.Delivered, TaskState.Running]),
        [TaskVerb.Reassign] = (Side.Office, [TaskState.Drafted, TaskState.Delivered, TaskState.Running]),
        [TaskVerb.ChangeDue] = (Side.Office, [TaskState.Drafted, TaskState.Delivered, TaskState.Running]),
        [TaskVerb.Withdraw] = (Side.Office, [TaskState.Drafted, TaskState.Delivered, TaskState.Running, TaskState.HeadReview, TaskState.Checking, TaskState.Suspended]),
        [TaskVerb.Chase] = (Side.Office, [TaskState.Delivered, TaskState.Running, TaskState.HeadReview]),
        [TaskVerb.LookBack] = (Side.Office, [TaskState.Closed]),
        [TaskVerb.Double] = (Side.Office, [TaskState.Delivered, TaskState.Running, TaskState.HeadReview]),
        [TaskVerb.Support] = (Side.Office, [TaskState.Drafted, TaskState.Delivered, TaskState.Running]),
        [TaskVerb.Copy] = (Side.Office, [TaskState.Drafted, TaskState.Delivered, TaskState.Running, TaskState.HeadReview, TaskState.Checking]),
    };

    /// What this side may do now, for the page.
    public static IReadOnlyList<TaskVerb> Open(TaskStanding task, Side side) =>
        [.. Table.Where(t => (t.Value.Side & side) != Side.None && t.Value.From.Contains(task.State) && Fits(task, t.Key)).Select(t => t.Key)];

    public static Outcome<TaskMove> Decide(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        if (!Table.TryGetValue(command.Verb, out var row)) return new Refusal("supervision.verb", "不认识的操作，请刷新页面后重试。");
        if ((row.Side & facts.Side) == Side.None) return SupervisionRefusals.NotYours(command.Verb, row.Side);
        if (!row.From.Contains(task.State) || !Fits(task, command.Verb)) return SupervisionRefusals.NotNow(task, command.Verb, Open(task, facts.Side));
        if (command.Reason.Length > LongestReason && command.Verb != TaskVerb.Feed) return new Refusal("supervision.reason-length", $"说明最多{LongestReason}字，现有{command.Reason.Length}字，请精简。") { Field = "Reason" };
        return command.Verb switch
        {
            TaskVerb.Send => new TaskMove(task with { State = TaskState.Delivered, DeliveredAt = facts.Now, HeardAt = facts.Now }, "交办"),
            TaskVerb.Receive => new TaskMove(task with { State = TaskState.Running, HeardAt = facts.Now }, command.Reason.Length == 0 ? "签收，确认承办" : "签收，确认交办意图"),
            TaskVerb.Feed or TaskVerb.ApproveFeedback or TaskVerb.ReturnFeedback => FeedbackLife.Decide(task, command, facts),
            TaskVerb.Accept or TaskVerb.Refuse or TaskVerb.Close or TaskVerb.ClosePartly or TaskVerb.TurnLongTerm => CheckingLife.Decide(task, command, facts),
            TaskVerb.AskExtension or TaskVerb.GrantExtension or TaskVerb.DenyExtension or TaskVerb.ChangeDue => TermLife.Decide(task, command, facts),
            TaskVerb.Chase => new TaskMove(task, "催办"),
            TaskVerb.LookBack => LookBack(task, command, facts),
            TaskVerb.Double => Doubled(task, command, facts),
            _ when command.Reason.Length == 0 => SupervisionRefusals.NoReason(command.Verb),
            TaskVerb.Decline => new TaskMove(task with { State = TaskState.Drafted, AskedDueOn = null, AskedReason = "" }, "退回交办，认为不属本单位职责"),
            TaskVerb.Reopen => Reopened(task, command, facts, "重新打开"),
            TaskVerb.Suspend => Suspended(task, command, facts),
            TaskVerb.Resume => Resumed(task, facts),
            TaskVerb.Reassign => Reassigned(task, command, facts),
            TaskVerb.Support => command.Units.Contains(task.LeadUnitId)
                ? new Refusal("supervision.unit-same", "牵头单位又列在配合单位中，请去掉。") { Field = "Unit" }
                : new TaskMove(task, "调整配合单位"),
            TaskVerb.Copy => command.Units.Count == 0
                ? new Refusal("supervision.unit", "请填写要抄送的单位，几个用顿号隔开。") { Field = "Unit" }
                : new TaskMove(task, "增加抄送单位"),
            _ when facts.OpenParts > 0 => SupervisionRefusals.PartsOpen(TaskVerb.Withdraw, facts.OpenParts),
            _ => new TaskMove(task with { State = TaskState.Withdrawn, ClosedAt = facts.Now, AskedDueOn = null, AskedReason = "" }, "撤销"),
        };
    }

    /// A verb beside the state: what was asked for must have been asked for.
    private static bool Fits(TaskStanding task, TaskVerb verb) => verb switch
    {
        TaskVerb.AskExtension => task.AskedDueOn is null,
        TaskVerb.GrantExtension or TaskVerb.DenyExtension => task.AskedDueOn is not null,
        TaskVerb.TurnLongTerm => !task.IsLongTerm,
        TaskVerb.LookBack => task.LookBackOn is not null,
        TaskVerb.Double => task.SecondUnitId is null,
        _ => true,
    };

    private static Outcome<TaskMove> Suspended(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        var until = TaskDates.Set(command.On, facts.Today, facts.Figures.Calendar);
        if (!until.Succeeded) return until.Refusal with { Message = command.On is null ? "请填写暂停到哪一天，到时再议。" : until.Refusal.Message };
        return new TaskMove(task with { State = TaskState.Suspended, ResumesAs = task.State, SuspendedOn = facts.Today, SuspendedUntil = until.Value.Day },
            $"暂停到{until.Value.Day:yyyy年M月d日}") { Remark = until.Value.Remark };
    }

    private static Outcome<TaskMove> Resumed(TaskStanding task, TaskFacts facts)
    {
        var calendar = facts.Figures.Calendar;
        var stood = Math.Max(0, calendar.WorkdaysBetween(task.SuspendedOn ?? facts.Today, facts.Today));
        var due = stood == 0 ? task.DueOn : calendar.AddWorkdays(task.DueOn, stood);
        // Put off as far as was asked for: nothing is left to be answered.
        var met = due >= task.AskedDueOn;
        return new TaskMove(task with { State = task.ResumesAs, DueOn = due, SuspendedOn = null, SuspendedUntil = null, HeardAt = facts.Now, AskedDueOn = met ? null : task.AskedDueOn, AskedReason = met ? "" : task.AskedReason },
            (stood == 0 ? "恢复办理" : $"恢复办理，暂停的{stood}个工作日不计，时限顺延到{due:yyyy年M月d日}") + (met ? "，已满足延期申请" : ""));
    }

    private static Outcome<TaskMove> Reassigned(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        if (command.UnitId == 0) return new Refusal("supervision.unit", "请选择新的牵头单位。") { Field = "Unit" };
        if (command.UnitId == task.LeadUnitId) return new Refusal("supervision.unit-same", "新的牵头单位与现在的相同，请另选。") { Field = "Unit" };
        if (facts.Line.Contains(command.UnitId)) return SupervisionRefusals.Circle("Unit");
        // What has not been sent stays with the office; what was sent goes to the new unit to be received.
        var next = task.State == TaskState.Drafted ? task : task with { State = TaskState.Delivered, DeliveredAt = facts.Now, HeardAt = facts.Now, AskedDueOn = null, AskedReason = "" };
        // Who leads it no longer presses it beside the office.
        next = next with { LeadUnitId = command.UnitId, SecondUnitId = next.SecondUnitId == command.UnitId ? null : next.SecondUnitId, DoubledOn = next.SecondUnitId == command.UnitId ? null : next.DoubledOn };
        if (command.On is null) return new TaskMove(next, "变更牵头单位");
        var due = TermLife.Day(command.On, facts);
        if (!due.Succeeded) return due.Refusal;
        return new TaskMove(next with { DueOn = due.Value.Day }, $"变更牵头单位，时限{due.Value.Day:yyyy年M月d日}") { Remark = due.Value.Remark };
    }

    /// 双重督办 is for laggards: the rule says how far behind, so that it stays the exception.
    private static Outcome<TaskMove> Doubled(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        var from = TaskDates.After(task.DueOn, facts.Figures.DoubleAfter, facts.Figures.Calendar);
        if (facts.Today < from)
            return new Refusal("supervision.double-early", $"超期满{facts.Figures.DoubleAfter}才启动双重督办，这项任务最早在{from:yyyy年M月d日}。现在可以催办，或约请牵头单位说明情况。") { Kind = RefusalKind.Conflict };
        if (command.UnitId == 0) return new Refusal("supervision.unit", "请选择业务主管部门。") { Field = "Unit" };
        if (command.UnitId == task.LeadUnitId) return new Refusal("supervision.unit-same", "业务主管部门不能是牵头单位自己，请另选。") { Field = "Unit" };
        return command.Reason.Length == 0 ? SupervisionRefusals.NoReason(TaskVerb.Double)
            : new TaskMove(task with { SecondUnitId = command.UnitId, DoubledOn = facts.Today }, "启动双重督办");
    }

    private static Outcome<TaskMove> LookBack(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        if (command.Passed) return Passed(task, command, facts);
        return command.Reason.Length == 0 ? SupervisionRefusals.NoReason(TaskVerb.LookBack) : Reopened(task, command, facts, "回头看发现问题，重新打开");
    }

    /// What holds on the day of the closing says nothing of the months after it: before its day a look back is passed only with a reason on the trail.
    private static Outcome<TaskMove> Passed(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        var next = task with { LookBackOn = null };
        if (task.LookBackOn is not { } on || facts.Today >= on) return new TaskMove(next, $"回头看：{Held}");
        return command.Reason.Length == 0 ? SupervisionRefusals.LooksBackEarly(on) : new TaskMove(next, $"提前回头看（原定{on:yyyy年M月d日}）：{Held}");
    }

    private static Outcome<TaskMove> Reopened(TaskStanding task, TaskCommand command, TaskFacts facts, string text)
    {
        if (facts.ClosedAbove is { } above) return SupervisionRefusals.ClosedAbove(above);
        var due = TermLife.Day(command.On, facts);
        if (!due.Succeeded) return due.Refusal;
        return new TaskMove(task with
        {
            State = TaskState.Running,
            DueOn = due.Value.Day,
            Progress = facts.Reached,
            HeardAt = facts.Now,
            AnsweredAt = null,
            ClosedAt = null,
            InTime = false,
            LookBackOn = null,
            Reopened = task.Reopened + 1,
        }, $"{text}，时限{due.Value.Day:yyyy年M月d日}") { Remark = due.Value.Remark };
    }
}
