using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Answer;

/// 答复来文单位 as a page or a program gives it: how, or why none is needed.
internal sealed record AnswerForm
{
    /// given 已答复, not-needed 不需回复; empty: nothing is said about it.
    public string Answer { get; init; } = "";

    public string How { get; init; } = "";

    public string Reason { get; init; } = "";

    public static AnswerForm Of(StepAnswer answer) => new() { Answer = answer.Field("answer"), How = answer.Field("answerHow"), Reason = answer.Field("answerReason") };
}

/// When a sender must be answered, and what counts as an answer. Pure but for the clock.
internal static class AnswerRules
{
    private const int LongestHow = 200;
    private const int LongestReason = 400;

    public static Refusal? Take(Office office, IncomingDocument document, AnswerForm form)
    {
        if (document.IsAnswered) return null;
        return form.Answer switch
        {
            "given" => Given(office, document, form.How.Trim()),
            "not-needed" => NotNeeded(document, form.Reason.Trim()),
            _ => Due(office, document),
        };
    }

    public static Act Said(IncomingDocument document) => document.AnsweredAt is not null
        ? new("incoming.answered", $"答复来文单位{document.Sender}：{document.AnsweredHow}")
        : new("incoming.answer-waived", "确定不需回复来文单位") { Quote = document.AnswerWaived };

    public static bool MustAnswer(Office office, IncomingDocument document) => office.Rules.KindsOf(IncomingRules.AnsweredKinds).Contains(document.Kind);

    private static Refusal? Given(Office office, IncomingDocument document, string how)
    {
        if (how.Length == 0) return IncomingRefusals.NoAnswerHow;
        if (how.Length > LongestHow) return new IncomingRefusals.TooLong("answerHow", "答复方式", how.Length, LongestHow);
        (document.AnsweredAt, document.AnsweredHow) = (office.Now, how);
        return null;
    }

    private static Refusal? NotNeeded(IncomingDocument document, string reason)
    {
        if (reason.Length == 0) return IncomingRefusals.NoAnswerReason;
        if (reason.Length > LongestReason) return new IncomingRefusals.TooLong("answerReason", "不需回复的理由", reason.Length, LongestReason);
        document.AnswerWaived = reason;
        return null;
    }

    private static IncomingRefusals.AnswerDue? Due(Office office, IncomingDocument document) =>
        MustAnswer(office, document) ? IncomingRefusals.AnswerDue.Of(office.Rules.Word(document.Kind), office.Rules.Get(IncomingRules.AnsweredKinds).Ref.Citation) : null;
}
