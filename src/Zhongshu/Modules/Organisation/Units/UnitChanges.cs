using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Organisation.Units;

/// 新设、更名、移动单位.
internal static class UnitChanges
{
    public static Task<Outcome<Done>> SaveAsync(OrganisationDesk desk, UnitForm form, CancellationToken cancel) => desk.ChangeAsync(async (db, book) =>
    {
        var isNew = form.Stamp.Length == 0;
        if (isNew && book.Unit(form.Id) is not null) return (Act?)null;
        if (isNew && !desk.IsFresh(form.Id)) return Refusals.OldForm;
        var before = book.Unit(form.Id);
        if (!isNew && before is null) return Refusal.NotFound("单位");
        if (!isNew && Stamp.Of(before) != form.Stamp) return Refusals.Stale;
        if (form.Refuses(book, desk.Office.Today) is { } refusal) return refusal;
        var unit = isNew ? new Unit { Id = form.Id, Name = "", ShortName = "" } : (await db.FindAsync<Unit>([form.Id], cancel))!;
        form.CopyTo(unit);
        if (isNew) db.Add(unit);
        return new Act("organisation.unit", Say(book, before, unit)) { Changes = new { unit.Id, Before = before, After = unit } };
    }, cancel);

    private static string Say(OrganisationBook book, Unit? before, Unit unit)
    {
        var above = unit.ParentId is { } id ? book.Unit(id)?.ShortName : null;
        if (before is null) return above is null ? $"新设单位：{unit.Name}" : $"在{above}下新设：{unit.Name}";
        if (before.Name != unit.Name) return $"{before.Name}更名为{unit.Name}";
        return before.ParentId != unit.ParentId ? $"{unit.Name}划归{above ?? "顶层"}" : $"修改单位资料：{unit.Name}";
    }
}
