using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Calendar;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Plans;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Burdens;

public sealed class LedgerTests
{
    [Theory, Engines]
    [Trait("req", "M15-B18")]
    public async Task A_unit_asks_for_what_is_over_its_plan_and_hears_the_answer(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await scene.PlanAsync(new PlanForm(BurdenScene.Bureau, BurdenKind.Document, 1, null, ""))).Refusal.ShouldBeNull();
        (await scene.DeclareAsync("bureau", "document", "关于重大项目储备的通知")).Refusal.ShouldBeNull();
        (await scene.DeclareAsync("bureau", "document", "关于能源保供的通知")).Refusal!.Rule.ShouldBe("burdens.over-plan");

        var asked = await scene.DeclareAsync("bureau", "document", "关于能源保供的通知", i => i with { Reason = "迎峰度冬急需" });
        (await scene.LineAsync(BurdenScene.Bureau, BurdenKind.Document)).ShouldSatisfyAllConditions(l => l.Actual.ShouldBe(1), l => l.Asked.ShouldBe(1));
        (await DecideAsync(scene, "director", asked.Value.Entry.Id, "")).ShouldBe("burdens.decision");
        (await DecideAsync(scene, "bureau", asked.Value.Entry.Id, "自己批")).ShouldBe("platform.forbidden");
        (await DecideAsync(scene, "director", asked.Value.Entry.Id, "市长同意")).ShouldBeNull();
        (await DecideAsync(scene, "director", asked.Value.Entry.Id, "再批一次")).ShouldBe("burdens.not-asked");

        var line = await scene.LineAsync(BurdenScene.Bureau, BurdenKind.Document);
        line.ShouldSatisfyAllConditions(l => l.Actual.ShouldBe(2), l => l.OverApproved.ShouldBe(1), l => l.Light.ShouldBe(Light.Red));
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == 371).Select(n => n.Text).ToListAsync())).ShouldContain(t => t.Contains("已批准") && t.Contains("市长同意"));
    }

    [Theory, Engines]
    [Trait("req", "M15-B01")]
    public async Task What_the_house_knows_is_counted_without_typing_as_what_it_really_is(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        foreach (var title in new[] { "关于加强预算管理的意见", "关于召开全省教育工作会议的通知", "关于开展养老服务专项检查的通知" })
            (await scene.RegisterAsync("registry", new RegisterForm { Title = title, Sender = "岚川省人民政府办公厅" })).Refusal.ShouldBeNull();
        (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于拨付资金的请示", Sender = "云岭市财政局" })).Refusal.ShouldBeNull();

        var lines = (await scene.BoardAsync()).Lines;
        lines.Select(l => (l.UnitId, l.Kind, l.Actual)).ShouldBe([(1, BurdenKind.Document, 1), (1, BurdenKind.Meeting, 1), (1, BurdenKind.Inspection, 1)]);
        // A leader who does not know the matter sees that it counts and not what it says.
        (await scene.AsAsync("leader2", s => new ItemsQuery(2026, 1, null, null, "").ReadAsync(s.GetRequiredService<Office>(), default))).ShouldAllBe(h => h.Title == "（不在知悉范围内）" && h.Address == "");
        (await scene.AsAsync("director", s => new ItemsQuery(2026, 1, null, null, "").ReadAsync(s.GetRequiredService<Office>(), default))).ShouldContain(h => h.Title == "关于加强预算管理的意见" && h.Address.Length > 0);
    }

    [Theory, Engines]
    [Trait("req", "M15-B04")]
    public async Task The_same_content_sent_again_as_another_kind_is_found(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await scene.DeclareAsync("bureau", "document", "关于做好森林防火工作的通知")).Refusal.ShouldBeNull();
        var no = (await scene.DeclareAsync("bureau", "meeting", "森林防火工作推进会")).Refusal;
        no.ShouldBeOfType<LikeFound>().Message.ShouldContain("文件《关于做好森林防火工作的通知》");
        (await scene.DeclareAsync("county", "meeting", "森林防火工作推进会")).Refusal.ShouldBeNull("another unit's own meeting is not the same paper again");
        (await scene.DeclareAsync("bureau", "meeting", "森林防火工作推进会", i => i with { LikeReason = "只到县一级，不再发文" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => ItemsQuery.LikesAsync(s.GetRequiredService<Office>(), 10, 2026, default))).ShouldBe(1);
    }

    [Fact]
    [Trait("req", "M15-B05")]
    public async Task A_plan_above_last_year_needs_a_written_reason_and_only_the_keeper_sets_it()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.PlanAsync(new PlanForm(BurdenScene.Bureau, BurdenKind.Meeting, 6, 5, ""))).Refusal!.Rule.ShouldBe("burdens.not-more");
        (await scene.PlanAsync(new PlanForm(BurdenScene.Bureau, BurdenKind.Meeting, 6, 5, "新增职能"))).Refusal.ShouldBeNull();
        (await scene.AsAsync("bureau", s => s.GetRequiredService<SetPlan>().RunAsync(2026, [], default))).Refusal!.Rule.ShouldBe("platform.forbidden");
    }

    [Fact]
    public async Task A_unit_enters_for_itself_alone_and_what_was_not_held_is_taken_out_again()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.DeclareAsync("county", "meeting", "全县秋收工作会议", i => i with { Unit = "望溪县" })).Refusal!.Rule.ShouldBe("platform.forbidden");
        var entered = (await scene.DeclareAsync("supervision", "meeting", "全县秋收工作会议", i => i with { Unit = "望溪县" })).Value.Entry;
        entered.IssuerId.ShouldBe(41);
        (await scene.AsAsync("county", s => s.GetRequiredService<DecideEntry>().WithdrawAsync(entered.Id, default))).Refusal!.Rule.ShouldBe("platform.not-found");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<DecideEntry>().WithdrawAsync(entered.Id, default))).Refusal.ShouldBeNull();
        (await scene.BoardAsync()).Lines.ShouldHaveSingleItem().Actual.ShouldBe(0);
    }

    [Fact]
    public async Task What_has_happened_is_not_taken_out_by_whoever_did_it()
    {
        await using var scene = await Scene.OpenAsync();
        var past = (await scene.DeclareAsync("county", "meeting", "全县秋收工作会议")).Value.Entry;
        (await scene.AsAsync("county", s => s.GetRequiredService<DecideEntry>().WithdrawAsync(past.Id, default))).Refusal!.Rule.ShouldBe("burdens.happened");
        var ahead = (await scene.DeclareAsync("county", "meeting", "冬季防火部署", i => i with { On = "2026-12-20" })).Value.Entry;
        (await scene.AsAsync("county", s => s.GetRequiredService<DecideEntry>().WithdrawAsync(ahead.Id, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("supervision", s => s.GetRequiredService<DecideEntry>().WithdrawAsync(past.Id, default))).Refusal.ShouldBeNull();
        (await scene.PlanAsync(new PlanForm(BurdenScene.Bureau, BurdenKind.Meeting, 6, 5, new string('长', 1001)))).Refusal!.Rule.ShouldBe("burdens.reason-length");
    }

    [Theory, Engines]
    public async Task Two_who_take_the_last_place_of_a_plan_at_once_do_not_both_get_it(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.PlanAsync(new PlanForm(BurdenScene.Bureau, BurdenKind.Pledge, 1, null, ""));
        var both = await Task.WhenAll(scene.DeclareAsync("bureau", "pledge", "安全生产责任状"), scene.DeclareAsync("bureau", "pledge", "节能降碳责任书"));
        both.Count(b => b.Succeeded).ShouldBe(1);
        (await scene.LineAsync(BurdenScene.Bureau, BurdenKind.Pledge)).Actual.ShouldBe(1);
    }

    [Fact]
    public async Task A_sheet_of_plans_goes_in_whole_or_names_what_is_wrong_row_by_row()
    {
        await using var scene = await Scene.OpenAsync();
        await using var bad = await SheetAsync(("市财政局", "会议", "5", 6), ("不存在的局", "会议", "5", 6), ("市财政局", "聚会", "5", 6));
        var no = (await ImportAsync(scene, bad)).Refusal!;
        no.Message.ShouldContain("第3行");
        no.Message.ShouldContain("第4行");
        await using var good = await SheetAsync(("市财政局", "会议", "5", 6), ("市财政局", "文件", "", null));
        (await ImportAsync(scene, good)).Value.ShouldBe(1);
        (await scene.LineAsync(51, BurdenKind.Meeting)).ShouldSatisfyAllConditions(l => l.Planned.ShouldBe(5), l => l.LastYear.ShouldBe(6));
    }

    private static Task<Outcome<int>> ImportAsync(Scene scene, Stream file) =>
        scene.AsAsync("supervision", s => s.GetRequiredService<ImportPlan>().RunAsync(2026, file, default));

    private static Task<FileStream> SheetAsync(params (string Unit, string Kind, string Planned, int? Last)[] rows) => WorkbookDownload.ToTemporaryFileAsync(book =>
    {
        book.StartSheet("年度计划", new Column("单位*"), new Column("种类*"), new Column("计划*"), new Column("上年实际"), new Column("增加的理由"));
        foreach (var (unit, kind, planned, last) in rows) book.Row(unit, kind, planned, last, default);
        return Task.CompletedTask;
    });

    private static Task<string?> DecideAsync(Scene scene, string login, long id, string words) =>
        scene.AsAsync(login, async s => (await s.GetRequiredService<DecideEntry>().RunAsync(id, true, words, default)).Refusal?.Rule);
}
