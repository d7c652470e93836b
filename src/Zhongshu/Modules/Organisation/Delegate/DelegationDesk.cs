using Zhongshu.Modules.Organisation.HandOver;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Delegate;

/// 委托 and its end, by the person away; the deputy may give it back.
internal sealed class DelegationDesk(OrganisationDesk desk, WaitingWork work)
{
    public async Task<Outcome<Moved>> BeginAsync(DelegationForm form, CancellationToken cancel)
    {
        var moved = default(Moved);
        var done = await desk.ChangeAsync(RequiresAttribute.SignedIn, async (db, book) =>
        {
            var office = desk.Office;
            if (book.Delegations.Any(d => d.Id == form.Id)) return (Act?)null;
            if (!desk.IsFresh(form.Id)) return Refusals.OldForm;
            var decided = form.Decide(book, office.Actor.PersonId, office.Now);
            if (!decided.Succeeded) return decided.Refusal;
            var delegation = decided.Value;
            var (me, to) = (book.Person(delegation.FromPersonId)!, book.Person(delegation.ToPersonId)!);
            db.Add(delegation);
            // Work that waits goes along at once only when the absence has begun; later it is handed over from the page.
            if (delegation.TakesWaiting && delegation.IsActive(office.Now)) moved = await TakeAlongAsync(delegation, me, to, cancel);
            Tell(to.Id, $"{me.Name}委托您接办工作：{Delegations.Span(delegation)}，事由：{delegation.Reason}");
            return new Act("delegation.begun", $"{me.Name}委托{to.Name}办理工作，{Delegations.Span(delegation)}") { Quote = delegation.Reason, Changes = new { delegation.Id, delegation.FromPersonId, delegation.ToPersonId, moved.Items } };
        }, cancel);
        return done.Succeeded ? moved : done.Refusal;
    }

    /// Hands over what waits now, for a delegation that began by itself.
    public async Task<Outcome<Moved>> TakeWaitingAsync(long id, CancellationToken cancel)
    {
        var moved = default(Moved);
        var done = await desk.ChangeAsync(RequiresAttribute.SignedIn, async (_, book) =>
        {
            if (Mine(book, id) is not { } delegation || !delegation.IsActive(desk.Office.Now)) return Refusal.NotFound("进行中的委托");
            var (me, to) = (book.Person(delegation.FromPersonId)!, book.Person(delegation.ToPersonId)!);
            moved = await TakeAlongAsync(delegation, me, to, cancel);
            return new Act("delegation.taken-along", $"{me.Name}的待办{moved.Items}件转由{to.Name}接办") { Changes = new { delegation.Id, moved.Items, moved.Left } };
        }, cancel);
        return done.Succeeded ? moved : done.Refusal;
    }

    /// 提前收回: new work comes to the person again at once; what the deputy has not done yet comes back if asked for.
    public async Task<Outcome<Moved>> RevokeAsync(long id, bool takeBack, CancellationToken cancel)
    {
        var moved = default(Moved);
        var done = await desk.ChangeAsync(RequiresAttribute.SignedIn, async (db, book) =>
        {
            if (Mine(book, id) is null || await db.FindAsync<Delegation>([id], cancel) is not { } delegation) return Refusal.NotFound("委托");
            if (delegation.RevokedAt is not null || delegation.Until <= desk.Office.Now) return (Act?)null;
            delegation.RevokedAt = desk.Office.Now;
            var (from, to) = (book.Person(delegation.FromPersonId)!, book.Person(delegation.ToPersonId)!);
            if (takeBack)
                moved = await work.MoveAsync(Participant.Person(to.Id), Participant.Person(from.Id), new Moving("delegation.returned", $"委托收回，{to.Name}未办的事项交还{from.Name}", "") { OnlyMeantFor = from.Id }, cancel);
            var me = desk.Office.Actor.PersonId;
            Tell(me == from.Id ? to.Id : from.Id, $"{from.Name}委托{to.Name}办理工作一事已由{desk.Office.Actor.Name}提前收回。");
            return new Act("delegation.revoked", $"{from.Name}委托{to.Name}的工作提前收回") { Changes = new { delegation.Id, moved.Items } };
        }, cancel);
        return done.Succeeded ? moved : done.Refusal;
    }

    private Task<Moved> TakeAlongAsync(Delegation delegation, Person me, Person to, CancellationToken cancel) =>
        work.MoveAsync(Participant.Person(me.Id), Participant.Person(to.Id), new Moving("delegation.moved", $"{me.Name}外出，待办转由{to.Name}接办", delegation.Reason) { For = me }, cancel);

    private Delegation? Mine(OrganisationBook book, long id) =>
        book.Delegations.FirstOrDefault(d => d.Id == id && (d.FromPersonId == desk.Office.Actor.PersonId || d.ToPersonId == desk.Office.Actor.PersonId));

    private void Tell(long personId, string text) =>
        desk.Office.Db.Add(new Notice { Id = desk.Office.Ids.Next(), PersonId = personId, Kind = "delegation", Text = text, At = desk.Office.Now });
}
