namespace Zhongshu.Flow;

public sealed partial record FlowState
{
    /// <summary>The state before anything happened; only <see cref="FlowStarted"/> makes sense of it.</summary>
    public static readonly FlowState Nothing = new() { Definition = "", Version = 0, StartedBy = 0 };

    /// <summary>Folds events over <see cref="Nothing"/>.</summary>
    public static FlowState Replay(IEnumerable<FlowEvent> events) => events.Aggregate(Nothing, (state, happened) => state.Apply(happened));

    /// <summary>The state after one event.</summary>
    public FlowState Apply(FlowEvent happened)
    {
        var stamp = happened.Stamp;
        var move = stamp.Move;
        return happened switch
        {
            FlowStarted e => new FlowState { Definition = e.Definition, Version = e.Version, StartedBy = stamp.By, Move = move },
            StepEntered e => this with { Move = move, Runs = [.. Runs, e.Run] },
            RunChanged e => this with { Move = move, Runs = Put(Runs, e.Run, Changed(Runs[e.Run - 1], e.Status, move)) },
            BranchOpened e => this with { Move = move, Branches = [.. Branches, e.Branch] },
            BranchChanged e => this with { Move = move, Branches = Put(Branches, e.Branch, Changed(Branches[e.Branch - 1], e.Status, move)) },
            ItemOpened e => this with { Move = move, Items = [.. Items, e.Item] },
            FlowSuspended => this with { Move = move, Status = FlowStatus.Suspended },
            FlowResumed => this with { Move = move, Status = FlowStatus.Running },
            FlowEnded e => this with { Move = move, Status = e.Status },
            AnswerRecalled or StepReturned or FlowJumped => this with { Move = move },
            _ => ApplyToItem(happened, stamp),
        };
    }

    private FlowState ApplyToItem(FlowEvent happened, Stamp stamp) => happened switch
    {
        ItemActivated e => With(e.Item, stamp, item => item.Put(ItemStatus.Open, stamp.Move) with { Arrived = stamp.At, ArrivedIn = stamp.Move, Seen = null }),
        ItemPutOff e => With(e.Item, stamp, item => item.Put(e.Status, stamp.Move)),
        ItemDone e => With(e.Item, stamp, item => item.Put(ItemStatus.Done, stamp.Move) with
        {
            Closed = stamp.At, ClosedBy = stamp.By, OnBehalfOf = stamp.OnBehalfOf, Seen = item.Seen ?? stamp.At, Outcome = e.Outcome, Opinion = e.Opinion,
        }),
        ItemCancelled e => With(e.Item, stamp, item => item.Put(ItemStatus.Cancelled, stamp.Move) with { Closed = stamp.At, Cancelled = e.Reason }),
        ItemReverted e => With(e.Item, stamp, item => item.Revert(e.UndoneMove, stamp.Move)),
        ItemSeen e => With(e.Item, stamp, item => item with { Seen = stamp.At }),
        ItemClaimed e => With(e.Item, stamp, item => item with { Holder = e.Holder, Pool = item.Holder, InPool = false, Seen = item.Seen ?? stamp.At }),
        ItemReleased e => With(e.Item, stamp, item => item with { Holder = item.Pool, Pool = 0, InPool = true, Seen = null }),
        ItemForwarded e => With(e.Item, stamp, item => item with
        {
            Holder = e.To.Id, InPool = e.To.Pool, Pool = 0, ForwardedBy = e.From.Id, ForwardedIn = stamp.Move, Seen = null, Arrived = stamp.At,
            ArrivedIn = stamp.Move,
        }),
        ItemChased e => With(e.Item, stamp, item => item with { ChaseLevel = Math.Max(item.ChaseLevel, e.Level) }, touches: false),
        DueChanged e => With(e.Item, stamp, item => item with { Due = e.Due }, touches: false),
        _ => this,
    };

    private FlowState With(int id, Stamp stamp, Func<WorkItem, WorkItem> change, bool touches = true)
    {
        var item = change(Items[id - 1]);
        return this with { Move = stamp.Move, Items = Put(Items, id, touches ? item with { Touched = stamp.Move } : item) };
    }

    private static StepRun Changed(StepRun run, RunStatus status, int move) =>
        run with { Status = status, Since = move, Was = run.Since == move ? run.Was : run.Status };

    private static BranchRun Changed(BranchRun branch, RunStatus status, int move) =>
        branch with { Status = status, Since = move, Was = branch.Since == move ? branch.Was : branch.Status };

    private static T[] Put<T>(T[] list, int id, T value)
    {
        var copy = (T[])list.Clone();
        copy[id - 1] = value;
        return copy;
    }
}
