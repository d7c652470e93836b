namespace Zhongshu.Flow.Deciding;

/// <summary>
/// One command being decided. Every change is an event that is applied at once, so that folding the events cannot
/// differ from the decision. Nothing outside sees a session; a refusal drops it whole.
/// </summary>
internal sealed partial class Session
{
    /// <summary>More automatic steps than this in one move are a loop in the definition.</summary>
    private const int MostEntries = 100;

    private readonly FlowDefinition _definition;
    private readonly FlowFacts _facts;
    private readonly FlowState _before;
    private readonly Stamp _stamp;
    private readonly List<FlowEvent> _events = new(8);
    private FlowNext? _next;
    private FlowState _state;
    private FlowRefusal? _refusal;
    private int _entries;

    public Session(FlowDefinition definition, FlowState state, FlowFacts facts)
    {
        (_definition, _facts, _before, _state) = (definition, facts, state, state);
        _stamp = new Stamp(state.Move + 1, facts.Now, facts.Actor, facts.OnBehalfOf);
    }

    private int Move => _stamp.Move;

    /// <summary>The one in whose name the act stands.</summary>
    private long Me => _facts.OnBehalfOf != 0 ? _facts.OnBehalfOf : _facts.Actor;

    public FlowDecision Answer()
    {
        if (_refusal is not null) return FlowDecision.No(_refusal);
        return _events.Count == 0 ? FlowDecision.Yes(_before, []) : FlowDecision.Yes(_state, _events);
    }

    private void Emit(FlowEvent happened)
    {
        _events.Add(happened);
        _state = _state.Apply(happened);
    }

    private void Refuse(FlowRefusal refusal) => _refusal ??= refusal;

    private bool IsMe(long holder) => holder != 0 && (holder == _facts.Actor || holder == _facts.OnBehalfOf || Wears(holder));

    private bool Wears(long holder)
    {
        for (var i = 0; i < _facts.Hats.Count; i++)
            if (_facts.Hats[i] == holder) return true;
        return false;
    }

    private FlowStep StepOf(StepRun run) => _definition.Find(run.Step)!;

    private StepRun Run(int id) => _state.Runs[id - 1];

    /// <summary>The open item that the acting person may answer now; claims it from its pool on the way.</summary>
    private WorkItem? Mine(int id)
    {
        var item = _state.Item(id);
        if (item is null) Refuse(Refusals.NoItem);
        else if (item.Status != ItemStatus.Open) Refuse(Refusals.NotOpen(item));
        else if (!IsMe(item.Holder)) Refuse(Refusals.NotYours(item));
        else if (item.InPool) Take(item);
        return _refusal is null ? _state.Item(id) : null;
    }

    private void Take(WorkItem item)
    {
        if (HoldsAnother(item.Step, Me, item.Id) is { } twice) Refuse(Refusals.Twice(twice));
        else Emit(new ItemClaimed(_stamp, item.Id, Me));
    }

    /// <summary>A live item of that holder in the step, other than <paramref name="except"/>.</summary>
    private WorkItem? HoldsAnother(string step, long holder, int except = 0)
    {
        foreach (var item in _state.Items)
            if (item.Live && item.Holder == holder && item.Id != except && item.Step == step) return item;
        return null;
    }

    /// <summary>Clears the way for a new holder: a reading copy gives way, other work in the same step refuses.</summary>
    private bool MakeWay(string step, long holder, int except = 0)
    {
        if (HoldsAnother(step, holder, except) is not { } other) return true;
        if (other.Relation == ItemRelation.Copy)
        {
            Emit(new ItemCancelled(_stamp, other.Id, CancelReason.Superseded));
            return true;
        }
        Refuse(Refusals.Twice(other));
        return false;
    }
}
