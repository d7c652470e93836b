namespace Zhongshu.Flow.Deciding;

/// <summary>撤回: the undoing of one's own move while nobody it reached has opened it.</summary>
internal sealed partial class Session
{
    private void RecallAnswer(int id)
    {
        if (_state.Item(id) is not { } item)
        {
            Refuse(Refusals.NoItem);
            return;
        }
        var undone = MoveToRecall(item);
        if (undone == 0) Refuse(Refusals.NothingToRecall);
        else if (Blocked(item, undone) is { } refusal) Refuse(refusal);
        else Undo(item, undone);
    }

    /// <summary>The move of the acting person that left the item: an answer, a return, or handing it over. 0 for none.</summary>
    private int MoveToRecall(WorkItem item)
    {
        if (item.Kind == ItemKind.Read) return 0;
        if (item.Status == ItemStatus.Done) return item.ClosedBy == _facts.Actor || IsMe(item.Holder) ? item.Since : 0;
        if (item.ForwardedIn > 0 && IsMe(item.ForwardedBy) && item.Status == ItemStatus.Open) return item.ForwardedIn;
        if (item.Status != ItemStatus.Held || !IsMe(item.Holder) || item.Resumes != ItemStatus.Open) return 0;
        foreach (var run in _state.Runs)
            if (run.BackTo == item.Run && run.OpenedIn == item.Since && IsMe(run.SentBy)) return item.Since;
        return 0;
    }

    private FlowRefusal? Blocked(WorkItem item, int undone)
    {
        var run = _state.RunOf(item);
        if (PassedSince(run, undone)) return Refusals.RecallPassed;
        if (run.BackTo != 0 && !run.Live && TouchedSince(Run(run.BackTo), undone) is { } back) return back;
        foreach (var later in _state.Runs)
            if (later.OpenedIn == undone && later.Since != undone) return Refusals.RecallPassed;
        foreach (var branch in _state.Branches)
            if (branch.OpenedIn == undone && branch.Since != undone) return Refusals.RecallPassed;
        foreach (var one in _state.Items)
        {
            var reached = one.ArrivedIn == undone || one.OpenedIn == undone;
            if (reached && one.Touched > undone) return Refusals.Opened(_definition.Find(one.Step)!, [one.Holder]);
            if (one.Run == item.Run && one.ArrivedIn > undone && Follows(one, item)) return Refusals.Opened(_definition.Find(one.Step)!, [one.Holder]);
        }
        return null;
    }

    /// <summary>The run, or a join around it, was closed by a later move.</summary>
    private bool PassedSince(StepRun run, int undone)
    {
        if (run.Status != RunStatus.Active && run.Since != undone) return true;
        for (var thread = run.Branch; thread != 0;)
        {
            var branch = _state.Branches[thread - 1];
            if (branch.Status != RunStatus.Active && branch.Since != undone) return true;
            var split = Run(branch.Run);
            if (split.Status != RunStatus.Active && split.Since != undone) return true;
            thread = branch.Parent;
        }
        return false;
    }

    private FlowRefusal? TouchedSince(StepRun run, int undone)
    {
        if (run.Since != undone) return Refusals.RecallPassed;
        foreach (var one in _state.Items)
            if (one.Run == run.Id && one.Touched > undone) return Refusals.Opened(StepOf(run), [one.Holder]);
        return null;
    }

    /// <summary>Whether <paramref name="one"/> got its turn from <paramref name="item"/>: it signs after it, asked for it, or comes later in the list.</summary>
    private bool Follows(WorkItem one, WorkItem item)
    {
        for (var above = one; above is not null; above = _state.Item(above.Parent))
            if (above.Relation == ItemRelation.After && above.Parent == item.Id) return true;
        for (var below = item; below is not null; below = _state.Item(below.Parent))
            if (below.Parent == one.Id && below.Relation is ItemRelation.Before or ItemRelation.Delegated) return true;
        var run = _state.RunOf(item);
        return InOrder(StepOf(run), run) && one.Leads && one.Order > RootOf(item).Order;
    }

    private WorkItem RootOf(WorkItem item)
    {
        while (item.Parent != 0) item = _state.Item(item.Parent)!;
        return item;
    }

    private void Undo(WorkItem recalled, int undone)
    {
        Emit(new AnswerRecalled(_stamp, recalled.Id, undone));
        foreach (var item in _state.Items)
        {
            if (item.OpenedIn == undone)
            {
                if (item.Live) Emit(new ItemCancelled(_stamp, item.Id, CancelReason.Recalled));
            }
            else if (item.Since == undone || item.ForwardedIn == undone) Emit(new ItemReverted(_stamp, item.Id, undone));
        }
        foreach (var run in _state.Runs)
        {
            if (run.OpenedIn == undone) Emit(new RunChanged(_stamp, run.Id, RunStatus.Recalled));
            else if (run.Since == undone) Emit(new RunChanged(_stamp, run.Id, run.Was));
        }
        foreach (var branch in _state.Branches)
        {
            if (branch.OpenedIn == undone) Emit(new BranchChanged(_stamp, branch.Id, RunStatus.Recalled));
            else if (branch.Since == undone) Emit(new BranchChanged(_stamp, branch.Id, branch.Was));
        }
        // Somebody may have been given the step anew in the meantime.
        foreach (var item in _state.Items)
            if (item.Live && item.Touched == Move && HoldsAnother(item.Step, item.Holder, item.Id) is { } twice) Refuse(Refusals.Twice(twice));
    }
}
