namespace Zhongshu.Flow.Deciding;

/// <summary>加签, 减签, 委派, 传阅 beside the flow.</summary>
internal sealed partial class Session
{
    private static ItemRelation Relation(SignPlace place) => place switch
    {
        SignPlace.Before => ItemRelation.Before,
        SignPlace.After => ItemRelation.After,
        _ => ItemRelation.Beside,
    };

    private void AddSigners(int id, ItemRelation relation, IReadOnlyList<Participant> signers)
    {
        if (Mine(id) is not { } item) return;
        if (item.Kind == ItemKind.Read) Refuse(Refusals.Reading);
        var wanted = Wanted(signers, item);
        if (_refusal is not null) return;
        // Whoever adds signers has opened the item: the sender can no longer take it back.
        if (item.Seen is null) Emit(new ItemSeen(_stamp, id));
        if (relation is ItemRelation.Before or ItemRelation.Delegated) Emit(new ItemPutOff(_stamp, id, ItemStatus.Waiting));
        // Beside somebody who was himself added means: added in the same way, to the same item.
        var (place, parent) = relation != ItemRelation.Beside || item.Leads ? (relation, id)
            : (item.Relation == ItemRelation.After ? ItemRelation.After : ItemRelation.Before, item.Parent);
        foreach (var signer in wanted)
        {
            var queued = relation == ItemRelation.After;
            Emit(new ItemOpened(_stamp, new WorkItem
            {
                Id = _state.Items.Length + 1, Run = item.Run, Step = item.Step, Kind = ItemKind.Countersign, Assignee = signer.Id, Holder = signer.Id,
                InPool = signer.Pool, Relation = place, Parent = parent, AddedBy = Me, Order = item.Order,
                Status = queued ? ItemStatus.Queued : ItemStatus.Open, Arrived = _stamp.At, ArrivedIn = queued ? 0 : Move, Due = item.Due,
                Since = Move, OpenedIn = Move, Touched = Move,
            }));
        }
    }

    private List<Participant> Wanted(IReadOnlyList<Participant>? people, WorkItem item)
    {
        var wanted = new List<Participant>(people?.Count ?? 0);
        for (var i = 0; i < (people?.Count ?? 0) && _refusal is null; i++)
        {
            var one = people![i];
            if (one.Id == 0 || wanted.Exists(other => other.Id == one.Id)) continue;
            if (one.Id == item.Holder) Refuse(Refusals.Oneself);
            else if (MakeWay(item.Step, one.Id)) wanted.Add(one);
        }
        if (wanted.Count == 0) Refuse(Refusals.NobodyGiven);
        return wanted;
    }

    private void RemoveSigner(RemoveSign command)
    {
        if (_state.Item(command.Item) is not { } item)
        {
            Refuse(Refusals.NoItem);
            return;
        }
        var run = _state.RunOf(item);
        if (!item.Live || item.Status == ItemStatus.Held) Refuse(Refusals.NotOpen(item));
        else if (!_facts.Administrator && !IsMe(item.AddedBy) && !(item.AddedBy == 0 && IsMe(run.SentBy))) Refuse(Refusals.NotAdder);
        else if (item.Leads && run.Status == RunStatus.Active && Count(run).Asked == 1) Refuse(Refusals.LastSigner);
        if (_refusal is not null) return;
        (_next, _answered) = (command.Next, run.Step);
        Withdraw(item);
        if (item.Relation != ItemRelation.Copy) Settle(run.Id);
    }

    private void Withdraw(WorkItem item)
    {
        Emit(new ItemCancelled(_stamp, item.Id, CancelReason.Removed));
        foreach (var child in _state.Items)
            if (child.Parent == item.Id && child.Live && child.Relation is ItemRelation.Before or ItemRelation.After or ItemRelation.Delegated) Withdraw(child);
    }

    private void SendCopies(int id, IReadOnlyList<Participant>? readers)
    {
        if (_state.Item(id) is not { } item)
        {
            Refuse(Refusals.NoItem);
            return;
        }
        if (!_facts.Administrator && !IsMe(item.Holder) && !IsMe(_state.StartedBy)) Refuse(Refusals.NotYours(item));
        else if (readers is null || readers.Count == 0) Refuse(Refusals.NobodyGiven);
        if (_refusal is not null) return;
        WorkItem? already = null;
        foreach (var reader in readers!)
        {
            if (reader.Id == 0) continue;
            if (HoldsAnother(item.Step, reader.Id) is { } other) already = other;
            else Emit(new ItemOpened(_stamp, Copy(item, reader)));
        }
        if (_events.Count == 0) Refuse(already is null ? Refusals.NobodyGiven : Refusals.Twice(already));
    }

    private WorkItem Copy(WorkItem item, Participant reader) => new()
    {
        Id = _state.Items.Length + 1, Run = item.Run, Step = item.Step, Kind = ItemKind.Read, Assignee = reader.Id, Holder = reader.Id,
        InPool = reader.Pool, Relation = ItemRelation.Copy, Parent = item.Id, AddedBy = Me, Arrived = _stamp.At, ArrivedIn = Move,
        Since = Move, OpenedIn = Move, Touched = Move,
    };
}
