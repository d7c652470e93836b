using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>What holds in every state that the engine may reach.</summary>
internal static class Invariants
{
    public static void Check(FlowDefinition definition, FlowState state)
    {
        NobodyHasAStepTwice(state);
        NoItemIsLost(state);
        SomebodyHoldsTheBall(state);
        BranchesStandWhereTheyBelong(definition, state);
        Numbers(state);
    }

    private static void NobodyHasAStepTwice(FlowState state)
    {
        foreach (var group in state.Items.Where(item => item.Live).GroupBy(item => (item.Step, item.Holder)))
            group.Count().ShouldBe(1, $"holder {group.Key.Holder} has step {group.Key.Step} twice");
    }

    /// <summary>A live item belongs to a live run (or is for reading); a closed one says how it was closed.</summary>
    private static void NoItemIsLost(FlowState state)
    {
        foreach (var item in state.Items)
        {
            var run = state.Runs[item.Run - 1];
            if (item.Live && item.Kind != ItemKind.Read)
            {
                run.Live.ShouldBeTrue($"item {item.Id} is {item.Status} in a run that is {run.Status}");
                (item.Status == ItemStatus.Held).ShouldBe(run.Status == RunStatus.Paused, $"item {item.Id}");
                BranchLives(state, run.Branch).ShouldBeTrue($"item {item.Id} is live in a closed branch");
            }
            (item.Status == ItemStatus.Cancelled).ShouldBe(item.Cancelled != CancelReason.None, $"item {item.Id}");
            (item.Status == ItemStatus.Done).ShouldBe(item.Outcome != ItemOutcome.None, $"item {item.Id}");
            if (item.Status == ItemStatus.Waiting)
                state.Items.ShouldContain(child => Under(state, child, item.Id) && child.Status <= ItemStatus.Waiting, $"item {item.Id} waits for nobody");
            if (item is { Status: ItemStatus.Queued, Relation: ItemRelation.After })
                state.Item(item.Parent)!.Live.ShouldBeTrue($"item {item.Id} comes after an item that is closed");
        }
    }

    private static bool Under(FlowState state, WorkItem child, int parent)
    {
        for (var above = child; above is not null; above = state.Item(above.Parent))
            if (above.Parent == parent && above.Relation is ItemRelation.Before or ItemRelation.Delegated) return true;
        return false;
    }

    private static bool BranchLives(FlowState state, int thread) =>
        thread == 0 || (state.Branches[thread - 1].Status == RunStatus.Active && state.Runs[state.Branches[thread - 1].Run - 1].Status == RunStatus.Active
            && BranchLives(state, state.Branches[thread - 1].Parent));

    /// <summary>A running instance has an open item in every live branch; a finished one has none but for reading.</summary>
    private static void SomebodyHoldsTheBall(FlowState state)
    {
        if (state.Over)
        {
            state.Items.ShouldNotContain(item => item.Live && item.Kind != ItemKind.Read);
            state.Runs.ShouldNotContain(run => run.Live);
            state.Branches.ShouldNotContain(branch => branch.Status == RunStatus.Active);
            return;
        }
        foreach (var run in state.Runs.Where(run => run.Status == RunStatus.Active))
        {
            var working = state.Items.Any(item => item.Run == run.Id && item.Status == ItemStatus.Open && item.Relation != ItemRelation.Copy);
            var split = state.Branches.Any(branch => branch.Run == run.Id && branch.Status == RunStatus.Active);
            (working || split).ShouldBeTrue($"run {run.Id} of {run.Step} is active and nobody can go on");
        }
        foreach (var run in state.Runs.Where(run => run.Status == RunStatus.Paused))
            state.Runs.Count(detour => detour.Live && detour.BackTo == run.Id).ShouldBe(1, $"run {run.Id} is paused and nobody comes back");
        foreach (var thread in state.Branches.Where(branch => branch.Status == RunStatus.Active).Select(branch => branch.Id).Prepend(0))
            state.Runs.Count(run => run.Branch == thread && run.Status == RunStatus.Active).ShouldBe(1, $"thread {thread}");
    }

    private static void BranchesStandWhereTheyBelong(FlowDefinition definition, FlowState state)
    {
        foreach (var run in state.Runs.Where(run => run.Status == RunStatus.Active && run.BackTo == 0))
        {
            var home = definition.Find(run.Step)!.Branch?.Id;
            home.ShouldBe(run.Branch == 0 ? null : state.Branches[run.Branch - 1].Branch, $"run {run.Id} of {run.Step}");
        }
    }

    private static void Numbers(FlowState state)
    {
        for (var i = 0; i < state.Items.Length; i++) state.Items[i].Id.ShouldBe(i + 1);
        for (var i = 0; i < state.Runs.Length; i++) state.Runs[i].Id.ShouldBe(i + 1);
        for (var i = 0; i < state.Branches.Length; i++) state.Branches[i].Id.ShouldBe(i + 1);
    }
}
