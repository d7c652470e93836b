using Zhongshu.Flow.Deciding;

namespace Zhongshu.Flow;

/// <summary>
/// The pure decider: definition + state + command + facts → new state with events, or a refusal. It knows no users,
/// no clock and no storage, and answers every command in every state.
/// </summary>
public static class FlowEngine
{
    /// <summary>Begins an instance at the first step.</summary>
    public static FlowDecision Start(FlowDefinition definition, FlowFacts facts, FlowNext? next = null)
    {
        var session = new Session(definition, FlowState.Nothing, facts);
        session.Begin(next);
        return session.Answer();
    }

    /// <summary>Carries a command out, or says why not.</summary>
    public static FlowDecision Decide(FlowDefinition definition, FlowState state, FlowCommand command, FlowFacts facts)
    {
        if (!Fits(definition, state)) return FlowDecision.No(Refusals.WrongDefinition);
        if (command is null) return FlowDecision.No(Refusals.NoCommand);
        var session = new Session(definition, state, facts);
        session.Carry(command);
        return session.Answer();
    }

    /// <summary>What starting would lead to: who must be named for the first step.</summary>
    public static FlowAhead AheadOfStart(FlowDefinition definition, FlowFacts facts) =>
        new Session(definition, FlowState.Nothing, facts).ForeseeStart();

    /// <summary>
    /// What an agreeing answer to the item would lead to. Of the facts, the fields decide the way; the resolver, when
    /// given, lets optional steps that have nobody be passed over.
    /// </summary>
    public static FlowAhead Ahead(FlowDefinition definition, FlowState state, int item, FlowFacts facts) =>
        Fits(definition, state) && state.Item(item) is { Status: ItemStatus.Open } open
            ? Session.Foresee(definition, state, open, facts)
            : new FlowAhead { Ways = [] };

    /// <summary>The passed steps to which the holder of the item may return, the latest first.</summary>
    public static IReadOnlyList<FlowStep> ReturnTargets(FlowDefinition definition, FlowState state, int item)
    {
        if (!Fits(definition, state) || state.Item(item) is not { Status: ItemStatus.Open } open || open.Kind == ItemKind.Read) return [];
        if (open.Relation is ItemRelation.Before or ItemRelation.Delegated) return [];
        return new Session(definition, state, Nobody).Targets(state.RunOf(open));
    }

    private static readonly FlowFacts Nobody = new() { Now = default, Actor = 0 };

    /// <summary>The state runs on this very version and speaks only of its steps.</summary>
    private static bool Fits(FlowDefinition definition, FlowState state)
    {
        if (definition.Id != state.Definition || definition.Version != state.Version) return false;
        foreach (var run in state.Runs)
            if (definition.Find(run.Step) is null) return false;
        return true;
    }
}
