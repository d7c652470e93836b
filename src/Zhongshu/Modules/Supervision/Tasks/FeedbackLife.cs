using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision.Tasks;

/// 反馈 and its review by the head of the unit. Pure.
internal static class FeedbackLife
{
    private const int LongestText = 8000;

    public static Outcome<TaskMove> Decide(TaskStanding task, TaskCommand command, TaskFacts facts)
    {
        if (command.Verb == TaskVerb.ApproveFeedback && facts.Collector is { Agrees: not true } collector)
            return new Refusal("supervision.collect", collector.Agrees is null ? $"这类复杂事项先由{collector.Name}汇总审核，同意后再报。请先催办审核。" : $"{collector.Name}审核有不同意见。请退回修改，改好后再报。") { Kind = RefusalKind.Conflict };
        if (command.Verb == TaskVerb.ApproveFeedback && facts.Unsigned.Count > 0 && command.Reason.Length == 0)
            return new Refusal("supervision.unsigned", $"{string.Join('、', facts.Unsigned)}还没有会签。请先催办会签；确需先行报送的，写明理由。") { Field = "Reason" };
        if (command.Verb == TaskVerb.ApproveFeedback) return new TaskMove(Handed(task, facts.Last?.IsFinal == true, facts), "审定反馈，报送督查部门");
        if (command.Verb == TaskVerb.ReturnFeedback)
            return command.Reason.Length == 0 ? SupervisionRefusals.NoReason(TaskVerb.ReturnFeedback) : new TaskMove(task with { State = TaskState.Running, Progress = facts.Reached }, "退回修改反馈");
        if (Refuses(command, facts) is { } no) return no;
        var text = command.IsFinal ? "反馈办理结果，申请销号" : $"反馈进展（{command.Progress}%）";
        var fed = task with { Progress = command.Progress, HeardAt = facts.Now };
        if (facts.Collector is { } above) return new TaskMove(fed with { State = TaskState.HeadReview }, $"{text}，送{above.Name}汇总审核");
        if (command.Countersign) return new TaskMove(fed with { State = TaskState.HeadReview }, text + "，送配合单位会签");
        // The unit's head who writes it has approved it with that (审定后报送).
        return (facts.Side & Side.Head) != Side.None
            ? new TaskMove(Handed(fed, command.IsFinal, facts), text + "，由单位负责人审定")
            : new TaskMove(fed with { State = TaskState.HeadReview }, text + "，送单位负责人审定");
    }

    /// It counts from now, however long it lay with the unit's own head.
    private static TaskStanding Handed(TaskStanding task, bool isFinal, TaskFacts facts) =>
        task with { State = TaskState.Checking, HeardAt = facts.Now, AnsweredAt = isFinal ? facts.Now : task.AnsweredAt };

    private static Refusal? Refuses(TaskCommand command, TaskFacts facts)
    {
        if (command.Reason.Length == 0) return new Refusal("supervision.feedback-empty", "请写明办理情况：做了什么、成效如何、还有什么问题。") { Field = "Reason" };
        if (command.Reason.Length > LongestText) return new Refusal("supervision.feedback-length", $"反馈最多{LongestText}字，现有{command.Reason.Length}字。请精简，详细材料作为佐证上传。") { Field = "Reason" };
        if (command.Progress is < 0 or > 100) return new Refusal("supervision.progress", "进度请填0到100之间的整数。") { Field = "Progress" };
        if (!command.IsFinal) return null;
        if (facts.UnheardParts > 0) return new Refusal("supervision.uncollected", $"分解出去的任务还有{facts.UnheardParts}项没有报来。请先催报，汇总审核后再报办理结果。") { Kind = RefusalKind.Conflict };
        if (command.Evidence.Count == 0) return new Refusal("supervision.evidence-none", "申请销号须附佐证。请上传现场照片、数据、验收材料等能看到结果的材料。") { Field = "Evidence" };
        return facts.Figures.Proves(command.Evidence) ? null : SupervisionRefusals.OnlyPaper(facts.Figures);
    }
}
