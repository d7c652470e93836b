using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Observations;

/// 交办、答复、办结、回头看; the circular of the cases, and each unit's look at itself.
internal sealed class ActOnReport(Office office)
{
    public Task<Outcome<BurdenReport>> RunAsync(long id, ReportCommand command, CancellationToken cancel) => office.WriteAsync<BurdenReport>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (await office.Db.Set<BurdenReport>().SingleOrDefaultAsync(r => r.Id == id && r.KeeperId == keeper, cancel) is not { } report) return Refusal.NotFound("这条反映");
        if (command.Verb == ReportVerb.Answer ? report.HandlerId != UnitCircle.SpeaksFor(book, office.Actor) : !office.Actor.May(BurdensModule.Manage)) return ReportRefusals.NotYours;
        if (ReportLife.Move(report, command, office.Today, office.Rules.Value(BurdenRules.LookBack)) is { } no) return no;
        var word = office.Rules.Value(BurdenRules.NegativeList).FirstOrDefault(n => n.Id == report.Item)?.Word;
        if (report.State == ReportState.Assigned)
            Tell(UnitCircle.People(book, report.HandlerId!.Value, office.Today), "work", $"请于{report.DueOn:M月d日}前答复一条基层负担反映（{word}），在“办事 › 减负填报”。");
        if (report is { State: ReportState.Closed, PersonId: { } person }) Tell([person], "result", $"您反映的“{word}”已办结：{Notice.Fit(report.Result, 200)}");
        var verb = command.Verb switch { ReportVerb.Assign => "交办", ReportVerb.Answer => "答复", ReportVerb.Close => "办结", _ => command.Mended ? "回头看：已解决" : "回头看：又出现，重新交办" };
        await office.Db.RecordPlatformAsync(new Act("burdens.report", $"{verb}基层负担反映（{word}）") { Quote = command.Words.Length > 0 ? command.Words : null, Changes = new { report.Id, report.HandlerId, report.DueOn, report.IsCase } }, office.Ids, office.Now, cancel);
        return report;
    }, cancel);

    /// 通报典型问题: what was not yet told is told to all units; each is to look at itself.
    public Task<Outcome<int>> PublishAsync(CancellationToken cancel) => office.WriteAsync<int>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("通报典型问题");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var cases = await office.Db.Set<BurdenReport>().Where(r => r.KeeperId == keeper && r.IsCase && r.State == ReportState.Closed && r.PublishedOn == null).ToListAsync(cancel);
        if (cases.Count == 0) return ReportRefusals.NoCases;
        foreach (var report in cases) report.PublishedOn = office.Today;
        Tell(UnitCircle.Rows(book, keeper, office.Today).SelectMany(u => UnitCircle.People(book, u.Id, office.Today)).Distinct(), "work", $"通报了{cases.Count}个加重基层负担的典型问题，请对照检视并登记，在“办事 › 减负填报”。");
        await office.Db.RecordPlatformAsync(new Act("burdens.published", $"通报典型问题{cases.Count}个") { Changes = new { Cases = cases.Select(c => c.Id) } }, office.Ids, office.Now, cancel);
        return cases.Count;
    }, cancel);

    /// 对照检视
    public Task<Outcome<SelfCheck>> CheckAsync(long id, bool hasSame, string? words, CancellationToken cancel) => office.WriteAsync<SelfCheck>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("对照检视");
        var book = await office.BookAsync(cancel);
        var (keeper, unit) = (UnitCircle.KeeperOf(book, office.Actor), UnitCircle.SpeaksFor(book, office.Actor));
        if (!await office.Db.Set<BurdenReport>().AnyAsync(r => r.Id == id && r.KeeperId == keeper && r.PublishedOn != null, cancel)) return ReportRefusals.NotPublished;
        if (string.IsNullOrWhiteSpace(words) || words.Trim().Length > ReportLife.Longest) return ReportRefusals.NoWords;
        var check = await office.Db.Set<SelfCheck>().SingleOrDefaultAsync(c => c.ReportId == id && c.UnitId == unit, cancel);
        if (check is null) office.Db.Add(check = new SelfCheck { ReportId = id, UnitId = unit, Text = "", PersonName = "" });
        (check.HasSame, check.Text, check.PersonName, check.At) = (hasSame, words.Trim(), office.Actor.Name, office.Now);
        await office.Db.RecordPlatformAsync(new Act("burdens.checked", $"{book.Unit(unit)?.ShortName}对照检视：{(hasSame ? "有同类问题" : "没有同类问题")}") { Quote = check.Text, Changes = new { ReportId = id } }, office.Ids, office.Now, cancel);
        return check;
    }, cancel);

    public Task<Outcome<int>> PointsAsync(IReadOnlyCollection<long> units, CancellationToken cancel) => office.WriteAsync<int>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("设置观测点");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var wanted = UnitCircle.Rows(book, keeper, office.Today).Select(u => u.Id).Where(units.Contains).ToHashSet();
        office.Db.RemoveRange(await office.Db.Set<ObservationPoint>().Where(p => p.KeeperId == keeper && !wanted.Contains(p.UnitId)).ToListAsync(cancel));
        var present = await office.Db.Set<ObservationPoint>().Where(p => p.KeeperId == keeper).Select(p => p.UnitId).ToListAsync(cancel);
        foreach (var unit in wanted.Except(present)) office.Db.Add(new ObservationPoint { KeeperId = keeper, UnitId = unit });
        await office.Db.RecordPlatformAsync(new Act("burdens.points", $"设置基层减负观测点{wanted.Count}个") { Changes = wanted }, office.Ids, office.Now, cancel);
        return wanted.Count;
    }, cancel);

    private void Tell(IEnumerable<long> people, string kind, string text)
    {
        foreach (var person in people) office.Tell(person, kind, text);
    }
}
