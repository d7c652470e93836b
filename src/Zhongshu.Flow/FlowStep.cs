namespace Zhongshu.Flow;

/// <summary>A step of a definition.</summary>
public sealed class FlowStep
{
    /// <summary>The symbol that means: whoever submits names the holders.</summary>
    public const string Chosen = "chosen";

    /// <summary>English kebab-case, unique in the definition.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese title as the office says it.</summary>
    public required string Title { get; init; }

    /// <summary>What the step is.</summary>
    public StepKind Kind { get; init; }

    /// <summary>Symbol of the holders, resolved by the application; <see cref="Chosen"/> when the submitter names them.</summary>
    public string? Assign { get; init; }

    /// <summary>The answer asked for.</summary>
    public AnswerKind Answer { get; init; }

    /// <summary>How many must agree.</summary>
    public PassRule Pass { get; init; }

    /// <summary>True: once the result is certain, the remaining items are cancelled. False: everyone is heard first.</summary>
    public bool Early { get; init; } = true;

    /// <summary>What a rejection does.</summary>
    public RejectPolicy Reject { get; init; }

    /// <summary>Where a failed step goes: <c>return</c> (the step before), <c>end</c>, <c>join</c>, <c>next</c> (on as if passed) or a step id.</summary>
    public string Failed { get; init; } = Back;

    /// <summary>How far back holders may return.</summary>
    public ReturnReach Return { get; init; }

    /// <summary>With nobody named the step is passed over.</summary>
    public bool Optional { get; init; }

    /// <summary>An answer without an opinion is refused.</summary>
    public bool OpinionRequired { get; init; }

    /// <summary>Circulation only: the flow waits until everyone has read.</summary>
    public bool Wait { get; init; }

    /// <summary>Ways on, in order; the first whose condition holds, or the holder's choice among those (<see cref="Choose"/>).</summary>
    public IReadOnlyList<FlowLink> Next { get; internal set; } = [];

    /// <summary>The holder chooses among the ways whose condition holds.</summary>
    public bool Choose { get; init; }

    /// <summary>Deadline, reminder and escalation; the engine only carries them.</summary>
    public StepDeadline? Deadline { get; init; }

    /// <summary>Parallel only.</summary>
    public IReadOnlyList<FlowBranch> Branches { get; init; } = [];

    /// <summary>Parallel only: how many branches must have arrived.</summary>
    public PassRule JoinRule { get; init; }

    /// <summary>The branch the step stands in, null outside every branch.</summary>
    public FlowBranch? Branch { get; internal set; }

    /// <summary>Line in the file, for messages; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>The word for "the step before" in <see cref="Failed"/>.</summary>
    internal const string Back = "return";

    /// <summary>The word for "on as if passed" in <see cref="Failed"/>.</summary>
    internal const string Onward = "next";
}

/// <summary>Unit of a <see cref="FlowSpan"/>.</summary>
public enum SpanUnit
{
    /// <summary>Working days.</summary>
    Workdays = 0,

    /// <summary>Working hours.</summary>
    Workhours = 1,

    /// <summary>Natural days.</summary>
    Days = 2,

    /// <summary>Natural hours.</summary>
    Hours = 3,
}

/// <summary>A length of time as an office states it; the application computes the instant with its calendar.</summary>
public readonly record struct FlowSpan(int Number, SpanUnit Unit);

/// <summary>
/// Deadline of a step. <paramref name="RemindBefore"/> null with <paramref name="RemindAtHalf"/> false means no reminder.
/// <paramref name="Escalate"/> are symbols told in this order once overdue.
/// </summary>
public sealed record StepDeadline(FlowSpan Within, bool RemindAtHalf, FlowSpan? RemindBefore, IReadOnlyList<string> Escalate);
