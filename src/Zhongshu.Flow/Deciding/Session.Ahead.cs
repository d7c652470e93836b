namespace Zhongshu.Flow.Deciding;

/// <summary>The same decision, carried through without holders, to tell what it would lead to.</summary>
internal sealed partial class Session
{
    private List<AheadStep>? _ahead;
    private bool _wentBack;
    private bool _arrived;
    private bool _ended;

    /// <summary>Notes the step instead of opening its items. False lets the entry go on as usual.</summary>
    private bool Foresee(FlowStep step, StepRun run, Assignment? named)
    {
        var symbol = step.Assign is { } name && name != FlowStep.Chosen ? name : null;
        if (step.Optional && symbol is not null && named is null && _facts.Resolve is { } resolve && resolve(symbol) is not { Count: > 0 })
        {
            PassOver(step, run);
            return true;
        }
        _ahead!.Add(new AheadStep(step, symbol is null, step.Kind != StepKind.Single, named?.Participants ?? LastHolders(step.Id)?.Participants ?? []));
        if (step is { Kind: StepKind.Circulation, Wait: false }) Pass(step, run);
        return true;
    }

    public FlowAhead ForeseeStart()
    {
        _ahead = [];
        Begin(null);
        return new FlowAhead { Ways = _refusal is null ? [Way(null, null)] : [] };
    }

    /// <summary>The ways a step may go on, null when there is nothing to choose.</summary>
    public static FlowAhead Foresee(FlowDefinition definition, FlowState state, WorkItem item, FlowFacts facts)
    {
        var step = definition.Find(item.Step)!;
        var probe = Probe(definition, state, item, facts, null);
        if (probe._refusal is { RuleId: not ("FLOW-CHOOSE" or "FLOW-NO-WAY") } || (!step.Choose && step.Kind != StepKind.Free))
            return new FlowAhead { Ways = probe._refusal is null ? [probe.Way(null, null)] : [] };
        if (!probe.Left(item.Run)) return new FlowAhead { Ways = [probe.Way(null, null)] };
        var ways = new List<AheadWay>();
        if (step.Kind == StepKind.Free) ways.Add(Probe(definition, state, item, facts, step.Id).Way(step.Id, "送下一位办理"));
        foreach (var link in probe.OpenWays(step))
        {
            var taken = Probe(definition, state, item, facts, link.To);
            if (taken._refusal is null) ways.Add(taken.Way(link.To, link.Title));
        }
        return new FlowAhead { Ways = ways };
    }

    private bool Left(int run) => _refusal is not null || Run(run).Status != RunStatus.Active && Run(run).BackTo == 0;

    private static Session Probe(FlowDefinition definition, FlowState state, WorkItem item, FlowFacts facts, string? to)
    {
        var answer = definition.Find(item.Step)!.Answer == AnswerKind.Approve ? ItemOutcome.Approved : ItemOutcome.Completed;
        var session = new Session(definition, state, facts) { _ahead = [], _next = new FlowNext(to, []), _answered = item.Step };
        if (item.InPool) session.Emit(new ItemClaimed(session._stamp, item.Id, session.Me));
        session.Emit(new ItemDone(session._stamp, item.Id, item.Kind == ItemKind.Read ? ItemOutcome.Read : answer, null));
        if (item.Relation != ItemRelation.Copy) session.Settle(item.Run);
        return session;
    }

    private AheadWay Way(string? to, string? title)
    {
        var effect = _ended ? AheadEffect.Ends
            : _wentBack ? AheadEffect.GoesBack
            : _ahead!.Count > 0 ? AheadEffect.Enters
            : _arrived ? AheadEffect.WaitsForBranches
            : AheadEffect.WaitsForHolders;
        return new AheadWay(to, title ?? Title(effect), effect, _ahead!);
    }

    private string Title(AheadEffect effect) => effect switch
    {
        AheadEffect.Ends => "办结",
        AheadEffect.GoesBack => "直送退回人",
        AheadEffect.WaitsForBranches => "待其他分支办结后汇合",
        AheadEffect.WaitsForHolders => "待本环节其他人办理",
        _ => "送" + string.Join("、", _ahead!.Select(step => step.Step.Title).Distinct()),
    };
}
