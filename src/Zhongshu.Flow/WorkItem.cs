using System.Text.Json.Serialization;

namespace Zhongshu.Flow;

/// <summary>What a work item asks of its holder.</summary>
public enum ItemKind
{
    /// <summary>To handle or decide.</summary>
    Decide = 0,

    /// <summary>To countersign.</summary>
    Countersign = 1,

    /// <summary>To read.</summary>
    Read = 2,
}

/// <summary>Where an item stands.</summary>
public enum ItemStatus
{
    /// <summary>待办.</summary>
    Open = 0,

    /// <summary>Its turn has not come (serial list, after-sign).</summary>
    Queued = 1,

    /// <summary>Waits for before-signers or the delegate.</summary>
    Waiting = 2,

    /// <summary>The step was returned and will be come back to.</summary>
    Held = 3,

    /// <summary>Answered.</summary>
    Done = 4,

    /// <summary>Taken away; <see cref="WorkItem.Cancelled"/> says why.</summary>
    Cancelled = 5,
}

/// <summary>How an item came into its step.</summary>
public enum ItemRelation
{
    /// <summary>Assigned with the step.</summary>
    Member = 0,

    /// <summary>并加签.</summary>
    Beside = 1,

    /// <summary>前加签.</summary>
    Before = 2,

    /// <summary>后加签.</summary>
    After = 3,

    /// <summary>委派.</summary>
    Delegated = 4,

    /// <summary>传阅 beside the flow.</summary>
    Copy = 5,
}

/// <summary>How an item was answered.</summary>
public enum ItemOutcome
{
    /// <summary>Not yet.</summary>
    None = 0,

    /// <summary>办理完毕.</summary>
    Completed = 1,

    /// <summary>同意.</summary>
    Approved = 2,

    /// <summary>不同意.</summary>
    Rejected = 3,

    /// <summary>退回.</summary>
    Returned = 4,

    /// <summary>已阅.</summary>
    Read = 5,
}

/// <summary>Why an item was taken away.</summary>
public enum CancelReason
{
    /// <summary>It was not.</summary>
    None = 0,

    /// <summary>The step had its result without it.</summary>
    Settled = 1,

    /// <summary>The step was returned.</summary>
    Returned = 2,

    /// <summary>Another branch returned to before the split.</summary>
    BranchReturned = 3,

    /// <summary>The submission was recalled.</summary>
    Recalled = 4,

    /// <summary>The join was reached without this branch.</summary>
    Joined = 5,

    /// <summary>减签.</summary>
    Removed = 6,

    /// <summary>The administrator moved the flow.</summary>
    Jumped = 7,

    /// <summary>The flow was ended by a rejection.</summary>
    Ended = 8,

    /// <summary>The flow was terminated.</summary>
    Terminated = 9,

    /// <summary>The reader became a holder in the same step.</summary>
    Superseded = 10,
}

/// <summary>One person's piece of work. Numbers are counted within the instance.</summary>
public sealed record WorkItem
{
    /// <summary>Number within the instance, from 1.</summary>
    public required int Id { get; init; }

    /// <summary>The run of the step it belongs to.</summary>
    public required int Run { get; init; }

    /// <summary>The step.</summary>
    public required string Step { get; init; }

    /// <summary>What is asked.</summary>
    public ItemKind Kind { get; init; }

    /// <summary>To whom it was given first; differs from the holder after 转办 or 签收.</summary>
    public required long Assignee { get; init; }

    /// <summary>Who has it now.</summary>
    public required long Holder { get; init; }

    /// <summary>The holder is a pool: someone must claim it.</summary>
    public bool InPool { get; init; }

    /// <summary>The pool it was claimed from, 0 for none.</summary>
    public long Pool { get; init; }

    /// <summary>How it came into the step.</summary>
    public ItemRelation Relation { get; init; }

    /// <summary>The item it was added to, 0 for none.</summary>
    public int Parent { get; init; }

    /// <summary>Who added, delegated or circulated it, 0 for the flow itself.</summary>
    public long AddedBy { get; init; }

    /// <summary>Place in a serial list.</summary>
    public int Order { get; init; }

    /// <summary>Where it stands.</summary>
    public ItemStatus Status { get; init; }

    /// <summary>When it reached its holder.</summary>
    public DateTimeOffset Arrived { get; init; }

    /// <summary>When its holder first opened it.</summary>
    public DateTimeOffset? Seen { get; init; }

    /// <summary>When it is due.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>When it was answered or taken away.</summary>
    public DateTimeOffset? Closed { get; init; }

    /// <summary>Who answered.</summary>
    public long ClosedBy { get; init; }

    /// <summary>For whom he answered, 0 for himself.</summary>
    public long OnBehalfOf { get; init; }

    /// <summary>The answer.</summary>
    public ItemOutcome Outcome { get; init; }

    /// <summary>The application's number of the opinion given.</summary>
    public long? Opinion { get; init; }

    /// <summary>Why it was taken away.</summary>
    public CancelReason Cancelled { get; init; }

    /// <summary>Highest level chased, 0 for never.</summary>
    public int ChaseLevel { get; init; }

    /// <summary>The holder before the last 转办, 0 for none.</summary>
    public long ForwardedBy { get; init; }

    /// <summary>The move in which the status was last set.</summary>
    public int Since { get; init; }

    /// <summary>Status before <see cref="Since"/>.</summary>
    public ItemStatus Was { get; init; }

    /// <summary>Status to take up again when a straight return comes back.</summary>
    public ItemStatus Resumes { get; init; }

    /// <summary>The move that created it.</summary>
    public int OpenedIn { get; init; }

    /// <summary>The move in which it last came onto its holder's desk, 0 for never.</summary>
    public int ArrivedIn { get; init; }

    /// <summary>The move of the last 转办.</summary>
    public int ForwardedIn { get; init; }

    /// <summary>The move that last changed the item in any way but being chased or given another due instant.</summary>
    public int Touched { get; init; }

    /// <summary>Open, queued, waiting or held.</summary>
    [JsonIgnore]
    public bool Live => Status < ItemStatus.Done;

    /// <summary>Assigned with the step or beside: its line counts for the result.</summary>
    [JsonIgnore]
    internal bool Leads => Relation <= ItemRelation.Beside;

    internal WorkItem Put(ItemStatus status, int move) => this with
    {
        Status = status, Since = move, Was = Since == move ? Was : Status, Resumes = status == ItemStatus.Held ? Status : Resumes,
    };

    /// <summary>As it was before <paramref name="undone"/>, status and holder both.</summary>
    internal WorkItem Revert(int undone, int move)
    {
        var item = this;
        if (ForwardedIn == undone) item = item with { Holder = ForwardedBy, InPool = false, ForwardedBy = 0, ForwardedIn = 0 };
        if (Since != undone) return item;
        return item with
        {
            Status = Was, Was = Status, Since = move, Closed = null, ClosedBy = 0, OnBehalfOf = 0,
            ArrivedIn = Was is ItemStatus.Queued ? 0 : ArrivedIn,
            Outcome = ItemOutcome.None, Opinion = null, Cancelled = CancelReason.None,
        };
    }
}
