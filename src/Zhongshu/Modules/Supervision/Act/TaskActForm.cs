using Zhongshu.Modules.Supervision.Tasks;

namespace Zhongshu.Modules.Supervision.Act;

/// One act on a task, as a page or a program sends it. Which fields count depends on the verb.
internal sealed record TaskActForm
{
    public TaskVerb Verb { get; init; }

    /// Reason, opinion, what is missing, or the text of a feedback.
    public string? Reason { get; init; }

    public DateOnly? On { get; init; }

    /// Name of the new lead unit, or names of units to support or to read along.
    public string? Unit { get; init; }

    /// 责任人 who answers for it in the unit; empty: whoever receives it.
    public string? Person { get; init; }

    public int Progress { get; init; }

    public bool IsFinal { get; init; }

    public bool Passed { get; init; }

    /// 下一步: what will be done by the next report.
    public string? Promise { get; init; }

    /// Send it to the supporting units to be countersigned first.
    public bool Countersign { get; init; }

    /// 核查方式
    public IReadOnlyList<string> Ways { get; init; } = [];

    public IReadOnlyList<EvidenceForm> Evidence { get; init; } = [];

    /// The matter's version that the person saw; null: not checked.
    public int? Version { get; init; }
}

/// One piece of evidence: its kind, and a text, an upload, or both.
internal sealed record EvidenceForm(string Kind, string Text, long? File);
