namespace Zhongshu.Flow.Deciding;

/// <summary>转办, 签收, 打开, 催办, 改期.</summary>
internal sealed partial class Session
{
    private void HandOver(int id, Participant to)
    {
        var item = _facts.Administrator ? _state.Item(id) : Mine(id);
        if (item is null) Refuse(Refusals.NoItem);
        else if (!item.Live) Refuse(Refusals.NotOpen(item));
        else if (item.Kind == ItemKind.Read) Refuse(Refusals.Reading);
        else if (to.Id == 0) Refuse(Refusals.NobodyGiven);
        else if (to.Id == item.Holder) Refuse(Refusals.Oneself);
        else if (MakeWay(item.Step, to.Id, id)) Emit(new ItemForwarded(_stamp, id, new Participant(item.Holder, item.InPool), to));
    }

    private void ClaimItem(int id)
    {
        if (_state.Item(id) is { Status: ItemStatus.Open, InPool: false } open && IsMe(open.Holder)) Refuse(Refusals.Claimed);
        else Mine(id);
    }

    private void ReleaseItem(int id)
    {
        if (_state.Item(id) is { InPool: true } pooled && pooled.Status == ItemStatus.Open) Refuse(Refusals.NotClaimed);
        else if (Mine(id) is not { } item) return;
        else if (item.Pool == 0) Refuse(Refusals.NotClaimed);
        else if (_state.Items.Any(child => child.Parent == id && child.Live && child.Relation != ItemRelation.Copy)) Refuse(Refusals.Entangled);
        else if (HoldsAnother(item.Step, item.Pool, id) is { } other) Refuse(Refusals.Twice(other));
        else Emit(new ItemReleased(_stamp, id));
    }

    /// <summary>Opening twice, or looking into a pool, is no event.</summary>
    private void See(int id)
    {
        if (_state.Item(id) is not { } item) Refuse(Refusals.NoItem);
        else if (item.Status != ItemStatus.Open) Refuse(Refusals.NotOpen(item));
        else if (!IsMe(item.Holder)) Refuse(Refusals.NotYours(item));
        else if (item.Seen is null && !item.InPool) Emit(new ItemSeen(_stamp, id));
    }

    private void ChaseHolder(int id, int level)
    {
        if (_state.Item(id) is not { } item) Refuse(Refusals.NoItem);
        else if (item.Status != ItemStatus.Open) Refuse(Refusals.NotOpen(item));
        else if (level is < 1 or > 3) Refuse(Refusals.ChaseLevel);
        else if (item.Holder == Me) Refuse(Refusals.ChaseSelf);
        else Emit(new ItemChased(_stamp, id, level));
    }

    private void SetDue(ChangeDue command)
    {
        if (!_facts.Administrator) Refuse(Refusals.Administrator);
        else if (string.IsNullOrWhiteSpace(command.Reason)) Refuse(Refusals.Reason);
        else if (_state.Item(command.Item) is not { } item) Refuse(Refusals.NoItem);
        else if (!item.Live) Refuse(Refusals.NotOpen(item));
        else Emit(new DueChanged(_stamp, command.Item, command.Due, command.Reason));
    }
}
