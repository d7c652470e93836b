using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision.Tasks;

/// 延期 and 调整时限. Pure.
internal static class TermLife
{
    public static Outcome<TaskMove> Decide(TaskStanding task, TaskCommand command, TaskFacts facts) => command.Verb switch
    {
        TaskVerb.AskExtension => Asked(task, command, facts),
        TaskVerb.GrantExtension => Granted(task, command, facts),
        TaskVerb.DenyExtension => command.Reason.Length == 0
            ? SupervisionRefusals.NoReason(TaskVerb.DenyExtension)
            : new TaskMove(task with { AskedDueOn = null, AskedReason = "" }, $"不同意延期，仍按{task.DueOn:yyyy年M月d日}完成"),
        _ => Changed(task, command, facts),
    };

    /// A new day that the calendar lets stand, and that is not after the day of the task above.
    public static Outcome<SetDate> Day(DateOnly? asked, TaskFacts facts)
    {
        var day = TaskDates.Set(asked, facts.Today, facts.Figures.Calendar);
        return day.Succeeded && facts.Above is { } above && day.Value.Day > above.DueOn
            ? new Refusal("supervision.due-above", $"它分解自第{above.Number}项任务，时限不能晚于那一项的{above.DueOn:yyyy年M月d日}。请提前，或先调整第{above.Number}项的时限。") { Field = "On" } : day;
    }

    private static Outcome<TaskMove> Asked(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        if (command.Reason.Length == 0) return new Refusal("supervision.extension-reason", "请写明延期理由：卡在哪里，已经做了什么，延期后怎样保证完成。") { Field = "Reason" };
        var figures = facts.Figures;
        if (task.Extensions >= figures.Extensions)
            return new Refusal("supervision.extension-times", $"这项任务已延期{task.Extensions}次，按规则最多{figures.Extensions}次。确有困难的，请督查部门协调或调整时限。") { Kind = RefusalKind.Conflict };
        if (facts.Today > task.DueOn)
            return new Refusal("supervision.extension-late", $"时限{task.DueOn:yyyy年M月d日}已过，延期应在到期前提出。请先反馈进展并说明原因，由督查部门调整时限。") { Kind = RefusalKind.Conflict };
        var asked = Day(command.On, facts);
        if (!asked.Succeeded) return asked.Refusal;
        if (asked.Value.Day <= task.DueOn) return new Refusal("supervision.extension-earlier", $"现在的时限是{task.DueOn:yyyy年M月d日}，申请的新时限要更晚。") { Field = "On" };
        var latest = TaskDates.After(task.DueOn, figures.ExtensionLongest, figures.Calendar);
        if (asked.Value.Day > latest)
            return new Refusal("supervision.extension-long", $"一次最多延期{figures.ExtensionLongest}，最晚到{latest:yyyy年M月d日}。请改短，或分阶段申请。") { Field = "On" };
        return new TaskMove(task with { AskedDueOn = asked.Value.Day, AskedReason = command.Reason, HeardAt = facts.Now }, $"申请延期到{asked.Value.Day:yyyy年M月d日}") { Remark = asked.Value.Remark };
    }

    /// The office may grant another day than was asked for.
    private static Outcome<TaskMove> Granted(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        var day = Day(command.On ?? task.AskedDueOn, facts);
        if (!day.Succeeded) return day.Refusal;
        if (day.Value.Day <= task.DueOn) return new Refusal("supervision.extension-earlier", $"现在的时限是{task.DueOn:yyyy年M月d日}，同意的新时限要更晚；否则请选择不同意。") { Field = "On" };
        return new TaskMove(task with { DueOn = day.Value.Day, Extensions = task.Extensions + 1, AskedDueOn = null, AskedReason = "" },
            $"同意延期，时限由{task.DueOn:M月d日}改为{day.Value.Day:yyyy年M月d日}") { Remark = day.Value.Remark };
    }

    private static Outcome<TaskMove> Changed(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        if (command.Reason.Length == 0) return SupervisionRefusals.NoReason(TaskVerb.ChangeDue);
        var day = Day(command.On, facts);
        if (!day.Succeeded) return day.Refusal;
        if (day.Value.Day == task.DueOn) return new Refusal("supervision.due-same", "新的时限与现在的相同，请另选日期。") { Field = "On" };
        var later = facts.PartDays.Count(d => d > day.Value.Day);
        return new TaskMove(task with { DueOn = day.Value.Day, AskedDueOn = null, AskedReason = "" }, $"调整时限，由{task.DueOn:M月d日}改为{day.Value.Day:yyyy年M月d日}")
        {
            Remark = later == 0 ? day.Value.Remark : $"{day.Value.Remark}下面有{later}项分解任务的时限晚于{day.Value.Day:M月d日}，请一并调整。",
        };
    }
}
