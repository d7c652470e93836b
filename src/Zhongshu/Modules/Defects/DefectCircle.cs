using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Defects;

/// Who may know of a slip, and who belongs to the unit that answers for it.
internal static class DefectCircle
{
    /// The office's own, the unit's, one's own; where advice is asked, everybody's. On a matter with a circle of its own: only whoever reads that matter.
    public static IQueryable<Defect> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own, me) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), office.Actor.PersonId);
        var whole = office.Actor.May(DefectsModule.Manage);
        var (matters, steps) = (office.Db.Set<Matter>(), office.Db.Set<DefectStep>());
        return office.Db.Set<Defect>().Where(d => d.KeeperId == keeper
            && (whole || d.UnitId == own || d.ById == me || d.PersonId == me || (d.State == DefectState.InReview && d.Approach == DefectRules.OpenDoor) || steps.Any(s => s.DefectId == d.Id && s.OwnerId == me))
            && (!d.IsConfined || matters.Any(m => m.Id == d.MatterId)));
    }

    /// Those of the unit and of its sections.
    public static IReadOnlyList<(Person Person, Post Post)> People(OrganisationBook book, long unit, DateOnly day)
    {
        var sections = book.Unit(unit) is { Kind: UnitKind.Own } ? [] : book.SectionsOf(unit).Select(s => s.Id);
        return [.. sections.Prepend(unit).SelectMany(u => book.MembersOf(u, day)).DistinctBy(m => m.Person.Id)];
    }

    /// The units a slip can be put down to: all that stand in the ledger but those above.
    public static IReadOnlyList<Unit> Units(OrganisationBook book, long keeper, DateOnly day) => [.. UnitCircle.Rows(book, keeper, day).Where(u => u.Kind != UnitKind.Superior)];

    /// Whether the actor reviews this slip: the office, or somebody of the unit that answers.
    public static bool Reviews(Office office, OrganisationBook book, Defect defect) =>
        office.Actor.May(DefectsModule.Manage) || (office.Actor.May(DefectsModule.Register) && defect.UnitId == UnitCircle.SpeaksFor(book, office.Actor));
}
