using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.IncomingDocuments;

/// Every expected "no" of 收文, one line each.
internal static class IncomingRefusals
{
    public sealed record Missing : Refusal
    {
        public Missing(string field, string message) : base("incoming.missing", message) => Field = field;
    }

    public sealed record TooLong : Refusal
    {
        public TooLong(string field, string name, int length, int most) : base("incoming.too-long", $"{name}最多{most}字，现有{length}字。请精简后再登记。") => Field = field;
    }

    public sealed record UnknownCode : Refusal
    {
        public UnknownCode(string field, string name) : base("incoming.unknown-code", $"不认识的{name}。请从列出的选项中选择。") => Field = field;
    }

    public sealed record OutOfRange : Refusal
    {
        public OutOfRange(string field, string message) : base("incoming.out-of-range", message) => Field = field;
    }

    public sealed record UnknownFormer : Refusal
    {
        public UnknownFormer(string code) : base("incoming.unknown-former", $"没有找到前件“{code.Cut(30)}”，可能事项码有误，或不在您的知悉范围内。请核对事项码，或留空后登记。") => Field = "follows";
    }

    public sealed record TermWithoutClassification() : Refusal("incoming.term-without-classification", "填了保密期限，没有选密级。请补选密级，或去掉保密期限。");

    public sealed record Duplicate : Refusal
    {
        public Duplicate(IReadOnlyList<LikeDocument> like)
            : base("incoming.duplicate", $"与已登记的来文重复：{string.Join('；', like.Select(l => $"{l.RegistryNumber}《{l.Title}》（{l.Why}）"))}。确需另行登记的，请勾选“仍要登记”。")
        {
            Kind = RefusalKind.Conflict;
            Field = "documentNumber";
            Like = like;
        }

        public IReadOnlyList<LikeDocument> Like { get; }
    }

    public static readonly Refusal NotDelivered = new("incoming.not-delivered", "这件来文不在待签收状态，可能已由他人签收、拒收或退文。请刷新后查看最新情况。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoReturnReason = new("incoming.return-reason", "请选择或写明退回的理由和修改办法，来文单位才知道怎么改。") { Field = "letter" };

    public static readonly Refusal NotReported = new("incoming.not-reported", "办理结果还没有答复来文单位或回传。请先登记答复、回传，或写明不需回复的理由，再归档。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoAnswerHow = new("incoming.answer-how", "请写明怎样答复的，如“复函×政办函〔2026〕3号”“电话答复某同志”。") { Field = "answerHow" };

    public static readonly Refusal NoAnswerReason = new("incoming.answer-reason", "选择不需回复的，请写明理由。") { Field = "answerReason" };

    public static readonly Refusal AnsweredAlready = new("incoming.answered", "这件来文已经登记过答复。") { Kind = RefusalKind.Conflict };

    public sealed record AnswerDue(string Word, string Citation) : Refusal("incoming.answer-due", $"这件{Word}须答复来文单位后办结。请填写答复方式，或选择“不需回复”并写明理由。{Citation}。")
    {
        public static AnswerDue Of(string word, string citation) => new(word, citation) { Field = "answer" };
    }

    public sealed record ClassifiedFile(string Word) : Refusal("secrecy.network", $"本系统未部署在涉密内网，{Word}文件的正文不得录入。附件已删除、未作保存。请只登记台账信息；原件按保密规定由机要人员保管。")
    {
        public static ClassifiedFile Of(string word) => new(word) { Kind = RefusalKind.Forbidden, Field = "files" };
    }
}

/// A document already in the ledger that this one looks like, and why.
internal sealed record LikeDocument(string Code, string RegistryNumber, string Title, DateTimeOffset ReceivedAt, string Why);
