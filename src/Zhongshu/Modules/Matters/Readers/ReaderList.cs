using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Matters.Readers;

/// Who may see a matter, and why: a person, or everybody of a section or office.
public sealed record ReaderRow(string Name, bool IsPerson, long Person, int People, string Why, DateTimeOffset Since, bool HoldsWork);

internal static class ReaderList
{
    public static async Task<IReadOnlyList<ReaderRow>> OfAsync(Office office, Matter matter, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var rows = await office.Db.Set<MatterAccess>().AsNoTracking().Where(a => a.MatterId == matter.Id).OrderBy(a => a.Since).ToListAsync(cancel);
        var holders = await office.Db.Set<WorkItem>().Where(w => w.MatterId == matter.Id && w.Status == WorkStatus.Open).Select(w => w.Assignee).Distinct().ToListAsync(cancel);
        return [.. rows.Select(r => (Row: r, Subject: new Participant(r.Subject))).OrderBy(r => r.Subject.IsPool).Select(r => new ReaderRow(
            Assigning.Name(book, r.Row.Subject, office.Today), !r.Subject.IsPool, r.Subject.IsPool ? 0 : r.Subject.Id,
            r.Subject.IsPool ? PeopleOf(office, book, r.Subject) : 1, r.Row.Reason, r.Row.Since, holders.Contains(r.Row.Subject)))];
    }

    /// Of an office not only who is told, but all whose post opens its whole ledger.
    private static int PeopleOf(Office office, OrganisationBook book, Participant pool)
    {
        if (pool.Kind != ParticipantKind.Office) return Assigning.Persons(book, pool.Value, office.Today).Distinct().Count();
        var roles = office.Rules.PermissionsByRole().Where(r => r.Value.Contains(ActorLoading.ReadsOffice, StringComparer.Ordinal)).Select(r => r.Key);
        return roles.SelectMany(r => book.WithRole(r, pool.Id, office.Today)).Select(h => h.Person.Id).Distinct().Count();
    }
}
