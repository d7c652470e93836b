using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.People;

/// 人员登记、任职、免职、离任.
internal static class PersonChanges
{
    public static Task<Outcome<Done>> SaveAsync(OrganisationDesk desk, PersonForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        var isNew = form.Stamp.Length == 0;
        var before = book.Person(form.Id);
        if (isNew && before is not null) return (Act?)null;
        if (isNew && !desk.IsFresh(form.Id)) return Refusals.OldForm;
        if (!isNew && before is null) return Refusal.NotFound("人员");
        if (!isNew && Stamp.Of(before) != form.Stamp) return Refusals.Stale;
        if (form.Refuses() is { } refusal) return refusal;
        var person = isNew ? new Person { Id = form.Id, Name = "" } : (await db.FindAsync<Person>([form.Id], cancel))!;
        form.CopyTo(person);
        if (isNew) db.Add(person);
        return new Act("organisation.person", before is null ? $"登记人员：{person.Name}" : $"修改人员资料：{person.Name}") { Changes = new { person.Id, Before = before, After = person } };
    }, cancel);

    public static Task<Outcome<Done>> AppointAsync(OrganisationDesk desk, HoldingForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Holding>([form.Id], cancel) is not null) return (Act?)null;
        if (!desk.IsFresh(form.Id)) return Refusals.OldForm;
        var today = desk.Office.Today;
        if (book.Person(form.PersonId) is not { } person || person.Until < today) return Refusal.NotFound("人员");
        if (book.Post(form.PostId) is not { } post || post.Until < today) return new Refusal("organisation.post", "请选择岗位。") { Field = "PostId" };
        if (form.Since is not { } since) return Refusals.NoSince;
        if (book.HoldersOf(post.Id, since).Any(p => p.Id == person.Id)) return Refusals.AlreadyHolds(person.Name, post.Name);
        if (form.IsPrimary)
            foreach (var other in await db.Set<Holding>().Where(h => h.PersonId == person.Id && h.IsPrimary).ToListAsync(cancel)) other.IsPrimary = false;
        db.Add(new Holding { Id = form.Id, PersonId = person.Id, PostId = post.Id, Since = since, IsPrimary = form.IsPrimary || !book.PostsOf(person.Id, since).Any() });
        return new Act("organisation.appointed", $"{person.Name}任{book.Unit(post.UnitId)?.ShortName} {post.Name}") { Changes = new { form.PersonId, form.PostId, form.Since } };
    }, cancel);

    /// The holding ends with yesterday: from today on the post is vacant.
    public static Task<Outcome<Done>> RelieveAsync(OrganisationDesk desk, long holdingId, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Holding>([holdingId], cancel) is not { } holding) return Refusal.NotFound("任职");
        var today = desk.Office.Today;
        if (holding.Until < today) return (Act?)null;
        if (holding.Since >= today) db.Remove(holding);
        else holding.Until = today.AddDays(-1);
        return new Act("organisation.relieved", $"{book.Person(holding.PersonId)?.Name}不再任{book.Post(holding.PostId)?.Name}") { Changes = new { holding.PersonId, holding.PostId, holding.Until } };
    }, cancel);

    public static Task<Outcome<Done>> LeaveAsync(OrganisationDesk desk, long personId, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        if (await db.FindAsync<Person>([personId], cancel) is not { } person) return Refusal.NotFound("人员");
        var today = desk.Office.Today;
        if (person.Until is not null) return (Act?)null;
        if (book.PostsOf(personId, today).Any()) return Refusals.PersonStillHolds;
        person.Until = today.AddDays(-1);
        db.RemoveRange(await db.Set<DeputyPair>().Where(d => d.PersonId == personId || d.DeputyId == personId).ToListAsync(cancel));
        db.RemoveRange(await db.Set<Secretary>().Where(s => s.LeaderId == personId || s.SecretaryId == personId).ToListAsync(cancel));
        foreach (var portfolio in await db.Set<Portfolio>().Where(p => p.LeaderId == personId && p.Until == null).ToListAsync(cancel)) portfolio.Until = today;
        return new Act("organisation.left", $"{person.Name}离任") { Changes = new { person.Id, person.Until } };
    }, cancel);
}
