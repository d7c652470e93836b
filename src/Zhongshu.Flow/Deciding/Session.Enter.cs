namespace Zhongshu.Flow.Deciding;

/// <summary>Entering steps: who gets what.</summary>
internal sealed partial class Session
{
    /// <summary>How a step is reached.</summary>
    /// <param name="Thread">The branch run it will stand in.</param>
    /// <param name="From">The run from which it is reached.</param>
    /// <param name="BackTo">The paused run to come straight back to.</param>
    /// <param name="Given">Holders known already (a return goes to those who answered).</param>
    private readonly record struct Arrival(int Thread, int From, int BackTo = 0, Assignment? Given = null);

    private void Enter(FlowStep step, Arrival arrival)
    {
        if (_refusal is not null) return;
        if (++_entries > MostEntries)
        {
            Refuse(Refusals.Loop);
            return;
        }
        var named = _next?.For(step.Id) ?? arrival.Given;
        var run = new StepRun
        {
            Id = _state.Runs.Length + 1, Step = step.Id, Branch = arrival.Thread, From = arrival.From, BackTo = arrival.BackTo,
            SentBy = Me, Form = named?.Form ?? FreeForm.All, Since = Move, OpenedIn = Move,
        };
        Emit(new StepEntered(_stamp, run));
        if (step.Kind == StepKind.Parallel) OpenBranches(step, run);
        else Populate(step, run, named);
    }

    private void OpenBranches(FlowStep step, StepRun run)
    {
        var opened = 0;
        foreach (var branch in step.Branches)
        {
            if (branch.When is { } condition && !condition.Holds(_facts.Fields)) continue;
            opened++;
            Emit(new BranchOpened(_stamp, NewBranch(branch, run)));
        }
        if (opened == 0)
        {
            Emit(new RunChanged(_stamp, run.Id, RunStatus.Skipped));
            Advance(step, run);
            return;
        }
        // All branches stand open before the first is entered: a branch that is passed over at once must not close the join.
        var first = _state.Branches.Length - opened;
        for (var i = first; i < first + opened && _refusal is null; i++)
        {
            var branch = _state.Branches[i];
            if (branch.Status != RunStatus.Active) continue;
            Enter(Definition(branch).Steps[0], new Arrival(branch.Id, run.Id));
        }
    }

    private BranchRun NewBranch(FlowBranch branch, StepRun run) => new()
    {
        Id = _state.Branches.Length + 1, Run = run.Id, Branch = branch.Id, Parent = run.Branch, Since = Move, OpenedIn = Move,
    };

    private FlowBranch Definition(BranchRun branch)
    {
        foreach (var one in StepOf(Run(branch.Run)).Branches)
            if (one.Id == branch.Branch) return one;
        throw new InvalidOperationException("The state was checked against its definition before the session began.");
    }

    private void Populate(FlowStep step, StepRun run, Assignment? named)
    {
        if (_ahead is not null && Foresee(step, run, named)) return;
        var holders = Holders(step, named);
        if (holders.Count == 0)
        {
            if (step.Optional || (named is null && HasReaders(step))) PassOver(step, run);
            else Refuse(Refusals.NobodyNamed(step));
            return;
        }
        if (step.Kind == StepKind.Single && holders.Count > 1)
        {
            Refuse(Refusals.OneOnly(step));
            return;
        }
        var due = named?.Due ?? _facts.DueFor?.Invoke(step);
        var inOrder = InOrder(step, run);
        for (var i = 0; i < holders.Count; i++) Open(step, run, holders[i], (i, inOrder && i > 0, due));
        if (step is { Kind: StepKind.Circulation, Wait: false }) Pass(step, run);
    }

    /// <summary>A circulation all of whose readers still have it open from last time.</summary>
    private bool HasReaders(FlowStep step) => step.Kind == StepKind.Circulation && _state.Items.Any(item => item.Live && item.Step == step.Id);

    private void PassOver(FlowStep step, StepRun run)
    {
        Emit(new RunChanged(_stamp, run.Id, RunStatus.Skipped));
        if (run.BackTo != 0) GoBack(run);
        else Advance(step, run);
    }

    private void Open(FlowStep step, StepRun run, Participant holder, (int Order, bool Queued, DateTimeOffset? Due) place)
    {
        Emit(new ItemOpened(_stamp, new WorkItem
        {
            Id = _state.Items.Length + 1, Run = run.Id, Step = step.Id, Kind = KindOf(step), Assignee = holder.Id, Holder = holder.Id,
            InPool = holder.Pool, Order = place.Order, Status = place.Queued ? ItemStatus.Queued : ItemStatus.Open,
            Arrived = _stamp.At, ArrivedIn = place.Queued ? 0 : Move, Due = place.Due, Since = Move, OpenedIn = Move, Touched = Move,
        }));
    }

    private static ItemKind KindOf(FlowStep step) => step.Kind switch
    {
        StepKind.Countersign => ItemKind.Countersign,
        StepKind.Circulation => ItemKind.Read,
        _ => ItemKind.Decide,
    };

    private static bool InOrder(FlowStep step, StepRun run) =>
        step.Kind == StepKind.Serial || (step.Kind == StepKind.Free && run.Form == FreeForm.InOrder);

    /// <summary>Named ones, else the symbol's, else (walked again) those who had it last; each once, nobody who has it open.</summary>
    private List<Participant> Holders(FlowStep step, Assignment? named)
    {
        IReadOnlyList<Participant>? source = named?.Participants;
        if (source is null && step.Assign is { } symbol && symbol != FlowStep.Chosen) source = _facts.Resolve?.Invoke(symbol);
        if (source is null && step.Assign == FlowStep.Chosen) source = LastHolders(step.Id)?.Participants;
        var holders = new List<Participant>(source?.Count ?? 0);
        for (var i = 0; i < (source?.Count ?? 0); i++)
        {
            var one = source![i];
            if (one.Id == 0 || holders.Exists(other => other.Id == one.Id)) continue;
            if (HoldsAnother(step.Id, one.Id) is { } other)
            {
                if (step.Kind == StepKind.Circulation) continue;
                if (!MakeWay(step.Id, one.Id)) return holders;
            }
            holders.Add(one);
        }
        return holders;
    }

    /// <summary>Those who answered the step the last time it was passed, in their order.</summary>
    private Assignment? LastHolders(string step)
    {
        for (var i = _state.Runs.Length - 1; i >= 0; i--)
        {
            var run = _state.Runs[i];
            if (run.Step != step || run.Status is not (RunStatus.Completed or RunStatus.Failed or RunStatus.Returned)) continue;
            var holders = Answered(run);
            if (holders.Count > 0) return new Assignment(step, holders, null, run.Form);
        }
        return null;
    }

    private List<Participant> Answered(StepRun run)
    {
        var holders = new List<Participant>();
        foreach (var item in _state.Items)
            if (item.Run == run.Id && item.Relation == ItemRelation.Member && Took(item)) holders.Add(new Participant(item.Holder, item.InPool));
        return holders;
    }

    /// <summary>Answered, or would have but for a return.</summary>
    private static bool Took(WorkItem item) => item.Status == ItemStatus.Done || item.Cancelled is CancelReason.Returned or CancelReason.BranchReturned;
}
