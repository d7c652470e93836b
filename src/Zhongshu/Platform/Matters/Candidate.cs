namespace Zhongshu.Platform.Matters;

/// Somebody who may be chosen as a holder of a coming step. Group is the heading he stands under; Why is said beside him.
public sealed record Candidate(long Participant, string Name, string Group, string? Why = null, bool Proposed = false)
{
    /// Said beside him when he will be away by the deadline (委托).
    public string? Warning { get; init; }
}
