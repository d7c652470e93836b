using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.PeopleFiles;

/// Whose records an actor keeps: the office's all but the leaders', a head's own section's or unit's.
internal static class PeopleCircle
{
    public static IReadOnlyList<(Person Person, Post Post)> Kept(Office office, OrganisationBook book) =>
        [.. Units(office, book).SelectMany(u => book.MembersOf(u, office.Today)).Where(m => !OrganisationBook.RolesOf(m.Post).Contains("leader", StringComparer.Ordinal)).DistinctBy(m => m.Person.Id)];

    /// The sections whose people they are; from a subordinate unit that unit with all of its sections.
    public static IReadOnlyList<long> Units(Office office, OrganisationBook book)
    {
        var own = UnitCircle.SpeaksFor(book, office.Actor);
        if (Whole(office, book)) return [.. book.SectionsOf(UnitCircle.KeeperOf(book, office.Actor)).Select(u => u.Id)];
        if (!office.Actor.May(PeopleFilesModule.Section) && !office.Actor.May(PeopleFilesModule.Manage)) return [];
        return book.Unit(own) is { Kind: UnitKind.Own } ? [own] : [own, .. book.SectionsOf(own).Select(u => u.Id)];
    }

    /// Who manages, in the house that keeps the records; from a subordinate unit it is that unit's own only.
    public static bool Whole(Office office, OrganisationBook book) => office.Actor.May(PeopleFilesModule.Manage) && office.Actor.HomeUnitId == UnitCircle.KeeperOf(book, office.Actor);

    public static bool Keeps(Office office, OrganisationBook book, long person) => Kept(office, book).Any(m => m.Person.Id == person);
}
