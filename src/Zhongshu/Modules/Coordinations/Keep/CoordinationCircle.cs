using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Coordinations.Keep;

/// Who sees a sheet: the office that keeps it, and the units that take part; nobody who may not know its matter.
internal static class CoordinationCircle
{
    public static IQueryable<Coordination> Seen(Office office, OrganisationBook book)
    {
        // Where the office as a whole takes part, its sections read along.
        var (keeper, unit, home, matters) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), office.Actor.HomeUnitId, office.Db.Set<Matter>());
        var sheets = office.Db.Set<Coordination>().Where(c => c.KeeperId == keeper && (c.MatterId == null || matters.Any(m => m.Id == c.MatterId)));
        return SeesWide(office, keeper) ? sheets : sheets.Where(c => office.Db.Set<CoordinationUnit>().Any(u => u.CoordinationId == c.Id && (u.UnitId == unit || u.UnitId == home)));
    }

    /// The office itself: it manages the sheets, or leads by them.
    public static bool SeesWide(Office office, long keeper) =>
        office.Actor.SeesAll || (office.Actor.HomeUnitId == keeper && (office.Actor.May(CoordinationsModule.Manage) || office.Actor.May(CoordinationsModule.Look)));

    /// Leaders who only look see a sheet and write nothing on it.
    public static bool MayWrite(Office office) => office.Actor.May(CoordinationsModule.Manage) || office.Actor.May(CoordinationsModule.TakePart);

    /// Whether somebody on the platform speaks for a unit. In the office that keeps the sheets each section speaks for itself, and for the whole only whoever has a post there.
    public static bool HasVoice(OrganisationBook book, long unit, DateOnly day) => book.Unit(unit) is { Kind: UnitKind.Own }
        ? book.MembersOf(unit, day).Any(m => OrganisationBook.RolesOf(m.Post).Any(r => r is "section-head" or "handler"))
        : UnitCircle.People(book, unit, day).Any();

    public static bool Manages(Office office, long keeper) => office.Actor.HomeUnitId == keeper && office.Actor.May(CoordinationsModule.Manage);
}

/// One sheet with all that stands on it.
internal sealed record CoordinationView(OrganisationBook Book, Coordination Sheet, IReadOnlyList<CoordinationStep> Steps, IReadOnlyList<CoordinationUnit> Units, IReadOnlyList<CoordinationNote> Notes)
{
    public const int MostNotes = 200;

    /// The matter's code and title, for whoever is here may know it.
    public (string Code, string Title)? Matter { get; init; }

    public int StepsLeft => Steps.Count(s => s.DoneOn is null);

    public bool IsLate(DateOnly today) => Sheet.ClosedOn is null && Steps.Any(s => s.DoneOn is null && s.DueOn < today);

    /// Who has said how it stands; asked of all notes, not of the latest ones that are shown.
    public IReadOnlyList<long> Reported { get; init; } = [];

    public IEnumerable<long> Unreported => Units.Select(u => u.UnitId).Except(Reported);

    public static async Task<CoordinationView?> ReadAsync(Office office, long id, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (await CoordinationCircle.Seen(office, book).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } sheet) return null;
        var matter = sheet.MatterId is { } of ? await office.Db.Set<Matter>().Where(m => m.Id == of).Select(m => new { m.Code, m.Title }).SingleAsync(cancel) : null;
        return new CoordinationView(
            book,
            sheet,
            await office.Db.Set<CoordinationStep>().AsNoTracking().Where(s => s.CoordinationId == id).OrderBy(s => s.Place).ToListAsync(cancel),
            await office.Db.Set<CoordinationUnit>().AsNoTracking().Where(u => u.CoordinationId == id).OrderByDescending(u => u.IsLead).ThenBy(u => u.UnitId).ToListAsync(cancel),
            await office.Db.Set<CoordinationNote>().AsNoTracking().Where(n => n.CoordinationId == id).OrderByDescending(n => n.Id).Take(MostNotes).ToListAsync(cancel))
        {
            Matter = matter is null ? null : (matter.Code, matter.Title),
            Reported = await office.Db.Set<CoordinationNote>().Where(n => n.CoordinationId == id && n.Kind == NoteKind.Report).Select(n => n.UnitId).Distinct().ToListAsync(cancel),
        };
    }
}

/// The states a list of sheets is looked at by; the same for the list and for its counts.
internal static class CoordinationStates
{
    public static IQueryable<Coordination> Of(Office office, IQueryable<Coordination> seen, string state)
    {
        var today = office.Today;
        var steps = office.Db.Set<CoordinationStep>();
        return state switch
        {
            "closed" => seen.Where(c => c.ClosedOn != null),
            "late" => seen.Where(c => c.ClosedOn == null && steps.Any(s => s.CoordinationId == c.Id && s.DoneOn == null && s.DueOn < today)),
            "meet" => seen.Where(c => c.ClosedOn == null && c.MeetsBy != null && c.MeetsBy < today),
            "asked" => seen.Where(c => c.ClosedOn == null && c.AskedHigher != ""),
            _ => seen.Where(c => c.ClosedOn == null),
        };
    }
}
