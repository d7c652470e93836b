namespace Zhongshu.Flow;

/// <summary>
/// An opaque holder: the application encodes person, post or section in <paramref name="Id"/> (never 0).
/// A pool is claimed by one of its members.
/// </summary>
public readonly record struct Participant(long Id, bool Pool = false);

/// <summary>What the engine is told about the moment of a command. The application has checked identity and authority.</summary>
public sealed record FlowFacts
{
    /// <summary>The instant of the command.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The person who acts.</summary>
    public required long Actor { get; init; }

    /// <summary>The person for whom he acts (AB角, 委托), 0 for himself.</summary>
    public long OnBehalfOf { get; init; }

    /// <summary>Posts held and pools belonged to by the acting person (or by the one he acts for).</summary>
    public IReadOnlyList<long> Hats { get; init; } = [];

    /// <summary>May suspend, terminate, jump, hand over and remove for others.</summary>
    public bool Administrator { get; init; }

    /// <summary>Document fields for conditions; a missing one is empty.</summary>
    public IReadOnlyDictionary<string, FieldValue> Fields { get; init; } = Empty;

    /// <summary>Resolves a symbol such as <c>office-director</c> into holders; null or empty means nobody.</summary>
    public Func<string, IReadOnlyList<Participant>>? Resolve { get; init; }

    /// <summary>Computes the due instant of an item about to open in a step.</summary>
    public Func<FlowStep, DateTimeOffset?>? DueFor { get; init; }

    private static readonly Dictionary<string, FieldValue> Empty = [];
}

/// <summary>How the chosen persons of a free step answer.</summary>
public enum FreeForm
{
    /// <summary>All of them; one person is the usual case.</summary>
    All = 0,

    /// <summary>One of them is enough.</summary>
    Any = 1,

    /// <summary>One after the other.</summary>
    InOrder = 2,
}

/// <summary>The holders of a step about to be entered. <paramref name="Form"/> counts for free steps only.</summary>
public sealed record Assignment(string Step, IReadOnlyList<Participant> Participants, DateTimeOffset? Due = null, FreeForm Form = FreeForm.All);

/// <summary>What the submitter chose for what follows: the way on and the holders of steps.</summary>
public sealed record FlowNext(string? To, params IReadOnlyList<Assignment> Assignments)
{
    /// <summary>Holders only, the way follows from the definition.</summary>
    public FlowNext(params IReadOnlyList<Assignment> assignments) : this(null, assignments) { }

    internal Assignment? For(string step)
    {
        for (var i = 0; i < (Assignments?.Count ?? 0); i++)
            if (Assignments![i]?.Step == step) return Assignments[i];
        return null;
    }
}
