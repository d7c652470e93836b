using System.Globalization;
using Zhongshu.Modules.Supervision.Tasks;

namespace Zhongshu.Modules.Supervision.Act;

/// One page on which a task is acted on: the verbs that answer the same question stand together.
internal sealed record TaskAct(string Key, string Title, IReadOnlyList<TaskVerb> Verbs)
{
    public bool IsMain { get; init; }

    /// What the text field is called; empty for none.
    public string ReasonLabel { get; init; } = "理由";

    public string DateLabel { get; init; } = "";

    public bool TakesUnit { get; init; }

    public string UnitLabel { get; init; } = "新的牵头单位";

    public bool TakesWays { get; init; }

    /// What will happen, said on the page.
    public string What { get; init; } = "";

    public static readonly IReadOnlyList<TaskAct> All =
    [
        new("send", "交办", [TaskVerb.Send]) { IsMain = true, ReasonLabel = "", What = "任务将送到牵头单位签收。" },
        new("receive", "签收", [TaskVerb.Receive, TaskVerb.Decline]) { IsMain = true, ReasonLabel = "对交办意图的理解或退回理由", What = "请核对任务、标准和时限。有疑问的，先与督查部门沟通再签收；不属本单位职责的，写明理由退回。" },
        new("feedback", "反馈", [TaskVerb.Feed]) { IsMain = true },
        new("approve", "审定反馈", [TaskVerb.ApproveFeedback, TaskVerb.ReturnFeedback]) { IsMain = true, ReasonLabel = "修改意见", What = "审定后报送督查部门；需要修改的，写明意见退回。" },
        new("check", "核查反馈", [TaskVerb.Close, TaskVerb.Accept, TaskVerb.Refuse, TaskVerb.ClosePartly]) { IsMain = true, ReasonLabel = "核查意见", DateLabel = "剩余部分的时限（部分销号时填写）", TakesWays = true, What = "销号须核实结果；退回补报要写明缺什么；部分销号要写明剩余内容。" },
        new("extension", "延期审批", [TaskVerb.GrantExtension, TaskVerb.DenyExtension]) { IsMain = true, ReasonLabel = "意见", DateLabel = "同意延期到（不填即按申请）" },
        new("resume", "恢复办理", [TaskVerb.Resume]) { IsMain = true, What = "暂停期间不计时，时限相应顺延。" },
        new("look-back", "回头看", [TaskVerb.LookBack]) { IsMain = true, ReasonLabel = "发现的问题，或提前通过的理由", DateLabel = "重新办理的时限（发现问题时填写）", What = "到期看成果有没有反弹；还没有到期就通过的，写明理由。" },
        new("ask", "申请延期", [TaskVerb.AskExtension]) { ReasonLabel = "延期理由", DateLabel = "申请延期到" },
        new("chase", "催办", [TaskVerb.Chase]) { ReasonLabel = "", What = "将提醒牵头单位尽快办理。" },
        new("double", "双重督办", [TaskVerb.Double]) { TakesUnit = true, UnitLabel = "业务主管部门", ReasonLabel = "滞后情况和督办要求", What = "业务主管部门和督查部门一同督促，双方都能看到进展；只用于明显滞后的任务。" },
        new("due", "调整时限", [TaskVerb.ChangeDue]) { DateLabel = "新的时限" },
        new("support", "配合单位", [TaskVerb.Support]) { TakesUnit = true, UnitLabel = "配合单位（调整后的全部）", ReasonLabel = "理由", What = "力量不足的增加配合单位，材料存疑的会商后调整；几个单位用顿号隔开，不再需要的去掉。" },
        new("copy", "抄送", [TaskVerb.Copy]) { TakesUnit = true, UnitLabel = "增加抄送", ReasonLabel = "抄送理由", What = "典型做法或教训需要别的单位借鉴的，写明理由抄送。" },
        new("reassign", "变更单位", [TaskVerb.Reassign]) { DateLabel = "新的时限（不填即不变）", TakesUnit = true },
        new("long-term", "转为长期工作", [TaskVerb.TurnLongTerm]) { What = "不再按原时限销号，改为定期报告。" },
        new("suspend", "暂停", [TaskVerb.Suspend]) { DateLabel = "暂停到" },
        new("reopen", "重新打开", [TaskVerb.Reopen]) { DateLabel = "重新办理的时限" },
        new("withdraw", "撤销", [TaskVerb.Withdraw]) { What = "任务终止，不再督办。" },
    ];

    public static IReadOnlyList<TaskAct> Of(IReadOnlyList<TaskVerb> open) => [.. All.Where(a => a.Verbs.Any(open.Contains))];

    public string Href(string code, int number) => string.Create(CultureInfo.InvariantCulture, $"supervision/{code}/tasks/{number}/{Key}");
}
