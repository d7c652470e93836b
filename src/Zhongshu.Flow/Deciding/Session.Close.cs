namespace Zhongshu.Flow.Deciding;

/// <summary>Closing runs and branches, joining them, and moving the flow elsewhere.</summary>
internal sealed partial class Session
{
    /// <summary>How what is left behind by a move is closed, and who gets the target.</summary>
    private readonly record struct Moving(RunStatus Status, CancelReason Reason, Assignment? Given = null);

    private void CancelItems(StepRun run, CancelReason reason)
    {
        foreach (var item in _state.Items)
            if (item.Run == run.Id && item.Live && item.Relation != ItemRelation.Copy) Emit(new ItemCancelled(_stamp, item.Id, reason));
    }

    private void CloseRun(StepRun run, RunStatus status, CancelReason reason)
    {
        foreach (var branch in _state.Branches)
            if (branch.Run == run.Id && branch.Status == RunStatus.Active) CloseBranch(branch, RunStatus.Cancelled, reason);
        CancelItems(run, reason);
        Emit(new RunChanged(_stamp, run.Id, status));
    }

    private void CloseBranch(BranchRun branch, RunStatus status, CancelReason reason)
    {
        CloseThread(branch.Id, RunStatus.Cancelled, reason);
        Emit(new BranchChanged(_stamp, branch.Id, status));
    }

    private void CloseThread(int thread, RunStatus status, CancelReason reason)
    {
        foreach (var run in _state.Runs)
            if (run.Branch == thread && run.Live) CloseRun(run, status, reason);
    }

    /// <summary>A branch comes to its join.</summary>
    private void Arrive(int thread, RunStatus status)
    {
        var branch = _state.Branches[thread - 1];
        var worked = _state.Items.Any(item => item.Status == ItemStatus.Done && Run(item.Run).Branch == thread)
            || _state.Branches.Any(inner => inner.Parent == thread && inner.Status == RunStatus.Completed);
        Emit(new BranchChanged(_stamp, thread, status == RunStatus.Completed && !worked ? RunStatus.Skipped : status));
        _arrived = true;
        TryJoin(Run(branch.Run));
    }

    private void TryJoin(StepRun run)
    {
        int asked = 0, passed = 0, live = 0;
        foreach (var branch in _state.Branches)
        {
            if (branch.Run != run.Id || branch.Status == RunStatus.Skipped) continue;
            asked++;
            if (branch.Status == RunStatus.Completed) passed++;
            if (branch.Status == RunStatus.Active) live++;
        }
        var step = StepOf(run);
        var reached = passed >= step.JoinRule.Needed(asked);
        if (!reached && live > 0) return;
        foreach (var branch in _state.Branches)
            if (branch.Run == run.Id && branch.Status == RunStatus.Active) CloseBranch(branch, RunStatus.Cancelled, CancelReason.Joined);
        if (reached || asked == 0) Pass(step, run);
        else Fail(step, run);
    }

    private void EndFlow(FlowStatus status, string? reason, CancelReason why)
    {
        CloseThread(0, RunStatus.Cancelled, why);
        foreach (var item in _state.Items)
            if (item.Live && (item.Kind != ItemKind.Read || status == FlowStatus.Terminated)) Emit(new ItemCancelled(_stamp, item.Id, why));
        Emit(new FlowEnded(_stamp, status, reason));
        _ended = true;
    }

    /// <summary>
    /// Takes the flow to a step wherever it stands: what lies between is closed, and a finished split around the
    /// target opens again with the target's branch alone.
    /// </summary>
    private void MoveTo(FlowStep target, StepRun? origin, Moving moving)
    {
        if (_refusal is not null) return;
        var path = PathOf(target);
        int thread = 0, depth = 0;
        for (; depth < path.Count && LiveBranch(path[depth], thread) is { } branch; depth++) thread = branch.Id;
        LeaveThread(thread, origin, moving);
        var from = origin?.Id ?? 0;
        for (; depth < path.Count; depth++)
        {
            var split = new StepRun { Id = _state.Runs.Length + 1, Step = path[depth].Owner.Id, Branch = thread, From = from, SentBy = Me, Since = Move, OpenedIn = Move };
            Emit(new StepEntered(_stamp, split));
            Emit(new BranchOpened(_stamp, NewBranch(path[depth], split)));
            (thread, from) = (_state.Branches.Length, split.Id);
        }
        Enter(target, new Arrival(thread, origin?.Id ?? 0, 0, moving.Given));
    }

    /// <summary>Closes what is at work in the thread; the run that moved gets the status, the others are cancelled.</summary>
    private void LeaveThread(int thread, StepRun? origin, Moving moving)
    {
        var home = origin?.Branch ?? thread;
        if (origin is not null && Run(origin.Id).Live)
        {
            var reason = moving.Reason;
            CloseRun(Run(origin.Id), moving.Status, reason);
        }
        var elsewhere = moving.Reason == CancelReason.Returned && home != thread ? CancelReason.BranchReturned : moving.Reason;
        CloseThread(thread, RunStatus.Cancelled, elsewhere);
    }

    private static List<FlowBranch> PathOf(FlowStep step)
    {
        var path = new List<FlowBranch>();
        for (var branch = step.Branch; branch is not null; branch = branch.Owner.Branch) path.Insert(0, branch);
        return path;
    }

    private BranchRun? LiveBranch(FlowBranch wanted, int parent)
    {
        foreach (var branch in _state.Branches)
            if (branch.Status == RunStatus.Active && branch.Parent == parent && branch.Branch == wanted.Id && Run(branch.Run).Step == wanted.Owner.Id) return branch;
        return null;
    }

    /// <summary>The latest passed step on the way here that somebody answered.</summary>
    private StepRun? Previous(StepRun run)
    {
        for (var id = run.From; id > 0; id = Run(id).From)
        {
            var before = Run(id);
            if (before.Status == RunStatus.Completed && StepOf(before).Kind is not (StepKind.Parallel or StepKind.Circulation)) return before;
        }
        return null;
    }
}
