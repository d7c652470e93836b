using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Inspections;
using Zhongshu.Modules.Supervision.Talks;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// Doubts are cleared up, difficulties coordinated, laggards summoned, and all of it counted.
public sealed class TalkTests
{
    private static readonly TalkInput Doubt = new() { Kind = "doubt", On = "2026-11-23", With = "报件单位承办处", Issue = "批示中的“有关部门”指哪几家。", Result = "指发改、住建两家。" };

    [Theory, Engines]
    [Trait("req", "M7-B41")]
    [Trait("req", "M7-B63")]
    [Trait("req", "M7-B110")]
    [Trait("req", "M7-B20")]
    [Trait("req", "M7-A06")]
    public async Task A_doubt_stays_in_the_office_what_was_coordinated_is_read_by_the_units_and_each_kind_is_counted(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        (await RecordAsync(scene, "bureau", code, Doubt)).ShouldBe("platform.forbidden");
        (await RecordAsync(scene, "supervision", code, Doubt)).ShouldBe("ok");
        foreach (var kind in new[] { "coordination", "single", "summons", "guidance", "guidance" })
            (await RecordAsync(scene, "supervision", code, Doubt with { Kind = kind, Issue = "供地手续", Result = "自然资源局月底前办结，每周报进度。" })).ShouldBe("ok", kind);
        (await scene.ItemAsync("supervision", code))!.Talks.Count.ShouldBe(6);
        var unit = (await scene.ItemAsync("bureau", code))!;
        unit.Talks.Select(t => t.Kind).Distinct().ShouldBe(["guidance", "summons", "single", "coordination"]);
        unit.Trail.ShouldAllBe(t => !t.Text.Contains("报件单位承办处") || !t.Text.Contains("疑惑"));
        var counted = await scene.AsAsync("supervision", s => RecordTalk.CountAsync(s.GetRequiredService<Office>(), new(2026, 1, 1), new(2026, 12, 31), default));
        (counted["guidance"], counted["summons"], counted["doubt"]).ShouldBe((2, 1, 1));
    }

    [Fact]
    [Trait("req", "M7-B31")]
    public void A_talk_is_before_during_or_after_the_work_by_its_day()
    {
        var talk = new Talk { Kind = "joint", With = "各单位", Issue = "分工", Result = "明确", RecordedBy = "甲", On = new DateOnly(2026, 11, 20) };
        talk.PhaseIn(null, null).ShouldBe("事前");
        talk.PhaseIn(new DateOnly(2026, 11, 21), null).ShouldBe("事前");
        talk.PhaseIn(new DateOnly(2026, 11, 20), null).ShouldBe("事中");
        talk.PhaseIn(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 20)).ShouldBe("事中");
        talk.PhaseIn(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 19)).ShouldBe("事后");
    }

    [Theory]
    [InlineData("kind", "闲聊")]
    [InlineData("on", "2026-11-24")]
    [InlineData("with", "")]
    [InlineData("issue", "")]
    [InlineData("result", "")]
    public void A_talk_says_with_whom_about_what_and_what_came_of_it(string field, string value)
    {
        var kinds = Tasks.Book.Value(SupervisionRules.TalkKinds);
        var wrong = field switch { "kind" => Doubt with { Kind = value }, "on" => Doubt with { On = value }, "with" => Doubt with { With = value }, "issue" => Doubt with { Issue = value }, _ => Doubt with { Result = value } };
        Doubt.Decide(kinds, Tasks.Monday).Value.ShouldBe(Tasks.Monday);
        wrong.Decide(kinds, Tasks.Monday).Refusal!.Field.ShouldBe(field);
    }

    [Theory, Engines]
    [Trait("req", "M7-B67")]
    [Trait("req", "M7-A01")]
    public async Task Visits_are_counted_by_their_way_and_say_what_was_looked_at(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        var visit = new VisitInput { Way = "direct", On = "2026-11-23", Place = "东门", Seen = "已经开工。", Fits = "yes", Disciplined = true, Team = [("officer", "绳必果")], Points = ["任务", "进度", "作风"] };
        foreach (var way in new[] { "direct", "direct", "daily" }) (await VisitAsync(scene, code, visit with { Way = way })).ShouldBe("ok");
        (await VisitAsync(scene, code, visit with { Points = ["服装"] })).ShouldBe("supervision.missing");
        Tasks.Book.Value(SupervisionRules.VisitPoints).ShouldBe(["任务", "进度", "成效", "认识", "责任", "作风"]);
        (await scene.ItemAsync("supervision", code))!.Visits[0].Visit.Points.ShouldBe("任务、进度、作风");
        (await scene.AsAsync("supervision", s => VisitCount.OfYearAsync(s.GetRequiredService<Office>(), 2026, default))).ShouldBe([("日常督促", 1), ("四不两直", 2)], ignoreOrder: true);
        (await scene.AsAsync("supervision", s => VisitCount.OfYearAsync(s.GetRequiredService<Office>(), 2025, default))).ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M7-B21")]
    public void Rounds_are_as_many_as_reached_every_place()
    {
        VisitCount.Rounds([40, 41], []).ShouldBe(0);
        VisitCount.Rounds([40, 41], [[40, 41], [40]]).ShouldBe(1);
        VisitCount.Rounds([40, 41], [[40, 41], [40, 41, 50], [41, 40]]).ShouldBe(3);
        VisitCount.Rounds([], [[40]]).ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M7-B81")]
    public async Task Several_offices_may_inspect_together()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var page = await officer.GetAsync("/supervision/inspections/new?together=true");
        page.Page.QuerySelectorAll("#kind option").Select(o => o.TextContent).ShouldContain("联合督查");
        page.Text.ShouldNotContain("合并成一次综合督查");
        var year = TestClock.MondayMorning.Year + 1;
        (await officer.SubmitAsync(page, "form#inspection", ("title", "党政联合督查"), ("kind", "joint"), ("from", $"{year}-03-01"), ("to", $"{year}-03-05"), ("targets", "听泉区"))).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Talks_are_written_on_their_page()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("do", "docket"));
        var path = docketed.Location!.Replace("/letter", "", StringComparison.Ordinal);
        var page = await officer.GetAsync($"{path}/talks");
        (await officer.SubmitAsync(page, "form#talk", ("with", "报件单位"))).Text.ShouldContain("请写明疑惑、议题或困难是什么");
        (await officer.SubmitAsync(page, "form#talk", ("with", "报件单位"), ("issue", "牵头单位不明"), ("result", "由发改委牵头"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(path)).Text.ShouldContain("由发改委牵头");
        (await officer.GetAsync("/supervision/inspections")).Text.ShouldContain("批示疑惑沟通1次");
    }

    private static async Task<string> RecordAsync(Scene scene, string login, string code, TalkInput talk) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<RecordTalk>().RunAsync(code, talk, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> VisitAsync(Scene scene, string code, VisitInput visit) =>
        (await scene.AsAsync("supervision", s => s.GetRequiredService<RecordVisit>().RunAsync(code, visit, default))).Refusal?.Rule ?? "ok";
}
