using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Deputies;

internal sealed class PairForm
{
    /// Two ids, one for each direction; given out with the form.
    public long Id { get; set; }

    public long BackId { get; set; }

    public string? Person { get; set; }

    public string? Deputy { get; set; }

    /// 互为AB角: each steps in for the other.
    public bool Mutual { get; set; }
}

internal sealed class SecretaryForm
{
    public long Id { get; set; }

    public string? Leader { get; set; }

    public string? Secretary { get; set; }
}

/// AB角与联系秘书.
internal static class DeputyChanges
{
    public static Task<Outcome<Done>> PairAsync(OrganisationDesk desk, PairForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<DeputyPair>([form.Id], cancel) is not null) return (Act?)null;
        if (!desk.IsFresh(form.Id) || !desk.IsFresh(form.BackId) || form.Id == form.BackId) return Refusals.OldForm;
        var person = PersonLabel.Find(book, form.Person, desk.Office.Today, "Person");
        if (!person.Succeeded) return person.Refusal;
        var deputy = PersonLabel.Find(book, form.Deputy, desk.Office.Today, "Deputy");
        if (!deputy.Succeeded) return deputy.Refusal;
        if (person.Value.Id == deputy.Value.Id) return Refusals.SamePerson;
        var added = Add(form.Id, person.Value, deputy.Value);
        if (form.Mutual) added = Add(form.BackId, deputy.Value, person.Value) || added;
        if (!added) return new Refusal("organisation.pair", "这对AB角已经登记过。") { Field = "Deputy" };
        return new Act("organisation.deputy", form.Mutual ? $"{person.Value.Name}与{deputy.Value.Name}互为AB角" : $"{deputy.Value.Name}为{person.Value.Name}的B角") { Changes = new { Person = person.Value.Id, Deputy = deputy.Value.Id, form.Mutual } };

        bool Add(long id, Person a, Person b)
        {
            if (book.Deputies.Any(d => d.PersonId == a.Id && d.DeputyId == b.Id)) return false;
            db.Add(new DeputyPair { Id = id, PersonId = a.Id, DeputyId = b.Id });
            return true;
        }
    }, cancel);

    public static Task<Outcome<Done>> UnpairAsync(OrganisationDesk desk, long pairId, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<DeputyPair>([pairId], cancel) is not { } pair) return (Act?)null;
        db.Remove(pair);
        return new Act("organisation.deputy-ended", $"{book.Person(pair.DeputyId)?.Name}不再是{book.Person(pair.PersonId)?.Name}的B角") { Changes = new { pair.PersonId, pair.DeputyId } };
    }, cancel);

    public static Task<Outcome<Done>> AddSecretaryAsync(OrganisationDesk desk, SecretaryForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Secretary>([form.Id], cancel) is not null) return (Act?)null;
        if (!desk.IsFresh(form.Id)) return Refusals.OldForm;
        var leader = PersonLabel.Find(book, form.Leader, desk.Office.Today, "Leader");
        if (!leader.Succeeded) return leader.Refusal;
        if (leader.Value.Precedence is null) return new Refusal("organisation.leader", $"{leader.Value.Name}不在领导排序中，请先列入领导排序。") { Field = "Leader" };
        var secretary = PersonLabel.Find(book, form.Secretary, desk.Office.Today, "Secretary");
        if (!secretary.Succeeded) return secretary.Refusal;
        if (leader.Value.Id == secretary.Value.Id) return Refusals.SamePerson with { Field = "Secretary" };
        if (await db.Set<Secretary>().AnyAsync(s => s.LeaderId == leader.Value.Id && s.SecretaryId == secretary.Value.Id, cancel)) return (Act?)null;
        db.Add(new Secretary { Id = form.Id, LeaderId = leader.Value.Id, SecretaryId = secretary.Value.Id });
        return new Act("organisation.secretary", $"{secretary.Value.Name}为{leader.Value.Name}的联系秘书，可代录批示") { Changes = new { Leader = leader.Value.Id, Secretary = secretary.Value.Id } };
    }, cancel);

    public static Task<Outcome<Done>> EndSecretaryAsync(OrganisationDesk desk, long id, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Secretary>([id], cancel) is not { } row) return (Act?)null;
        db.Remove(row);
        return new Act("organisation.secretary-ended", $"{book.Person(row.SecretaryId)?.Name}不再代录{book.Person(row.LeaderId)?.Name}的批示") { Changes = new { row.LeaderId, row.SecretaryId } };
    }, cancel);
}
