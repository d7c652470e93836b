using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Burdens.Observations;

public enum ReportVerb
{
    /// 交办
    Assign = 1,

    /// 答复
    Answer = 2,

    /// 办结
    Close = 3,

    /// 回头看
    LookBack = 4,
}

/// One act on a report: who is to answer until when, the words, whether it becomes a case, whether the look back found it mended.
internal sealed record ReportCommand(ReportVerb Verb, string Words)
{
    public long? HandlerId { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool IsCase { get; init; }

    public bool Mended { get; init; }
}

/// 反映 → 交办 → 答复 → 办结 → 回头看: every report is answered for, and what comes up again is taken up again. Pure.
internal static class ReportLife
{
    public const int Longest = 2000;

    /// The refusal, or null and the report moved.
    public static Refusal? Move(BurdenReport report, ReportCommand command, DateOnly today, int lookBackMonths)
    {
        if (command.Words.Length > Longest || (command.Words.Length == 0 && command.Verb != ReportVerb.Assign)) return ReportRefusals.NoWords;
        switch (command.Verb, report.State)
        {
            case (ReportVerb.Assign, ReportState.New or ReportState.Answered):
                return Assign(report, command, today);
            case (ReportVerb.Answer, ReportState.Assigned):
                (report.Answer, report.State) = (command.Words, ReportState.Answered);
                return null;
            case (ReportVerb.Close, ReportState.New or ReportState.Answered):
                (report.Result, report.ClosedOn, report.State, report.IsCase) = (command.Words, today, ReportState.Closed, command.IsCase);
                report.LookBackOn = report.Answer.Length > 0 ? today.AddMonths(lookBackMonths) : null;
                return null;
            case (ReportVerb.LookBack, ReportState.Closed) when report.LookBackOn is not null:
                report.LookBack = command.Words;
                report.LookBackOn = null;
                if (command.Mended) return null;
                return Assign(report, command with { HandlerId = command.HandlerId ?? report.HandlerId }, today);
            default:
                return ReportRefusals.NotNow(command.Verb, report.State);
        }
    }

    private static Refusal? Assign(BurdenReport report, ReportCommand command, DateOnly today)
    {
        if (command.HandlerId is null) return ReportRefusals.NoHandler;
        if (command.DueOn is not { } due || due < today) return ReportRefusals.NoDue;
        if (report.State != ReportState.New) report.Again++;
        (report.HandlerId, report.DueOn, report.State, report.ClosedOn) = (command.HandlerId, due, ReportState.Assigned, null);
        return null;
    }
}

/// Every expected "no" of the reports, one line each.
internal static class ReportRefusals
{
    public static readonly Refusal NoItem = new("burdens.report-item", "请选择是哪种情形。") { Field = "item" };

    public static readonly Refusal NoText = new("burdens.report-text", "请说说是什么事，最多2000字。") { Field = "text" };

    public static readonly Refusal NoUnnamed = new("burdens.report-unnamed", "本单位没有开通不署名反映，请去掉“不署名”后再报。") { Field = "unnamed" };

    public static readonly Refusal NoWords = new("burdens.report-words", "请写明情况，最多2000字。") { Field = "words" };

    public static readonly Refusal NoHandler = new("burdens.report-handler", "请选择由哪个单位答复。") { Field = "handler" };

    public static readonly Refusal NoDue = new("burdens.report-due", "请填写答复时限，不早于今天。") { Field = "due" };

    public static readonly Refusal NotYours = new("burdens.report-unit", "这条反映没有交由本单位答复。") { Kind = RefusalKind.Forbidden };

    public static readonly Refusal NoCases = new("burdens.no-cases", "没有尚未通报的典型问题。办结时勾选“列为典型问题”的才能通报。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NotPublished = new("burdens.not-published", "这个问题还没有通报，不需要对照检视。") { Kind = RefusalKind.Conflict };

    public static Refusal NotNow(ReportVerb verb, ReportState state) => new("burdens.report-state",
        $"这条反映现在是“{WordOf(state)}”，不能{verb switch { ReportVerb.Assign => "交办", ReportVerb.Answer => "答复", ReportVerb.Close => "办结", _ => "回头看" }}。请刷新后再看。") { Kind = RefusalKind.Conflict };

    public static string WordOf(ReportState state) => state switch { ReportState.New => "待处理", ReportState.Assigned => "待单位答复", ReportState.Answered => "已答复、待办结", _ => "已办结" };
}
