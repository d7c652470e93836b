namespace Zhongshu.Modules.Supervision.Tasks;

/// States and verbs as the office says them.
internal static class TaskWords
{
    public static string Of(TaskState state) => state switch
    {
        TaskState.Drafted => "待交办",
        TaskState.Delivered => "待签收",
        TaskState.Running => "办理中",
        TaskState.HeadReview => "待单位审定",
        TaskState.Checking => "待核查",
        TaskState.Suspended => "已暂停",
        TaskState.Closed => "已销号",
        _ => "已撤销",
    };

    /// Until when a request for more time waits; empty when it can be answered.
    public static string AskedWaits(TaskState state) => state switch
    {
        TaskState.Suspended => "（暂停中，恢复办理后再答复）",
        TaskState.HeadReview or TaskState.Checking => "（反馈核查后再答复）",
        _ => "",
    };

    public static string Of(TaskVerb verb) => verb switch
    {
        TaskVerb.Send => "交办",
        TaskVerb.Receive => "签收",
        TaskVerb.Decline => "退回交办",
        TaskVerb.Feed => "反馈",
        TaskVerb.ApproveFeedback => "审定反馈",
        TaskVerb.ReturnFeedback => "退回修改",
        TaskVerb.Accept => "采纳进展",
        TaskVerb.Refuse => "退回补报",
        TaskVerb.Close => "销号",
        TaskVerb.ClosePartly => "部分销号",
        TaskVerb.TurnLongTerm => "转为长期工作",
        TaskVerb.Reopen => "重新打开",
        TaskVerb.Suspend => "暂停",
        TaskVerb.Resume => "恢复",
        TaskVerb.AskExtension => "申请延期",
        TaskVerb.GrantExtension => "同意延期",
        TaskVerb.DenyExtension => "不同意延期",
        TaskVerb.Reassign => "变更责任单位",
        TaskVerb.ChangeDue => "调整时限",
        TaskVerb.Withdraw => "撤销",
        TaskVerb.Chase => "催办",
        TaskVerb.Double => "启动双重督办",
        TaskVerb.Support => "调整配合单位",
        TaskVerb.Copy => "增加抄送单位",
        _ => "回头看",
    };
}
