namespace Zhongshu.Flow.Deciding;

/// <summary>What an answer does to its step: whose turn it is, and whether the result is certain.</summary>
internal sealed partial class Session
{
    private readonly record struct Tally(int Asked, int Agreed, int Refused)
    {
        public int Live => Asked - Agreed - Refused;
    }

    /// <summary>Looks at a run again after one of its items changed.</summary>
    private void Settle(int id)
    {
        if (_refusal is not null || Run(id) is not { Status: RunStatus.Active } run) return;
        PassTurns(run);
        var step = StepOf(run);
        var tally = Count(run);
        var rule = RuleOf(step, run);
        var needed = rule.Needed(tally.Asked);
        var early = step.Early || rule.Mode == PassMode.All;
        if (tally.Refused > 0 && step.Reject == RejectPolicy.AtOnce) Fail(step, run);
        else if (tally.Agreed >= needed && (early || tally.Live == 0)) Pass(step, run);
        else if (tally.Agreed + tally.Live < needed && (step.Early || tally.Live == 0)) Fail(step, run);
        else if (InOrder(step, run)) NextInOrder(run);
    }

    private static PassRule RuleOf(FlowStep step, StepRun run) => step.Kind switch
    {
        StepKind.Countersign or StepKind.Serial => step.Pass,
        StepKind.Free when run.Form == FreeForm.Any => new PassRule(PassMode.Any),
        _ => new PassRule(PassMode.All),
    };

    /// <summary>After-signers get their turn, and those who waited for before-signers get theirs back.</summary>
    private void PassTurns(StepRun run)
    {
        foreach (var item in _state.Items)
        {
            if (item.Run != run.Id) continue;
            if (item is { Status: ItemStatus.Queued, Relation: ItemRelation.After } && _state.Item(item.Parent)!.Status == ItemStatus.Done)
                Emit(new ItemActivated(_stamp, item.Id));
            else if (item.Status == ItemStatus.Waiting && !Awaits(item))
                Emit(new ItemActivated(_stamp, item.Id));
        }
    }

    private bool Awaits(WorkItem item)
    {
        foreach (var child in _state.Items)
            if (child.Parent == item.Id && child.Relation is ItemRelation.Before or ItemRelation.Delegated && LineLives(child)) return true;
        return false;
    }

    /// <summary>An item and all who sign after it: the line is answered when they all have.</summary>
    private bool LineLives(WorkItem item)
    {
        if (item.Live) return true;
        foreach (var child in _state.Items)
            if (child.Parent == item.Id && child.Relation == ItemRelation.After && LineLives(child)) return true;
        return false;
    }

    private bool LineRefuses(WorkItem item)
    {
        if (item.Outcome == ItemOutcome.Rejected) return true;
        foreach (var child in _state.Items)
            if (child.Parent == item.Id && child.Relation == ItemRelation.After && LineRefuses(child)) return true;
        return false;
    }

    private Tally Count(StepRun run)
    {
        int asked = 0, agreed = 0, refused = 0;
        foreach (var item in _state.Items)
        {
            if (item.Run != run.Id || !item.Leads || item.Status == ItemStatus.Cancelled) continue;
            asked++;
            if (LineRefuses(item)) refused++;
            else if (!LineLives(item)) agreed++;
        }
        return new Tally(asked, agreed, refused);
    }

    private void NextInOrder(StepRun run)
    {
        var order = int.MaxValue;
        foreach (var item in _state.Items)
        {
            if (item.Run != run.Id || !item.Leads || item.Status == ItemStatus.Cancelled) continue;
            if (item.Status == ItemStatus.Queued) order = Math.Min(order, item.Order);
            else if (LineLives(item)) return;
        }
        foreach (var item in _state.Items)
            if (item.Run == run.Id && item.Leads && item.Status == ItemStatus.Queued && item.Order == order) Emit(new ItemActivated(_stamp, item.Id));
    }

    private void Pass(FlowStep step, StepRun run)
    {
        if (step is not { Kind: StepKind.Circulation, Wait: false }) CancelItems(run, CancelReason.Settled);
        Emit(new RunChanged(_stamp, run.Id, RunStatus.Completed));
        if (run.BackTo != 0) GoBack(run);
        else Advance(step, run);
    }

    private void Fail(FlowStep step, StepRun run)
    {
        CancelItems(run, CancelReason.Settled);
        Emit(new RunChanged(_stamp, run.Id, RunStatus.Failed));
        if (run.BackTo != 0) GoBack(run);
        else if (step.Failed == FlowStep.Onward) Advance(step, run);
        else if (step.Failed == FlowDefinition.End) EndFlow(FlowStatus.Rejected, null, CancelReason.Ended);
        else if (step.Failed == FlowDefinition.Join && run.Branch != 0) Arrive(run.Branch, RunStatus.Failed);
        else if (step.Failed == FlowStep.Back) FallBack(run);
        else if (_definition.Find(step.Failed) is { } target) MoveTo(target, run, new Moving(RunStatus.Cancelled, CancelReason.Returned, LastHolders(target.Id)));
        else EndFlow(FlowStatus.Rejected, null, CancelReason.Ended);
    }

    /// <summary>Rejected, to the step before; with none before it the flow is at its end.</summary>
    private void FallBack(StepRun run)
    {
        if (Previous(run) is { } previous)
            MoveTo(StepOf(previous), run, new Moving(RunStatus.Cancelled, CancelReason.Returned, new Assignment(previous.Step, Answered(previous), null, previous.Form)));
        else EndFlow(FlowStatus.Rejected, null, CancelReason.Ended);
    }

    /// <summary>直送退回人: the paused run goes on where it was.</summary>
    private void GoBack(StepRun run)
    {
        _wentBack = true;
        Emit(new RunChanged(_stamp, run.BackTo, RunStatus.Active));
        foreach (var item in _state.Items)
        {
            if (item.Run != run.BackTo || item.Status != ItemStatus.Held) continue;
            if (item.Resumes == ItemStatus.Open) Emit(new ItemActivated(_stamp, item.Id));
            else Emit(new ItemPutOff(_stamp, item.Id, item.Resumes));
        }
    }

    private void Advance(FlowStep step, StepRun run)
    {
        if (_refusal is not null) return;
        var answered = step.Id == _answered;
        var to = answered ? _next?.To : null;
        if (answered && step.Kind == StepKind.Free && (to == step.Id || (to is null && _next?.For(step.Id) is not null)))
        {
            Enter(step, new Arrival(run.Branch, run.Id));
            return;
        }
        var open = OpenWays(step);
        if (open.Count == 0) Refuse(Refusals.NoWay);
        else if (step.Choose && answered && to is null && open.Count > 1) Refuse(Refusals.ChooseWay(step));
        else if (to is null || to == open[0].To) Follow(open[0], run);
        else if ((step.Choose || step.Kind == StepKind.Free) && open.Find(link => link.To == to) is { } chosen) Follow(chosen, run);
        else Refuse(Refusals.NotThatWay(step));
    }

    private List<FlowLink> OpenWays(FlowStep step)
    {
        var open = new List<FlowLink>(step.Next.Count);
        foreach (var link in step.Next)
            if (link.When is null || link.When.Holds(_facts.Fields)) open.Add(link);
        return open;
    }

    private void Follow(FlowLink link, StepRun run)
    {
        if (link.To == FlowDefinition.Join && run.Branch != 0) Arrive(run.Branch, RunStatus.Completed);
        else if (link.To is FlowDefinition.End or FlowDefinition.Join) EndFlow(FlowStatus.Ended, null, CancelReason.Ended);
        else if (_definition.Find(link.To) is not { } step) Refuse(Refusals.NoStep(link.To));
        else if (InScope(step, run.Branch)) Enter(step, new Arrival(run.Branch, run.Id));
        else MoveTo(step, run, new Moving(RunStatus.Cancelled, CancelReason.Jumped));
    }

    private bool InScope(FlowStep step, int thread) =>
        thread == 0 ? step.Branch is null : ReferenceEquals(step.Branch, Definition(_state.Branches[thread - 1]));
}
