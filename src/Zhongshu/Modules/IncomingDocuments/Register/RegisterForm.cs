using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Register;

/// What is written down at registration. Everything a file could tell is filled in beforehand and only confirmed here.
internal sealed record RegisterForm
{
    public IncomingKind Kind { get; init; } = IncomingKind.Document;

    public string Title { get; init; } = "";

    public string Sender { get; init; } = "";

    public string DocumentNumber { get; init; } = "";

    public DateOnly? DocumentDate { get; init; }

    /// 收到时间; now when absent. A paper may be written up later than it came, never earlier.
    public DateTimeOffset? ReceivedAt { get; init; }

    public int Classification { get; init; }

    public string SecrecyTerm { get; init; } = "";

    public Urgency Urgency { get; init; }

    public string Addressee { get; init; } = "";

    public int Copies { get; init; } = 1;

    public int Pages { get; init; }

    public string Substance { get; init; } = "";

    public DateOnly? AnswerBy { get; init; }

    public bool IsBypass { get; init; }

    public bool IsWhiteHead { get; init; }

    /// Goes on although a document like it is there already (同号或同文).
    public bool DespiteDuplicate { get; init; }

    /// 续来文: the matter this one follows (M1-B21).
    public string? Follows { get; init; }

    /// Uploads of the person who registers; the first is the document itself.
    public IReadOnlyList<long> Files { get; init; } = [];

    /// 待签收: delivered over the platform; its flow begins when it is received.
    public bool AwaitsReceipt { get; init; }
}
