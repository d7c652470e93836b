using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Platform.Hosting;

/// What every action needs at hand, for one scope: the database seen through the actor, the clock, ids, the organisation.
internal sealed class Office(OfficeDb db, CurrentActor current, TimeProvider clock, Ids ids, OfficeShelves shelves, OfficeSettings settings)
{
    public OfficeDb Db => db;

    public Actor Actor => current.Actor;

    public Ids Ids => ids;

    /// To the millisecond, as instants are stored: one that has been read again equals the one that was written.
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    public DateOnly Today => OfficeDay.Of(clock.GetUtcNow());

    /// The rules in force, with the unit's adjustments.
    public RuleBook Rules => shelves.Rules.Book;

    public ValueTask<OrganisationBook> BookAsync(CancellationToken cancel) => shelves.Organisation.BookAsync(cancel);

    public bool ClassifiedTextRefused(int classification) => !ClassifiedText.MayBeKept(settings.Network, classification);

    /// After the organisation was changed and saved.
    public void OrganisationChanged() => shelves.Organisation.Renew();
}

/// The pictures that all requests share.
internal sealed record OfficeShelves(OrganisationShelf Organisation, RuleShelf Rules);
