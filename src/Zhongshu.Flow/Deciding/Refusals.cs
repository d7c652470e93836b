namespace Zhongshu.Flow.Deciding;

/// <summary>Every expected "no" of the engine.</summary>
internal static class Refusals
{
    public static readonly FlowRefusal NoItem = new("FLOW-NO-ITEM", "没有这件待办，请刷新后再试。");
    public static readonly FlowRefusal NoCommand = new("FLOW-NO-COMMAND", "不认识的操作，请刷新后再试。");
    public static readonly FlowRefusal WrongDefinition = new("FLOW-DEFINITION", "流程版本与本件不符，请联系管理员核对流程文件。");
    public static readonly FlowRefusal NoBeginning = new("FLOW-EMPTY", "流程没有任何环节，请联系管理员核对流程文件。");
    public static readonly FlowRefusal NotTheirs = new("FLOW-NOT-YOURS", "本件不在您手中，不能代为办理。");
    public static readonly FlowRefusal Suspended = new("FLOW-SUSPENDED", "本件已挂起，恢复后再办理。");
    public static readonly FlowRefusal NotSuspended = new("FLOW-NOT-SUSPENDED", "本件没有挂起，可直接办理。");
    public static readonly FlowRefusal Over = new("FLOW-OVER", "本件已办结或终止，不能再办理；如有后续，请另行登记并关联本件。");
    public static readonly FlowRefusal Administrator = new("FLOW-ADMINISTRATOR", "此项须由流程管理员办理，请与其联系。");
    public static readonly FlowRefusal Reason = new("FLOW-REASON", "请写明理由，以便查考。");
    public static readonly FlowRefusal Verdict = new("FLOW-VERDICT", "本环节须表明“同意”或“不同意”。");
    public static readonly FlowRefusal NoVerdict = new("FLOW-NO-VERDICT", "本环节办理即可，不作同意与否的表态。");
    public static readonly FlowRefusal Reading = new("FLOW-READING", "传阅件阅后即可，无需作此处理。");
    public static readonly FlowRefusal Opinion = new("FLOW-OPINION", "本环节须填写意见后提交。");
    public static readonly FlowRefusal ReturnReason = new("FLOW-RETURN-REASON", "退回须说明理由。");
    public static readonly FlowRefusal ReturnAdded = new("FLOW-RETURN-ADDED", "加签、委派件请签署意见后交回，由原办理人决定是否退回。");
    public static readonly FlowRefusal NoWay = new("FLOW-NO-WAY", "按公文当前情况没有可走的下一环节，请核对公文要素或联系管理员。");
    public static readonly FlowRefusal Loop = new("FLOW-LOOP", "流程在自动环节之间循环，请联系管理员核对流程文件。");
    public static readonly FlowRefusal NobodyGiven = new("FLOW-NOBODY", "请先选择人员。");
    public static readonly FlowRefusal Oneself = new("FLOW-ONESELF", "本件就在您手中，请选择他人。");
    public static readonly FlowRefusal LastSigner = new("FLOW-LAST-SIGNER", "本环节至少保留一人；如需换人请用“转办”。");
    public static readonly FlowRefusal NotAdder = new("FLOW-NOT-ADDER", "只有加签人、送办人或流程管理员可以减签。");
    public static readonly FlowRefusal ChaseLevel = new("FLOW-CHASE-LEVEL", "催办分一、二、三级，请重新选择。");
    public static readonly FlowRefusal ChaseSelf = new("FLOW-CHASE-SELF", "本件就在您手中，请直接办理。");
    public static readonly FlowRefusal NotClaimed = new("FLOW-NOT-CLAIMED", "本件不是签收所得，不能撤销签收；如需他人办理请用“转办”。");
    public static readonly FlowRefusal Claimed = new("FLOW-CLAIMED", "本件无需签收，可直接办理。");
    public static readonly FlowRefusal Entangled = new("FLOW-ENTANGLED", "本件已有加签，请先减签再撤销签收。");
    public static readonly FlowRefusal NothingToRecall = new("FLOW-RECALL-NOTHING", "本件没有可由您撤回的办理。");
    public static readonly FlowRefusal RecallPassed = new("FLOW-RECALL-PASSED", "流程已由他人的办理继续向前，不能撤回；如需更正，请联系当前办理人退回。");
    public static readonly FlowRefusal Started = new("FLOW-STARTED", "已有人打开本件，不能自行撤销；请联系流程管理员终止。");

    public static FlowRefusal NotYours(WorkItem item) => NotTheirs with { Participants = [item.Holder] };

    public static FlowRefusal Twice(WorkItem item) =>
        new("FLOW-TWICE", "所选人员在本环节已有待办，请勿重复送办。", [item.Holder]);

    public static FlowRefusal NotOpen(WorkItem item) => item.Status switch
    {
        ItemStatus.Queued => new("FLOW-QUEUED", "尚未轮到本件，请待前一位办理完毕。"),
        ItemStatus.Waiting => new("FLOW-WAITING", "本件正待加签人或受委派人交回；如不再等候请先减签。"),
        ItemStatus.Held => new("FLOW-HELD", "本环节已退回前面办理，办毕即直送回来。"),
        ItemStatus.Done => new("FLOW-DONE", "本件已经办理，无需重复提交。", [item.ClosedBy]),
        _ => new("FLOW-CANCELLED", "本件已被收回，无需办理。"),
    };

    public static FlowRefusal NobodyNamed(FlowStep step) =>
        new("FLOW-NO-ASSIGNEE", $"下一环节“{step.Title}”还没有办理人，请先选择。");

    public static FlowRefusal OneOnly(FlowStep step) =>
        new("FLOW-ONE-HOLDER", $"“{step.Title}”只送一人办理，请只选一位。");

    public static FlowRefusal ChooseWay(FlowStep step) =>
        new("FLOW-CHOOSE", $"“{step.Title}”办毕有多个去向，请选择下一环节。");

    public static FlowRefusal NotThatWay(FlowStep step) =>
        new("FLOW-WAY", $"“{step.Title}”按规定不能送往所选环节，请重新选择。");

    public static FlowRefusal NoStep(string? step) => new("FLOW-NO-STEP", $"流程中没有“{step}”这一环节。");

    public static FlowRefusal NotATarget(FlowStep step) =>
        new("FLOW-NOT-A-TARGET", $"“{step.Title}”不能作为去向，请选择具体的办理环节。");

    public static FlowRefusal NotPassed(FlowStep step) =>
        new("FLOW-NOT-PASSED", $"本件没有经过“{step.Title}”，只能退回办理过的环节。");

    public static FlowRefusal OtherBranch(FlowStep step) =>
        new("FLOW-OTHER-BRANCH", $"“{step.Title}”属于仍在办理的另一分支，只能退回本分支或分支之前的环节。");

    public static FlowRefusal ReturnForbidden(FlowStep step) =>
        new("FLOW-RETURN-FORBIDDEN", $"“{step.Title}”按规定不得退回。");

    public static FlowRefusal ReturnPrevious(FlowStep previous) =>
        new("FLOW-RETURN-PREVIOUS", $"本环节只能退回上一环节“{previous.Title}”。");

    public static FlowRefusal Opened(FlowStep step, IReadOnlyList<long> holders) =>
        new("FLOW-RECALL-SEEN", $"“{step.Title}”已有办理人打开，不能撤回；如需更正，请联系对方退回。", holders);
}
