namespace Zhongshu.Flow;

/// <summary>
/// The pure decider: definition + state + command + facts → new state with events, or a refusal. It knows no users,
/// no clock and no storage, and answers every command in every state.
/// </summary>
public static class FlowEngine
{
    /// <summary>Begins an instance at the first step.</summary>
    public static FlowDecision Start(FlowDefinition definition, FlowFacts facts, FlowNext? next = null) =>
        FlowDecision.No(new FlowRefusal("FLOW-NOT-YET", "流程引擎尚未接通。"));

    /// <summary>Carries a command out, or says why not.</summary>
    public static FlowDecision Decide(FlowDefinition definition, FlowState state, FlowCommand command, FlowFacts facts) =>
        FlowDecision.No(new FlowRefusal("FLOW-NOT-YET", "流程引擎尚未接通。"));

    /// <summary>What starting would lead to: who must be named for the first step.</summary>
    public static FlowAhead AheadOfStart(FlowDefinition definition, FlowFacts facts) => new() { Ways = [] };

    /// <summary>What an agreeing answer to the item would lead to. Only the fields and the acting person of the facts count.</summary>
    public static FlowAhead Ahead(FlowDefinition definition, FlowState state, int item, FlowFacts facts) => new() { Ways = [] };

    /// <summary>The passed steps to which the holder of the item may return, the latest first.</summary>
    public static IReadOnlyList<FlowStep> ReturnTargets(FlowDefinition definition, FlowState state, int item) => [];
}
