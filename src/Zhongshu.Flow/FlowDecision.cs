using System.Diagnostics.CodeAnalysis;

namespace Zhongshu.Flow;

/// <summary>
/// An expected "no". <paramref name="Participants"/> names those the message speaks of (who has opened it, who holds
/// it already); the application puts their names beside the message.
/// </summary>
public sealed record FlowRefusal(string RuleId, string Message, IReadOnlyList<long> Participants)
{
    /// <summary>A refusal that speaks of nobody.</summary>
    public FlowRefusal(string ruleId, string message) : this(ruleId, message, []) { }
}

/// <summary>The answer to a command: a new state with its events, or a refusal.</summary>
public sealed class FlowDecision
{
    private FlowDecision(FlowState? state, IReadOnlyList<FlowEvent> events, FlowRefusal? refusal) =>
        (State, Events, Refusal) = (state, events, refusal);

    /// <summary>The new state.</summary>
    public FlowState? State { get; }

    /// <summary>What happened, in order; folding it over the old state gives the new one.</summary>
    public IReadOnlyList<FlowEvent> Events { get; }

    /// <summary>Why not.</summary>
    public FlowRefusal? Refusal { get; }

    /// <summary>Whether the command was carried out.</summary>
    [MemberNotNullWhen(true, nameof(State))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Refusal is null;

    internal static FlowDecision Yes(FlowState state, IReadOnlyList<FlowEvent> events) => new(state, events, null);

    internal static FlowDecision No(FlowRefusal refusal) => new(null, [], refusal);
}
