using Zhongshu.Platform.Access;

namespace Zhongshu.Platform.Organisation;

/// 台账单位: who keeps the ledgers of an office, which units stand in them, and for which of them somebody speaks. Pure.
internal static class UnitCircle
{
    /// The 本级 unit whose ledger it is: the actor's own, or the one above a subordinate.
    public static long KeeperOf(OrganisationBook book, Actor actor)
    {
        var unit = book.Unit(actor.HomeUnitId);
        for (var steps = 0; unit is { Kind: not UnitKind.Own, ParentId: { } parent } && steps < 20; steps++) unit = book.Unit(parent);
        return unit is { Kind: UnitKind.Own } ? unit.Id : actor.HomeUnitId;
    }

    /// A section of the keeper speaks for itself; everybody of another unit speaks for that unit.
    public static long SpeaksFor(OrganisationBook book, Actor actor) =>
        book.Unit(actor.HomeUnitId) is { Kind: UnitKind.Own } ? actor.UnitId : actor.HomeUnitId;

    /// The units that stand in the ledger: those above, the keeper's sections and its subordinates.
    public static IEnumerable<Unit> Rows(OrganisationBook book, long keeper, DateOnly day) =>
        book.Units.Where(u => (u.Until is null || day <= u.Until) && (u.Kind == UnitKind.Superior || u.Id == keeper || u.ParentId == keeper))
            .OrderBy(u => u.Kind == UnitKind.Superior ? 0 : u.Kind == UnitKind.Subordinate ? 1 : 2).ThenBy(u => u.SortOrder);

    /// A unit of the ledger by its full or short name.
    public static Unit? Find(OrganisationBook book, long keeper, string? name, DateOnly day)
    {
        var wanted = (name ?? "").Trim();
        var rows = Rows(book, keeper, day).Where(u => u.Name == wanted || u.ShortName == wanted).Take(2).ToList();
        return rows.Count == 1 ? rows[0] : rows.FirstOrDefault(u => u.Name == wanted);
    }

    /// Who is told on behalf of a unit: everybody who works in it or in its sections with one of these roles.
    public static IEnumerable<long> People(OrganisationBook book, long unit, DateOnly day) =>
        book.SectionsOf(unit).Select(s => s.Id).Prepend(unit).SelectMany(u => book.MembersOf(u, day))
            .Where(m => OrganisationBook.RolesOf(m.Post).Any(r => r is "section-head" or "handler")).Select(m => m.Person.Id).Distinct();
}
