namespace Zhongshu.Flow.Deciding;

/// <summary>退回.</summary>
internal sealed partial class Session
{
    private void ReturnTo(Return command)
    {
        if (Mine(command.Item) is not { } item) return;
        var run = _state.RunOf(item);
        if (item.Kind == ItemKind.Read) Refuse(Refusals.Reading);
        else if (item.Relation is ItemRelation.Before or ItemRelation.Delegated || UnderAdvice(item)) Refuse(Refusals.ReturnAdded);
        else if (command.Opinion is null) Refuse(Refusals.ReturnReason);
        else if (_definition.Find(command.ToStep) is not { } target) Refuse(Refusals.NoStep(command.ToStep));
        else if (WhyNotBackTo(target, run, out var passed) is { } refusal) Refuse(refusal);
        else CarryBack(command, item, (run, passed!));
    }

    /// <summary>Signs after somebody who was himself only asked for advice.</summary>
    private bool UnderAdvice(WorkItem item)
    {
        for (var above = item; above is not null; above = _state.Item(above.Parent))
            if (above.Relation is ItemRelation.Before or ItemRelation.Delegated) return true;
        return false;
    }

    private void CarryBack(Return command, WorkItem item, (StepRun Run, StepRun Passed) way)
    {
        _next = command.Next;
        var (run, passed) = way;
        var target = StepOf(passed);
        var given = new Assignment(passed.Step, Answered(passed), null, passed.Form);
        if (command.Mode == ReturnMode.StraightBack)
        {
            Emit(new StepReturned(_stamp, item.Id, target.Id, command.Mode, command.Opinion));
            Emit(new RunChanged(_stamp, run.Id, RunStatus.Paused));
            foreach (var one in _state.Items)
                if (one.Run == run.Id && one.Live && one.Relation != ItemRelation.Copy) Emit(new ItemPutOff(_stamp, one.Id, ItemStatus.Held));
            Enter(target, new Arrival(run.Branch, run.Id, run.Id, given));
            return;
        }
        Emit(new ItemDone(_stamp, item.Id, ItemOutcome.Returned, command.Opinion));
        Emit(new StepReturned(_stamp, item.Id, target.Id, command.Mode, command.Opinion));
        MoveTo(target, run, new Moving(RunStatus.Returned, CancelReason.Returned, given));
    }

    /// <summary>The passed steps a run may be returned to, the latest first.</summary>
    public List<FlowStep> Targets(StepRun run)
    {
        var targets = new List<FlowStep>();
        for (var i = _state.Runs.Length - 1; i >= 0; i--)
        {
            var step = StepOf(_state.Runs[i]);
            if (!targets.Contains(step) && WhyNotBackTo(step, run, out _) is null) targets.Add(step);
        }
        return targets;
    }

    private FlowRefusal? WhyNotBackTo(FlowStep target, StepRun run, out StepRun? passed)
    {
        passed = null;
        var here = StepOf(run);
        if (here.Return == ReturnReach.None) return Refusals.ReturnForbidden(here);
        if (target.Kind is StepKind.Parallel or StepKind.Circulation) return Refusals.NotATarget(target);
        passed = target.Id == here.Id ? EarlierVisit(run) : LastPassed(target);
        if (passed is null) return Refusals.NotPassed(target);
        if (here.Return == ReturnReach.Previous && Previous(run) is { } previous && previous.Step != target.Id)
            return Refusals.ReturnPrevious(StepOf(previous));
        return InLiveSibling(target, run.Branch) ? Refusals.OtherBranch(target) : null;
    }

    /// <summary>Back within a free step, or within a loop: the visit before this one.</summary>
    private StepRun? EarlierVisit(StepRun run)
    {
        for (var id = run.From; id > 0; id = Run(id).From)
            if (Run(id) is { Status: RunStatus.Completed } before && before.Step == run.Step && Answered(before).Count > 0) return before;
        return null;
    }

    private StepRun? LastPassed(FlowStep target)
    {
        for (var i = _state.Runs.Length - 1; i >= 0; i--)
            if (_state.Runs[i] is { Status: RunStatus.Completed } run && run.Step == target.Id && Answered(run).Count > 0) return run;
        return null;
    }

    /// <summary>Whether the target stands in a branch still at work that is not around this thread.</summary>
    private bool InLiveSibling(FlowStep target, int thread)
    {
        var around = 0;
        foreach (var branch in PathOf(target))
        {
            if (LiveBranch(branch, around) is not { } live) return SplitLives(branch, around);
            if (!Around(live.Id, thread)) return true;
            around = live.Id;
        }
        return false;
    }

    /// <summary>The target's branch has arrived while its neighbours are still at work: to open it again would split it twice.</summary>
    private bool SplitLives(FlowBranch branch, int around)
    {
        foreach (var run in _state.Runs)
            if (run.Branch == around && run.Step == branch.Owner.Id && run.Status == RunStatus.Active) return true;
        return false;
    }

    private bool Around(int outer, int thread)
    {
        for (; thread != 0; thread = _state.Branches[thread - 1].Parent)
            if (thread == outer) return true;
        return false;
    }
}
