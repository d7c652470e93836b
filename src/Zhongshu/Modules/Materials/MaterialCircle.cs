using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Materials;

/// Who sees a material: its author, its section, the office or everybody, as its author said; who keeps the library sees the whole of it.
internal static class MaterialCircle
{
    public static IQueryable<Material> Seen(Office office, OrganisationBook book)
    {
        var (keeper, own, me) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor), office.Actor.PersonId);
        var inside = book.Unit(office.Actor.HomeUnitId) is { Kind: UnitKind.Own };
        var whole = Whole(office, book);
        return office.Db.Set<Material>().Where(m => m.KeeperId == keeper && (whole || m.PersonId == me || m.UnitId == own || m.Audience == Audience.Everybody || (inside && m.Audience == Audience.Office)));
    }

    /// Whether the people of a unit can open it.
    public static bool IsOpenTo(Material one, OrganisationBook book, long unit) =>
        one.UnitId == unit || one.Audience == Audience.Everybody || (one.Audience == Audience.Office && (unit == one.KeeperId || book.SectionsOf(one.KeeperId).Any(s => s.Id == unit)));

    public static bool Keeps(Office office, OrganisationBook book, Material one) =>
        Whole(office, book) || one.PersonId == office.Actor.PersonId || (office.Actor.May(MaterialsModule.Write) && one.UnitId == UnitCircle.SpeaksFor(book, office.Actor));

    /// Who keeps the library of the office; who has that right in a unit below keeps nothing of the office's.
    public static bool Whole(Office office, OrganisationBook book) => office.Actor.May(MaterialsModule.Manage) && office.Actor.HomeUnitId == UnitCircle.KeeperOf(book, office.Actor);

    /// The files of a material that was itself found through the circle.
    public static Task<Dictionary<long, KeptFile>> FilesAsync(Office office, IReadOnlyList<MaterialVersion> versions, CancellationToken cancel)
    {
        var ids = versions.Select(v => v.FileId).OfType<long>().Distinct().ToArray();
        return office.Db.Set<KeptFile>().AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, cancel);
    }

    public static string WordOf(Audience audience) => audience switch { Audience.Section => "本科室", Audience.Office => "全室", _ => "全室和下级单位" };
}
