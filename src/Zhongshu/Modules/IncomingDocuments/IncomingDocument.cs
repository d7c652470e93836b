using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments;

/// 来文方式
internal enum IncomingKind
{
    /// 来文
    Document = 1,

    /// 来电
    Telegram = 2,

    /// 来函
    Letter = 3,

    /// 传真
    Fax = 4,

    /// 领导批示件
    Instruction = 5,

    /// 下级请示
    Request = 6,

    /// 下级报告
    Report = 7,
}

internal enum IncomingState
{
    /// 待签收: delivered over the platform, not yet received.
    Delivered = 0,

    /// 办理中
    Handling = 1,

    /// 已办结
    Closed = 2,

    /// 已归档
    Filed = 3,

    /// 拒收
    Refused = 4,

    /// 退文
    SentBack = 5,
}

/// 收文: what the registry writes down of a document that came in. One row a matter.
internal sealed class IncomingDocument : IPartOfMatter
{
    public long MatterId { get; init; }

    /// 收文号 with its parts for sorting: 云政办收〔2026〕123号.
    public required string RegistryNumber { get; init; }

    public int RegistryYear { get; init; }

    public long RegistrySerial { get; init; }

    /// 本级单位 whose ledger it stands in; same as the matter's.
    public long UnitId { get; init; }

    public IncomingKind Kind { get; set; }

    public required string Sender { get; set; }

    public long? SenderUnitId { get; set; }

    /// 发文字号 as written, and brought into one form for comparison.
    public string DocumentNumber { get; set; } = "";

    public string NumberKey { get; set; } = "";

    public required string Title { get; set; }

    public DateOnly? DocumentDate { get; set; }

    public DateTimeOffset ReceivedAt { get; init; }

    public int Classification { get; set; }

    public string SecrecyTerm { get; set; } = "";

    public Urgency Urgency { get; set; }

    public string Addressee { get; set; } = "";

    public int Copies { get; set; } = 1;

    public int Pages { get; set; }

    /// 诉求实质: what the paper really asks for, when its title says something else (M1-B19).
    public string Substance { get; set; } = "";

    /// 来文要求的办结日期
    public DateOnly? AnswerBy { get; set; }

    /// Fingerprint of the text, so that the same paper under another number is told.
    public string ContentKey { get; set; } = "";

    /// 越流程: went to a leader past the registry (M1-A01). 白头件: without a red head (M1-B28).
    public bool IsBypass { get; set; }

    public bool IsWhiteHead { get; set; }

    /// 阅件: to be read, not handled; the director may make it a 办件.
    public bool IsForReading { get; set; }

    public IncomingState State { get; set; }

    /// 首问人: who received it first.
    public long FirstReceiverId { get; init; }

    /// 主办科室 and 会办科室, with the principle and the reason of the routing.
    public long? LeadUnitId { get; set; }

    public string SupportingUnits { get; set; } = "";

    public string RoutingPrinciple { get; set; } = "";

    public string RoutingReason { get; set; } = "";

    public int Rerouted { get; set; }

    /// 区分依据 where several are concerned: 权限, 范围, 实质 or 阶段 (M1-B13).
    public string Distinction { get; set; } = "";

    /// 分歧根源: why the sections differed over who is to handle it (M1-B27).
    public string DisputeCause { get; set; } = "";

    /// When a lead section was named for the first time (分办用时).
    public DateTimeOffset? RoutedAt { get; set; }

    /// 拟办前三问: purpose of the paper, its course so far, the thought behind it (M1-B32).
    public string Purpose { get; set; } = "";

    public string Background { get; set; } = "";

    public string Consideration { get; set; } = "";

    /// 办理结果 and its way back to the sender (结果回传, M1-A05).
    public string Result { get; set; } = "";

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public string AnsweredHow { get; set; } = "";

    /// 不需回复: why the sender gets no answer; empty when one is due or given.
    public string AnswerWaived { get; set; } = "";

    /// Whether the sender has his answer, or it was decided that he needs none.
    public bool IsAnswered => AnsweredAt is not null || AnswerWaived.Length > 0;

    /// 归档: retention code (Y, D30, D10), archival code, and the year it counts for.
    public string Retention { get; set; } = "";

    public string ArchivalCode { get; set; } = "";

    public DateTimeOffset? FiledAt { get; set; }

    /// When the document left the registry's hands for the first time (当日件当日办).
    public DateTimeOffset? FirstSentAt { get; set; }

    public Refusal? RefusesClosing() => State switch
    {
        IncomingState.Handling => null,
        IncomingState.Closed or IncomingState.Filed => new Refusal("incoming.closed", "这件来文已经办结。") { Kind = RefusalKind.Conflict },
        _ => new Refusal("incoming.not-handled", "这件来文已拒收或退回，没有可办结的事项。") { Kind = RefusalKind.Conflict },
    };

    /// Brackets of every kind, spaces and leading zeros do not make another number: 云政发[2026]008号 = 云政发〔2026〕8号.
    public static string KeyOfNumber(string number)
    {
        Span<char> key = stackalloc char[Math.Min(number.Length, 120)];
        var n = 0;
        foreach (var c in number)
        {
            if (n == key.Length) break;
            if (char.IsLetter(c) || (char.IsDigit(c) && !(c == '0' && (n == 0 || !char.IsDigit(key[n - 1]))))) key[n++] = char.ToLowerInvariant(c);
            else if (!char.IsDigit(c) && n > 0 && key[n - 1] != '-') key[n++] = '-';
        }

        return new string(key[..n]).Trim('-').Replace("-号", "号", StringComparison.Ordinal).Replace("第", "", StringComparison.Ordinal);
    }

    public string ClassificationWord => Platform.Access.Classification.Word(Classification) + (SecrecyTerm.Length > 0 ? $"★{SecrecyTerm}" : "");
}
