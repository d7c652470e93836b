using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation;

/// Carries every change of the organisation: one transaction, one line on the platform's trail, one step of the version.
internal sealed class OrganisationDesk(Office office)
{
    /// Decides on the organisation as it stands in the transaction and changes rows; null for "done already" (a second click).
    internal delegate Task<Outcome<Act?>> Change(OfficeDb db, OrganisationBook book);

    public Office Office => office;

    /// A number for a form that makes something new: the same form sent twice makes it once.
    public long NewId() => office.Ids.Next();

    /// A number that a form brought back was given out within the last day.
    public bool IsFresh(long id) => id >= Ids.First(office.Now.AddDays(-1)) && id < Ids.First(office.Now.AddMinutes(1));

    public Task<Outcome<Done>> ChangeAsync(Change change, CancellationToken cancel) => ChangeAsync(OrganisationModule.Manage, change, cancel);

    public async Task<Outcome<Done>> ChangeAsync(string permission, Change change, CancellationToken cancel)
    {
        if (permission != RequiresAttribute.SignedIn && !office.Actor.May(permission)) return Refusal.Forbidden("维护组织机构");
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        // First of all: the row that moves with every change is also the lock between two who change at once.
        await OrganisationVersion.MoveAsync(office.Db, cancel);
        var before = await OrganisationBook.ReadAsync(office.Db, cancel);
        var decided = await change(office.Db, before);
        if (!decided.Succeeded) return decided.Refusal;
        if (decided.Value is not { } act) return Done.Yes;
        await office.Db.RecordPlatformAsync(act, office.Ids, office.Now, cancel);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Refusal.Stale;
        }

        // Leaving without the commit takes the change back.
        var after = await OrganisationBook.ReadAsync(office.Db, cancel);
        if (RoleSeparation.Refuses(before, after, office.Rules, office.Actor, office.Today) is { } mixed) return mixed;
        await transaction.CommitAsync(cancel);
        office.OrganisationChanged();
        return Done.Yes;
    }
}
