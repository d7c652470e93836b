using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Platform.Hosting;

/// What every action needs at hand, for one scope: the database seen through the actor, the clock, ids, the organisation.
internal sealed class Office(OfficeDb db, CurrentActor current, TimeProvider clock, Ids ids, OrganisationShelf shelf)
{
    public OfficeDb Db => db;

    public Actor Actor => current.Actor;

    public Ids Ids => ids;

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => OfficeDay.Of(clock.GetUtcNow());

    public ValueTask<OrganisationBook> BookAsync(CancellationToken cancel) => shelf.BookAsync(cancel);

    /// After the organisation was changed and saved.
    public void OrganisationChanged() => shelf.Renew();
}
