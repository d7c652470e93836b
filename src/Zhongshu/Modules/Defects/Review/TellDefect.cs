using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Defects.Review;

/// 从“通报一处”到“解决一片”: a closed slip is told to all units without a name; each looks at itself and registers what it found.
internal sealed class TellDefect(Office office)
{
    public Task<Outcome<Done>> RunAsync(long id, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(DefectsModule.Manage)) return Refusal.Forbidden("通报错情");
        if (words.Length is 0 or > DefectLife.Longest) return DefectRefusals.Missing("words", $"请写明通报内容，不写责任人，最多{DefectLife.Longest}字。");
        var book = await office.BookAsync(cancel);
        if (await DefectCircle.Seen(office, book).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } defect) return Refusal.NotFound("这件错情");
        if (defect.State != DefectState.Closed) return DefectRefusals.NotClosed;
        (defect.Told, defect.ToldOn) = (words, office.Today);
        foreach (var person in DefectCircle.Units(book, defect.KeeperId, office.Today).Where(u => u.Id != defect.UnitId).SelectMany(u => UnitCircle.People(book, u.Id, office.Today)).Distinct())
            office.Tell(person, "work", "通报了一件错情，请对照自查并登记结果，在“办事 › 错情复盘 › 通报自查”。");
        await office.Db.RecordPlatformAsync(new Act("defects.told", "通报错情，请各单位自查自纠") { Quote = words, Changes = new { defect.Id } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    public Task<Outcome<Done>> CheckAsync(long id, bool hasSame, string words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(DefectsModule.Register)) return Refusal.Forbidden("登记自查结果");
        if (words.Length is 0 or > DefectLife.Longest) return DefectRefusals.Missing("words", $"请写明查了什么、怎样改的，最多{DefectLife.Longest}字。");
        var book = await office.BookAsync(cancel);
        var (keeper, unit) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        if (!await office.Db.Set<Defect>().AnyAsync(d => d.Id == id && d.KeeperId == keeper && d.ToldOn != null, cancel)) return DefectRefusals.NotTold;
        var check = await office.Db.Set<DefectCheck>().SingleOrDefaultAsync(c => c.DefectId == id && c.UnitId == unit, cancel);
        if (check is null) office.Db.Add(check = new DefectCheck { DefectId = id, UnitId = unit, Text = "", PersonName = "" });
        (check.HasSame, check.Text, check.PersonName, check.At) = (hasSame, words, office.Actor.Name, office.Now);
        await office.Db.RecordPlatformAsync(new Act("defects.checked", $"{book.Unit(unit)?.ShortName}对照自查：{(hasSame ? "有同类问题，已改" : "没有同类问题")}") { Quote = words, Changes = new { DefectId = id } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);
}
