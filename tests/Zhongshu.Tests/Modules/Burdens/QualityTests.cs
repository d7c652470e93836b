using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Events;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Papers;
using Zhongshu.Modules.Burdens.Plans;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Tests.Modules.Burdens;

/// Quality of papers, events that cost money, a sheet of entries, and the account of it all.
public sealed class QualityTests
{
    private static readonly IReadOnlyList<PaperStandard> Standards = Supervision.Tasks.Book.Value(BurdenRules.PaperStandards);

    [Theory, Engines]
    [Trait("req", "M15-B07")]
    [Trait("req", "M15-B08")]
    public async Task Papers_are_marked_by_seven_aspects_and_forty_four_standards_and_what_fell_short_is_told(string engine)
    {
        (Standards.Count, Standards.Select(s => s.Aspect).Distinct().Count(), Standards.Select(s => s.Id).Distinct().Count()).ShouldBe((44, 7, 44));
        await using var scene = await Scene.OpenAsync(engine);
        (await MarkAsync(scene, "bureau", new("市财政局", "word-wrong", 1, ""))).ShouldBe("platform.forbidden");
        (await MarkAsync(scene, "supervision", new("没有的局", "word-wrong", 1, ""))).ShouldBe("burdens.unit");
        (await MarkAsync(scene, "supervision", new("市财政局", "没有的标准", 1, ""))).ShouldBe("burdens.paper-standard");
        (await MarkAsync(scene, "supervision", new("市财政局", "word-wrong", 5, "财〔2026〕8号"))).ShouldBe("ok");
        (await MarkAsync(scene, "supervision", new("市财政局", "word-wrong", 2, "财〔2026〕8号"))).ShouldBe("ok");
        (await MarkAsync(scene, "supervision", new("市财政局", "rule-request-report", 9, ""))).ShouldBe("ok");
        var marks = await scene.AsAsync("director", s => PaperIndex.MarksAsync(s.GetRequiredService<Office>(), 10, 2026, 4, default));
        var lines = PaperIndex.Of([50, 51], marks, Standards);
        lines.Select(l => (l.UnitId, l.Index)).ShouldBe([(50, 100), (51, 84)]);
        (lines[1].Lost["文字质量"], lines[1].Lost["行文规则"]).ShouldBe((2, 14));
        var text = TextOf(PaperIndex.Circular((2026, 4), marks, (lines, Standards), u => $"单位{u}", ("市政府办", new DateOnly(2026, 12, 31))));
        text.ShouldSatisfyAllConditions(t => t.ShouldContain("7个方面44项标准"), t => t.ShouldContain("报告中夹带请示事项（行文规则）：9处，涉及单位51"), t => t.ShouldContain("财〔2026〕8号"));
    }

    [Theory, Engines]
    [Trait("req", "M15-B29")]
    [Trait("req", "M7-B87")]
    public async Task An_event_tells_its_cost_and_effect_and_a_signing_made_twice_or_never_landed_is_found(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await AddAsync(scene, "bureau", "很多")).Refusal!.Field.ShouldBe("cost");
        var held = (await AddAsync(scene, "bureau", "12.5")).Value;
        (held.Cost, held.IssuerId).ShouldBe((125_000, BurdenScene.Bureau));
        var again = (await AddAsync(scene, "bureau", "3")).Value;
        (await SignAsync(scene, "county", held.Id, "光伏产业园一期", "")).ShouldBe("platform.not-found");
        (await SignAsync(scene, "bureau", held.Id, "光伏产业园一期", "")).ShouldBe("ok");
        (await SignAsync(scene, "bureau", again.Id, "光伏产业园（一期）", "")).ShouldBe("burdens.signed-again");
        (await SignAsync(scene, "bureau", again.Id, "光伏产业园（一期）", "增资扩产，另签补充协议。")).ShouldBe("ok");
        (await scene.AsAsync("county", async s => KeepEvent.Seen(s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default)).Count())).ShouldBe(0);

        EventSigning Signed(long landed) => new() { Id = 1, EventId = 1, Project = "光伏产业园", Partner = "甲", Amount = 1_000_000, Landed = landed };
        EventRules.Alarms(held, [Signed(0)], (3, 12), held.HeldOn.AddMonths(1)).ShouldBeEmpty();
        EventRules.Alarms(held, [Signed(0)], (3, 12), held.HeldOn.AddMonths(4)).Single().Text.ShouldContain("没有报成效");
        EventRules.Alarms(held, [Signed(0)], (3, 12), held.HeldOn.AddMonths(13)).Select(a => a.Text[..2]).ShouldBe(["举办", "“光", "花费"]);
        EventRules.Alarms(held, [Signed(600_000)], (3, 12), held.HeldOn.AddMonths(13)).ShouldHaveSingleItem();
        var signing = await scene.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<Office>().Db.Set<EventSigning>().OrderBy(x => x.Id).First().Id));
        (await scene.AsAsync("bureau", s => s.GetRequiredService<KeepEvent>().LandAsync(held.Id, signing, "80", default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("bureau", s => s.GetRequiredService<KeepEvent>().TellAsync(held.Id, "引进两家配套企业。", false, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("bureau", s => s.GetRequiredService<KeepEvent>().TellAsync(held.Id, "自己问自己。", true, default))).Refusal!.Rule.ShouldBe("platform.forbidden");
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepEvent>().TellAsync(held.Id, "已约谈。", true, default))).Refusal.ShouldBeNull();
    }

    [Fact]
    public async Task A_sheet_of_entries_goes_in_row_by_row_and_what_the_rules_refuse_is_named()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.PlanAsync(new PlanForm(BurdenScene.Bureau, BurdenKind.Meeting, 1, null, ""));
        await using var sheet = await SheetAsync(("会议", "全市能源保供会"), ("会议", "价格形势座谈"), ("聚会", "联欢"), ("文件", "关于粮食储备的通知"));
        var looked = (await ImportAsync(scene, sheet, save: false)).Value;
        (looked.Entered, looked.Faults.Count).ShouldBe((3, 1));
        (await scene.BoardAsync()).Lines.ShouldAllBe(l => l.Actual == 0);
        sheet.Position = 0;
        var done = (await ImportAsync(scene, sheet, save: true)).Value;
        done.Entered.ShouldBe(2);
        done.Faults.Select(f => (f.Row, f.Column)).ShouldBe([(3, "报批理由"), (4, "种类")]);
        sheet.Position = 0;
        (await ImportAsync(scene, sheet, save: true)).Value.ShouldSatisfyAllConditions(d => d.Entered.ShouldBe(0), d => d.Known.ShouldBe(2));
        (await scene.LineAsync(BurdenScene.Bureau, BurdenKind.Meeting)).Actual.ShouldBe(1);
    }

    [Theory, Engines]
    [Trait("req", "M15-B02")]
    [Trait("req", "M15-B16")]
    public async Task The_plan_of_inspections_counts_and_the_account_to_the_committee_is_drafted_from_the_ledgers(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.DeclareAsync("bureau", "document", "关于粮食储备的通知");
        var before = TextOf(await AccountAsync(scene));
        before.ShouldSatisfyAllConditions(t => t.ShouldContain("本年没有列入督查"), t => t.ShouldContain("还没有列入八项规定"));
        var input = new InspectionInput { Title = "中央八项规定实施意见落实情况督查", Kind = "general", From = "2026-11-23", To = "2026-11-27", Targets = "市财政局", Reason = "年度要求。" };
        var waiting = (await scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().ProposeAsync(input, default))).Value;
        (await scene.LineAsync(10, BurdenKind.Inspection)).ShouldSatisfyAllConditions(l => l.Actual.ShouldBe(0), l => l.Asked.ShouldBe(1));
        (await scene.AsAsync("director", s => s.GetRequiredService<PlanInspection>().DecideAsync(waiting.Id, true, "同意。", default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("supervision", s => s.GetRequiredService<PlanInspection>().ReportAsync(waiting.Id, "发现超标准接待2起，已纠正。", default))).Refusal.ShouldBeNull();
        (await scene.LineAsync(10, BurdenKind.Inspection)).ShouldSatisfyAllConditions(l => l.Actual.ShouldBe(1), l => l.OverApproved.ShouldBe(1));
        var text = TextOf(await AccountAsync(scene));
        foreach (var part in new[] { "落实中央八项规定精神和为基层减负情况的报告", "文件未下达10", "综合性1次", "发现超标准接待2起，已纠正", "观测点没有反映问题" }) text.ShouldContain(part);
    }

    private static async Task<OfficialDocument> AccountAsync(Scene scene) =>
        BurdenAccount.Draft(await scene.AsAsync("director", s => AccountRoute.ReadAsync(s.GetRequiredService<Office>(), 10, 2026, default)), "市政府办", new DateOnly(2026, 11, 30));

    private static string TextOf(OfficialDocument document) => string.Concat(Typesetter.Layout(document, LayoutRules.Standard).Text.Where(c => !char.IsWhiteSpace(c)));

    private static async Task<string> MarkAsync(Scene scene, string login, PaperMarkInput input) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<MarkPapers>().RunAsync((2026, 4), input, default))).Refusal?.Rule ?? "ok";

    private static Task<Outcome<BurdenEvent>> AddAsync(Scene scene, string login, string cost) =>
        scene.AsAsync(login, s => s.GetRequiredService<KeepEvent>().AddAsync(new EventInput { Kind = "exhibition", Title = "新能源博览会", On = "2026-05-20", Cost = cost }, null, default));

    private static async Task<string> SignAsync(Scene scene, string login, long id, string project, string reason) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<KeepEvent>().SignAsync(id, new SigningInput { Project = project, Partner = "甲公司", Amount = "5000", Reason = reason }, default))).Refusal?.Rule ?? "ok";

    private static Task<Outcome<EntriesRead>> ImportAsync(Scene scene, Stream file, bool save) => scene.AsAsync("bureau", s => s.GetRequiredService<ImportEntries>().RunAsync(file, save, default));

    private static Task<FileStream> SheetAsync(params (string Kind, string Title)[] rows) => WorkbookDownload.ToTemporaryFileAsync(book =>
    {
        book.StartSheet("报备登记", new Column("种类*"), new Column("标题*"), new Column("日期*"));
        foreach (var (kind, title) in rows) book.Row(kind, title, new DateOnly(2026, 11, 20));
        return Task.CompletedTask;
    });
}
