namespace Zhongshu.Flow.Deciding;

/// <summary>The door of the session: which command meets which state.</summary>
internal sealed partial class Session
{
    private string? _answered;

    public void Begin(FlowNext? next)
    {
        _next = next;
        if (_definition.Roots.Count == 0)
        {
            Refuse(Refusals.NoBeginning);
            return;
        }
        Emit(new FlowStarted(_stamp, _definition.Id, _definition.Version));
        Enter(_definition.Roots[0], new Arrival(0, 0));
    }

    public void Carry(FlowCommand command)
    {
        if (Forbidden(command) is { } refusal)
        {
            Refuse(refusal);
            return;
        }
        switch (command)
        {
            case Complete c: AnswerItem(c.Item, ItemOutcome.Completed, c.Next, c.Opinion); break;
            case Approve c: AnswerItem(c.Item, ItemOutcome.Approved, c.Next, c.Opinion); break;
            case Reject c: AnswerItem(c.Item, ItemOutcome.Rejected, c.Next, c.Opinion); break;
            case Return c: ReturnTo(c); break;
            case Recall c: RecallAnswer(c.Item); break;
            case Forward c: HandOver(c.Item, c.To); break;
            case Delegate c: AddSigners(c.Item, ItemRelation.Delegated, [c.To]); break;
            case AddSign c: AddSigners(c.Item, Relation(c.Place), c.Participants); break;
            case RemoveSign c: RemoveSigner(c); break;
            case Claim c: ClaimItem(c.Item); break;
            case Release c: ReleaseItem(c.Item); break;
            case MarkSeen c: See(c.Item); break;
            case Circulate c: SendCopies(c.Item, c.Participants); break;
            case Chase c: ChaseHolder(c.Item, c.Level); break;
            case ChangeDue c: SetDue(c); break;
            default: Govern(command); break;
        }
    }

    /// <summary>What a suspended or finished instance does not allow.</summary>
    private FlowRefusal? Forbidden(FlowCommand command)
    {
        if (_state.Status == FlowStatus.Running) return null;
        if (command is ItemCommand { Item: var id } && _state.Item(id) is null) return Refusals.NoItem;
        var reads = command is ItemCommand on && _state.Item(on.Item) is { Kind: ItemKind.Read };
        if (_state.Status == FlowStatus.Suspended)
            return command is Resume or Terminate or MarkSeen or Suspend ? null : Refusals.Suspended;
        if (reads && _state.Status != FlowStatus.Terminated && command is Complete or Approve or MarkSeen or RemoveSign or Chase) return null;
        if (command is Circulate && _state.Status == FlowStatus.Ended) return null;
        return Refusals.Over;
    }

    private void Govern(FlowCommand command)
    {
        switch (command)
        {
            case Suspend or Resume or Jump when !_facts.Administrator:
                Refuse(Refusals.Administrator);
                break;
            case Suspend { Reason: var reason } when string.IsNullOrWhiteSpace(reason):
            case Terminate { Reason: var why } when string.IsNullOrWhiteSpace(why):
            case Jump { Reason: var cause } when string.IsNullOrWhiteSpace(cause):
                Refuse(Refusals.Reason);
                break;
            case Suspend when _state.Status == FlowStatus.Suspended:
                Refuse(Refusals.Suspended);
                break;
            case Suspend c:
                Emit(new FlowSuspended(_stamp, c.Reason));
                break;
            case Resume when _state.Status != FlowStatus.Suspended:
                Refuse(Refusals.NotSuspended);
                break;
            case Resume:
                Emit(new FlowResumed(_stamp));
                break;
            case Terminate c:
                TerminateFlow(c.Reason);
                break;
            case Jump c:
                JumpTo(c);
                break;
            default:
                Refuse(Refusals.NoCommand);
                break;
        }
    }

    private void TerminateFlow(string reason)
    {
        if (_facts.Administrator) EndFlow(FlowStatus.Terminated, reason, CancelReason.Terminated);
        else if (!IsMe(_state.StartedBy)) Refuse(Refusals.Administrator);
        else if (_state.Items.Any(item => item.Seen is not null && !IsMe(item.Holder))) Refuse(Refusals.Started);
        else EndFlow(FlowStatus.Terminated, reason, CancelReason.Terminated);
    }

    private void JumpTo(Jump command)
    {
        _next = command.Next;
        var end = command.ToStep == FlowDefinition.End;
        var target = end ? null : _definition.Find(command.ToStep);
        if (!end && target is null)
        {
            Refuse(Refusals.NoStep(command.ToStep));
            return;
        }
        Emit(new FlowJumped(_stamp, command.ToStep, command.Reason));
        if (target is null) EndFlow(FlowStatus.Ended, command.Reason, CancelReason.Jumped);
        else MoveTo(target, null, new Moving(RunStatus.Cancelled, CancelReason.Jumped));
    }

    private void AnswerItem(int id, ItemOutcome outcome, FlowNext? next, long? opinion)
    {
        if (Mine(id) is not { } item) return;
        var step = StepOf(_state.RunOf(item));
        if (item.Kind == ItemKind.Read)
        {
            if (outcome == ItemOutcome.Rejected) Refuse(Refusals.Reading);
            outcome = ItemOutcome.Read;
        }
        else if (step.OpinionRequired && opinion is null) Refuse(Refusals.Opinion);
        else if (item.Relation is ItemRelation.Member or ItemRelation.Beside or ItemRelation.After)
        {
            if (step.Answer == AnswerKind.Handle && outcome != ItemOutcome.Completed) Refuse(Refusals.NoVerdict);
            if (step.Answer == AnswerKind.Approve && outcome == ItemOutcome.Completed) Refuse(Refusals.Verdict);
        }
        if (_refusal is not null) return;
        (_next, _answered) = (next, step.Id);
        Emit(new ItemDone(_stamp, id, outcome, opinion));
        if (item.Relation != ItemRelation.Copy) Settle(item.Run);
    }
}
