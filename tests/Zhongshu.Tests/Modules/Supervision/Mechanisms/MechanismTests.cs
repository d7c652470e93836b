using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision.Mechanisms;

/// Standing ways of working together: who is in them, when they were last held, what they carry on.
public sealed class MechanismTests
{
    private static readonly MechanismInput Force = new("force", "重点项目监督检查专班", "2026-11-02", "绳必果 督查科 组长\n江映雪 市发展改革委");

    [Theory]
    [InlineData("联席会议", "联合督查", "交流督查", "聘请督查专员")]
    [InlineData("督纪联动", "督巡联动", "督审联动", "督考联动")]
    [InlineData("项目和招商周解扣", "企业周解难", "群众周解忧", "监督检查专班")]
    public void The_kinds_that_offices_keep_are_all_there(string one, string two, string three, string four) =>
        new[] { one, two, three, four }.ShouldBeSubsetOf(Tasks.Book.Value(MechanismRules.Kinds).Select(k => k.Word));

    [Fact]
    [Trait("req", "M7-B76")]
    public void A_weekly_mechanism_is_due_every_five_workdays_and_says_how_often_a_topic_was_carried_on()
    {
        var weekly = Tasks.Book.Value(MechanismRules.Kinds).Single(k => k.Id == "knots");
        var calendar = Tasks.Book.Calendar;
        MechanismRules.NextOn(weekly, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 16), calendar).ShouldBe(new DateOnly(2026, 11, 23));
        MechanismRules.NextOn(weekly, new DateOnly(2026, 11, 2), null, calendar).ShouldBe(new DateOnly(2026, 11, 9));
        MechanismRules.Carried(weekly, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 6), calendar).ShouldBe(0);
        MechanismRules.Carried(weekly, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 9), calendar).ShouldBe(1);
        MechanismRules.Carried(weekly, new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 23), calendar).ShouldBe(3);
    }

    [Theory, Engines]
    [Trait("req", "M7-A23")]
    [Trait("req", "M7-B69")]
    [Trait("req", "M7-B75")]
    [Trait("req", "M7-B79")]
    public async Task A_task_force_is_kept_with_its_people_its_meetings_and_topics_until_each_is_settled(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepMechanism>().OpenAsync(Force, null, default))).Refusal!.Rule.ShouldBe("platform.forbidden");
        foreach (var (wrong, field) in new[] { (Force with { Kind = "没有" }, "kind"), (Force with { Title = " " }, "title"), (Force with { Since = "2026-11-24" }, "since"), (Force with { Members = "" }, "members") })
            (await OpenAsync(scene, wrong)).Refusal!.Field.ShouldBe(field);
        var id = (await OpenAsync(scene, Force)).Value;
        var topic = new TopicInput("东门地块供地手续", "市自然资源局", "问题互商", "2026-11-10");
        (await ActAsync(scene, k => k.RaiseAsync(id, topic with { Exchange = "互相推" }, null, default))).ShouldBe("supervision.missing");
        (await ActAsync(scene, k => k.RaiseAsync(id, topic, null, default))).ShouldBe("ok");
        (await ActAsync(scene, k => k.HoldAsync(id, "2026-11-01", "会商供地。", null, default))).ShouldBe("supervision.missing", "not before it began");
        (await ActAsync(scene, k => k.HoldAsync(id, "2026-11-20", "会商供地，月底前办结。", null, default))).ShouldBe("ok");
        var raised = await scene.AsAsync("supervision", s => s.GetRequiredService<Office>().Db.Set<MechanismTopic>().SingleAsync());
        (raised.Exchange, raised.Who, raised.SettledOn).ShouldBe(("问题互商", "市自然资源局", null));
        (await ActAsync(scene, k => k.SettleAsync(id, raised.Id, "", null, default))).ShouldBe("supervision.missing");
        (await ActAsync(scene, k => k.SettleAsync(id, raised.Id, "手续已办结。", null, default))).ShouldBe("ok");
        (await ActAsync(scene, k => k.SettleAsync(id, raised.Id, "再来一次", null, default))).ShouldBe("supervision.topic-settled");
        (await ActAsync(scene, k => k.EndAsync(id, null, default))).ShouldBe("ok");
        (await ActAsync(scene, k => k.RaiseAsync(id, topic, null, default))).ShouldBe("supervision.mechanism-ended");
        var kept = await scene.AsAsync("supervision", s => KeepMechanism.Mine(s.GetRequiredService<Office>()).SingleAsync());
        (kept.LastOn, kept.EndedOn).ShouldBe((new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 23)));
    }

    [Fact]
    [Trait("req", "M15-B06")]
    [Trait("req", "M15-B37")]
    public async Task A_quarter_without_its_meeting_on_burdens_is_told_on_the_page()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        (await officer.GetAsync("/supervision/mechanisms")).Text.ShouldContain("还没有登记督查机制");
        foreach (var kind in new[] { "relief", "conduct" })
            (await officer.SubmitAsync(await officer.GetAsync("/supervision/mechanisms/new"), "form#mechanism", ("kind", kind), ("title", kind == "relief" ? "减负专项机制" : "常委会作风议题"), ("since", "2024-01-05"), ("members", "市委办公室\n市政府办公室"))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect, kind);
        var list = await officer.GetAsync("/supervision/mechanisms");
        list.Page.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ShouldAllBe(t => t.Contains("应开展"));
        var page = await officer.GetAsync(list.Page.QuerySelector("tbody a")!.GetAttribute("href")!.Insert(0, "/"));
        (await officer.SubmitAsync(page, "form#hold", ("conclusion", "研判文件会议数量，均未超计划。"))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        (await officer.GetAsync("/supervision/mechanisms")).Page.QuerySelectorAll("tbody tr").Count(r => r.TextContent.Contains("应开展")).ShouldBe(1);
        (await (await office.SignedInAsAsync("bureau")).GetAsync("/supervision/mechanisms")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private static Task<Outcome<long>> OpenAsync(Scene scene, MechanismInput input) => scene.AsAsync("supervision", s => s.GetRequiredService<KeepMechanism>().OpenAsync(input, null, default));

    private static async Task<string> ActAsync(Scene scene, Func<KeepMechanism, Task<Outcome<Done>>> act) => (await scene.AsAsync("supervision", s => act(s.GetRequiredService<KeepMechanism>()))).Refusal?.Rule ?? "ok";
}
