using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Coordinations;

/// Every expected "no" of coordination and liaison, one line each.
internal static class CoordinationRefusals
{
    public static readonly Refusal Closed = new("coordination.closed", "这张协调单已经办结，不再登记。又有新情况的，请另开协调单。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotOfIt = new("coordination.not-of-it", "您的单位不是这张协调单的参与单位，不能登记。需要参与的，请与牵头单位联系。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal StepDone = new("coordination.step-done", "这一步已经登记完成。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Supervised = new("coordination.supervised", "这张协调单已经转督办。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Roadmap = new("coordination.roadmap", "请至少写明一步：做什么、由哪个单位、什么时候前。没有时间表和路线图的协调单不能开出。") { Field = "steps" };

    public static readonly Refusal Guarded = new("coordination.guarded", "涉密的和限定知悉范围的事项不开协调单，请在该事项内流转。") { Field = "matter" };

    public static readonly Refusal Held = new("coordination.held", "这次会议已经登记了结论。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NobodyToChase = new("coordination.nobody", "都已答复，不用再催。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal Answered = new("coordination.answered", "这项申请已经答复过。") { Kind = RefusalKind.Conflict };

    public static Refusal Missing(string field, string message) => new($"coordination.{field}", message) { Field = field };

    public static Refusal StepsLeft(int count) => new("coordination.steps-left", $"路线图还有{count}步没有完成，完成后再办结。") { Kind = RefusalKind.Conflict };

    public static Refusal Unreported(string units) => new("coordination.unreported", $"{units}还没有提交情况，请提交后再办结。") { Kind = RefusalKind.Conflict };
}
