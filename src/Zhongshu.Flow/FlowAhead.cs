namespace Zhongshu.Flow;

/// <summary>What an answer to an item would lead to, told before it is given (提交后将送:××).</summary>
public sealed record FlowAhead
{
    /// <summary>The ways on. One unless the holder chooses; none when the item cannot be answered now.</summary>
    public required IReadOnlyList<AheadWay> Ways { get; init; }
}

/// <summary>What happens on one way.</summary>
public enum AheadEffect
{
    /// <summary>Steps are entered.</summary>
    Enters = 0,

    /// <summary>The step still waits for other holders.</summary>
    WaitsForHolders = 1,

    /// <summary>The join still waits for other branches.</summary>
    WaitsForBranches = 2,

    /// <summary>直送退回人: the returned step goes on.</summary>
    GoesBack = 3,

    /// <summary>The flow ends.</summary>
    Ends = 4,
}

/// <summary>One way on. <paramref name="To"/> is what <see cref="FlowNext.To"/> takes; null when there is no choice to make.</summary>
public sealed record AheadWay(string? To, string Title, AheadEffect Effect, IReadOnlyList<AheadStep> Steps);

/// <summary>
/// A step that would be entered. The application resolves <see cref="FlowStep.Assign"/>, or asks the user when
/// <see cref="NeedsChoice"/>. <paramref name="Previous"/> are those who had it last time; they are taken when nobody
/// is named.
/// </summary>
public sealed record AheadStep(FlowStep Step, bool NeedsChoice, bool ManyAllowed, IReadOnlyList<Participant> Previous);
