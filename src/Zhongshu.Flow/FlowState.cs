using System.Text.Json.Serialization;

namespace Zhongshu.Flow;

/// <summary>Where an instance stands.</summary>
public enum FlowStatus
{
    /// <summary>Running.</summary>
    Running = 0,

    /// <summary>挂起.</summary>
    Suspended = 1,

    /// <summary>办结.</summary>
    Ended = 2,

    /// <summary>Ended by a rejection.</summary>
    Rejected = 3,

    /// <summary>终止.</summary>
    Terminated = 4,
}

/// <summary>Where a run of a step, or a branch, stands.</summary>
public enum RunStatus
{
    /// <summary>At work.</summary>
    Active = 0,

    /// <summary>Returned, and to be come straight back to.</summary>
    Paused = 1,

    /// <summary>Passed.</summary>
    Completed = 2,

    /// <summary>Not passed.</summary>
    Failed = 3,

    /// <summary>Returned, to be walked again.</summary>
    Returned = 4,

    /// <summary>Undone by a recall.</summary>
    Recalled = 5,

    /// <summary>Closed by something else (join reached, jump, end).</summary>
    Cancelled = 6,

    /// <summary>Passed over: optional and nobody named, or no branch opened.</summary>
    Skipped = 7,
}

/// <summary>One visit to a step.</summary>
public sealed record StepRun
{
    /// <summary>Number within the instance, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>The branch run it stands in, 0 outside every branch.</summary>
    public int Branch { get; init; }

    /// <summary>The run from which it was reached, 0 for the start.</summary>
    public int From { get; init; }

    /// <summary>The paused run to go straight back to, 0 for none.</summary>
    public int BackTo { get; init; }

    /// <summary>Who sent it here.</summary>
    public long SentBy { get; init; }

    /// <summary>How the holders of a free step answer.</summary>
    public FreeForm Form { get; init; }

    /// <summary>Where it stands.</summary>
    public RunStatus Status { get; init; }

    /// <summary>The move in which the status was last set.</summary>
    public int Since { get; init; }

    /// <summary>Status before <see cref="Since"/>.</summary>
    public RunStatus Was { get; init; }

    /// <summary>The move that entered it.</summary>
    public int OpenedIn { get; init; }

    /// <summary>Active or paused.</summary>
    [JsonIgnore]
    public bool Live => Status <= RunStatus.Paused;
}

/// <summary>One opened branch of a parallel run.</summary>
public sealed record BranchRun
{
    /// <summary>Number within the instance, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>The run of the parallel step.</summary>
    public required int Run { get; init; }

    /// <summary>The branch of the definition.</summary>
    public required string Branch { get; init; }

    /// <summary>The branch run around it, 0 for none.</summary>
    public int Parent { get; init; }

    /// <summary>Where it stands.</summary>
    public RunStatus Status { get; init; }

    /// <summary>The move in which the status was last set.</summary>
    public int Since { get; init; }

    /// <summary>Status before <see cref="Since"/>.</summary>
    public RunStatus Was { get; init; }

    /// <summary>The move that opened it.</summary>
    public int OpenedIn { get; init; }
}

/// <summary>
/// The whole running instance: immutable, small, serialisable with <see cref="FlowJson"/>. Ids of items, runs and
/// branches are their place in the lists plus one.
/// </summary>
public sealed partial record FlowState
{
    /// <summary>Id of the definition it runs on.</summary>
    public required string Definition { get; init; }

    /// <summary>Version of the definition it runs on.</summary>
    public required int Version { get; init; }

    /// <summary>Who started it.</summary>
    public required long StartedBy { get; init; }

    /// <summary>Where it stands.</summary>
    public FlowStatus Status { get; init; }

    /// <summary>Counts the accepted commands: the version to check when saving.</summary>
    public int Move { get; init; }

    /// <summary>All work items, answered and cancelled ones included.</summary>
    public WorkItem[] Items { get; init; } = [];

    /// <summary>All visits to steps.</summary>
    public StepRun[] Runs { get; init; } = [];

    /// <summary>All opened branches.</summary>
    public BranchRun[] Branches { get; init; } = [];

    /// <summary>The item of that number, or null.</summary>
    public WorkItem? Item(int id) => id > 0 && id <= Items.Length ? Items[id - 1] : null;

    /// <summary>The items waiting for somebody now.</summary>
    public IEnumerable<WorkItem> OpenItems() => Items.Where(item => item.Status == ItemStatus.Open);

    /// <summary>Ended, rejected or terminated.</summary>
    [JsonIgnore]
    public bool Over => Status >= FlowStatus.Ended;

    internal StepRun RunOf(WorkItem item) => Runs[item.Run - 1];
}
