using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Keepers;

/// 指定专人: the office names one for each of its levels and for each unit; a unit's own head may name the unit's.
internal sealed class SetKeeper(Office office)
{
    public async Task<Outcome<Done>> RunAsync(long unitId, DeliveryLevel level, long personId, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        if (!Enum.IsDefined(level) || book.Unit(unitId) is not { } unit) return Refusal.NotFound("这个单位");
        if (!May(book, unit, level)) return Refusal.Forbidden("指定文件专人");
        if (book.Person(personId) is not { } person || !book.PostsOf(personId, office.Today).Any(p => book.HomeOf(p.UnitId)?.Id == unitId))
            return new Refusal("incoming.keeper", $"请从{unit.ShortName}现任人员中选择专人。") { Field = "person" };
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var keeper = await office.Db.Set<DocumentKeeper>().SingleOrDefaultAsync(k => k.UnitId == unitId && k.Level == level, cancel);
        if (keeper is null) office.Db.Add(keeper = new DocumentKeeper { UnitId = unitId, Level = level });
        (keeper.PersonId, keeper.SetAt) = (personId, office.Now);
        var what = level == DeliveryLevel.Device ? "电子公文设备专人" : $"{DeliveryLevels.Word(level)}层专送人";
        await office.Db.RecordPlatformAsync(new Act("incoming.keeper", $"指定{unit.ShortName}{what}：{person.Name}"), office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.Yes;
    }

    public bool May(OrganisationBook book, Unit unit, DeliveryLevel level) =>
        (office.Actor.May("incoming.route") && (unit.Id == office.Actor.HomeUnitId || unit.ParentId == office.Actor.HomeUnitId))
        || (level == DeliveryLevel.Device && office.Actor.May("incoming.assign") && book.HomeOf(office.Actor.UnitId)?.Id == unit.Id);
}
