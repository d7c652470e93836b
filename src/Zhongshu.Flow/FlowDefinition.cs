using System.Collections.Frozen;

namespace Zhongshu.Flow;

/// <summary>
/// An immutable, versioned flow. A running instance keeps the id and version it started on; the application looks
/// the definition up by both. Built by <see cref="FlowYaml"/>.
/// </summary>
public sealed class FlowDefinition
{
    /// <summary>The reserved target that ends the instance.</summary>
    public const string End = "end";

    /// <summary>The reserved target that ends a branch and lets it wait at the join.</summary>
    public const string Join = "join";

    private readonly FrozenDictionary<string, FlowStep> _byId;

    internal FlowDefinition(string id, int version, string title, FlowStep[] roots, FlowStep[] all)
    {
        (Id, Version, Title, Roots, Steps) = (id, version, title, roots, all);
        _byId = all.ToFrozenDictionary(step => step.Id);
    }

    /// <summary>English kebab-case name, the same over all versions.</summary>
    public string Id { get; }

    /// <summary>Counts up from 1.</summary>
    public int Version { get; }

    /// <summary>The Chinese title, such as 收文办理.</summary>
    public string Title { get; }

    /// <summary>Names of the document fields that conditions may ask for, with their type word (text, number, bool, date, list).</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The steps outside every branch, in the order of the file. The first is where an instance begins.</summary>
    public IReadOnlyList<FlowStep> Roots { get; }

    /// <summary>All steps, those inside branches included.</summary>
    public IReadOnlyList<FlowStep> Steps { get; }

    /// <summary>The step of that id, or null.</summary>
    public FlowStep? Find(string? id) => id is not null && _byId.TryGetValue(id, out var step) ? step : null;
}

/// <summary>What a step is.</summary>
public enum StepKind
{
    /// <summary>One holder answers.</summary>
    Single = 0,

    /// <summary>会签: all are asked at once; <see cref="FlowStep.Pass"/> says how many must agree.</summary>
    Countersign = 1,

    /// <summary>One after the other, in the order given.</summary>
    Serial = 2,

    /// <summary>Branches that run side by side until the join.</summary>
    Parallel = 3,

    /// <summary>传阅: read, no answer asked.</summary>
    Circulation = 4,

    /// <summary>自由流转: each holder names the next ones, or goes on.</summary>
    Free = 5,
}

/// <summary>How many agreeing answers carry a countersigned step.</summary>
public enum PassMode
{
    /// <summary>Everyone.</summary>
    All = 0,

    /// <summary>One is enough.</summary>
    Any = 1,

    /// <summary><see cref="PassRule.Figure"/> persons.</summary>
    Number = 2,

    /// <summary><see cref="PassRule.Figure"/> per cent of those asked, rounded up.</summary>
    Share = 3,
}

/// <summary>A pass or join rule; <paramref name="Figure"/> is a count of persons or per cent.</summary>
public readonly record struct PassRule(PassMode Mode, int Figure = 0)
{
    /// <summary>How many of <paramref name="asked"/> must agree; never more than were asked, never less than one.</summary>
    public int Needed(int asked) => Mode switch
    {
        PassMode.Any => 1,
        PassMode.Number => Math.Clamp(Figure, 1, Math.Max(asked, 1)),
        PassMode.Share => Math.Clamp((int)(((long)asked * Figure + 99) / 100), 1, Math.Max(asked, 1)),
        _ => Math.Max(asked, 1),
    };
}

/// <summary>Which answer a step asks for.</summary>
public enum AnswerKind
{
    /// <summary>办理: <see cref="Complete"/>, no verdict.</summary>
    Handle = 0,

    /// <summary>同意/不同意: <see cref="Approve"/> or <see cref="Reject"/>.</summary>
    Approve = 1,
}

/// <summary>What a rejection does to the step.</summary>
public enum RejectPolicy
{
    /// <summary>The first rejection fails the step.</summary>
    AtOnce = 0,

    /// <summary>It is counted as a vote; the step fails when it can no longer pass.</summary>
    Vote = 1,
}

/// <summary>How far back the holder of a step may return.</summary>
public enum ReturnReach
{
    /// <summary>To any step passed.</summary>
    Any = 0,

    /// <summary>To the step before only.</summary>
    Previous = 1,

    /// <summary>Not at all.</summary>
    None = 2,
}

/// <summary>One way on from a step. <see cref="When"/> null means always.</summary>
public sealed record FlowLink(string To, string? Title = null, Condition? When = null);

/// <summary>A branch of a parallel step; it opens when its condition holds (null: always).</summary>
public sealed class FlowBranch
{
    /// <summary>Unique within the parallel step.</summary>
    public required string Id { get; init; }

    /// <summary>Chinese title.</summary>
    public required string Title { get; init; }

    /// <summary>The condition under which the branch opens.</summary>
    public Condition? When { get; init; }

    /// <summary>Its steps in the order of the file, never empty.</summary>
    public required IReadOnlyList<FlowStep> Steps { get; init; }

    /// <summary>The parallel step that owns it.</summary>
    public FlowStep Owner { get; internal set; } = null!;
}
