using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Platform.Matters;

/// 限定知悉范围: from then on only the persons named see the matter; the office and sections at large lose sight of it.
internal static class NeedToKnow
{
    /// Whoever holds open work stays named; the act stands on the matter's trail. Needs the caller's write transaction, and saves with it.
    public static async Task<Refusal?> RestrictAsync(this Office office, Matter matter, IReadOnlyCollection<long> persons, CancellationToken cancel)
    {
        if (matter.RefusesWork() is { } closed) return closed;
        var holders = await office.Db.Set<WorkItem>().Where(w => w.MatterId == matter.Id && w.Status == WorkStatus.Open).Select(w => w.Assignee).Distinct().ToListAsync(cancel);
        if (holders.Exists(h => new Participant(h).IsPool))
            return new Refusal("need-to-know.pool", "这件事项还在科室或办公室的公共待办中，没有落实到人。请先签收，再限定知悉范围。") { Kind = RefusalKind.Conflict };
        var named = persons.Select(p => Participant.Person(p).Value).Concat(holders).ToHashSet();
        if (named.Count == 0) return new Refusal("need-to-know.nobody", "知悉范围至少要有一人，请选择人员。") { Field = "Persons" };
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        var rows = office.Db.Set<MatterAccess>().Local.Where(a => a.MatterId == matter.Id).ToList();
        office.Db.RemoveRange(rows.Where(r => !named.Contains(r.Subject)));
        matter.IsRestricted = true;
        foreach (var subject in named) office.Db.Grant(matter, new Participant(subject), "知悉范围", office.Now);
        var book = await office.BookAsync(cancel);
        var names = string.Join('、', named.Select(s => book.Person(new Participant(s).Id)?.Name).Where(n => n is not null).Order(StringComparer.Ordinal));
        office.Db.Record(matter, new Act("matter.restricted", $"限定知悉范围：{names}"), office.Ids, office.Now);
        return null;
    }

    /// Takes one person off the list again; whoever holds open work stays.
    public static async Task<Refusal?> ExcludeAsync(this Office office, Matter matter, long personId, string reason, CancellationToken cancel)
    {
        var subject = Participant.Person(personId).Value;
        var row = await office.Db.Set<MatterAccess>().SingleOrDefaultAsync(a => a.MatterId == matter.Id && a.Subject == subject, cancel);
        if (row is null) return new Refusal("need-to-know.not-named", "该同志不在知悉范围内。") { Field = "person", Kind = RefusalKind.Conflict };
        if (await office.Db.Set<WorkItem>().AnyAsync(w => w.MatterId == matter.Id && w.Status == WorkStatus.Open && w.Assignee == subject, cancel))
            return new Refusal("need-to-know.holds", "该同志正在办理这件事项，不能移出。请先转办。") { Field = "person", Kind = RefusalKind.Conflict };
        office.Db.Remove(row);
        var name = (await office.BookAsync(cancel)).Person(personId)?.Name;
        office.Db.Record(matter, new Act("matter.excluded", $"移出知悉范围：{name}") { Quote = reason }, office.Ids, office.Now);
        return null;
    }

    /// Names one more person, with the reason on the trail.
    public static async Task AdmitAsync(this Office office, Matter matter, long personId, string reason, CancellationToken cancel)
    {
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        office.Db.Grant(matter, Participant.Person(personId), "知悉范围", office.Now);
        var name = (await office.BookAsync(cancel)).Person(personId)?.Name;
        office.Db.Record(matter, new Act("matter.admitted", $"增加知悉人员：{name}") { Quote = reason }, office.Ids, office.Now);
    }
}
