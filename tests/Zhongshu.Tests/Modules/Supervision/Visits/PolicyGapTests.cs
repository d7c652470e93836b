using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Database;
using Zhongshu.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Visits;

/// 政策温差: where a policy is carried out otherwise than it says, put down to a unit and followed until it is mended.
public sealed class PolicyGapTests
{
    private static readonly PolicyGap Gap = new("停车收费公示办法：收费标准上墙公示", "三处停车场没有公示，按次加价", "听泉区");

    [Theory, Engines]
    [Trait("req", "M7-B101")]
    public async Task A_gap_names_the_policy_what_differs_and_whose_it_is_and_is_followed_like_any_finding(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        var visit = new VisitInput { Way = "unannounced", On = "2026-11-23", Place = "东门", Seen = "收费没有公示。", Fits = "no", Disciplined = true, Team = [("officer", "绳必果")], Findings = [("收费没有公示", "")] };
        (await scene.AsAsync("supervision", s => s.GetRequiredService<RecordVisit>().RunAsync(code, visit, default))).Refusal.ShouldBeNull();
        var finding = (await scene.ItemAsync("supervision", code))!.Visits.Single().Findings.Single().Id;
        (await GapAsync(scene, "bureau", code, finding, Gap)).ShouldBe("platform.forbidden");
        foreach (var (wrong, field) in new[] { (Gap with { Policy = "" }, "policy"), (Gap with { Gap = " " }, "gap"), (Gap with { Unit = "不知道谁" }, "gapUnit") }) (await GapAsync(scene, "supervision", code, finding, wrong)).ShouldBe(field);
        (await GapAsync(scene, "supervision", code, finding, Gap)).ShouldBe("ok");
        var kept = await scene.AsAsync("supervision", s => s.GetRequiredService<OfficeDb>().Set<Finding>().SingleAsync());
        (kept.Policy, kept.Gap, kept.UnitId).ShouldBe((Gap.Policy, Gap.Gap, 43L));
        (await scene.AsAsync("supervision", s => s.GetRequiredService<RecordVisit>().TaskAsync(code, finding, "没有人管。", new TaskInput { Title = "收费公示上墙", Lead = "听泉区", Due = "2026-12-31" }, default))).Refusal.ShouldBeNull();
        (await GapAsync(scene, "supervision", code, finding, Gap)).ShouldBe("supervision.finding-task");
    }

    [Fact]
    [Trait("req", "M7-B101")]
    public async Task The_gaps_of_all_items_stand_under_their_policies_on_one_page()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        (await officer.GetAsync("/supervision/gaps")).Text.ShouldContain("还没有登记政策执行温差");
        var made = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "市政府第12次常务会议"), ("lead", "市发展改革委"), ("do", "docket"));
        var item = made.Location![..^"/letter".Length];
        (await officer.SubmitAsync(await officer.FollowAsync(made), "form.letter-draft")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync(await officer.GetAsync(item + "/visits/new"), "form#visit", ("place", "东门"), ("seen", "没有公示"), ("fits", "no"), ("finding", "收费没有公示"), ("findingUnit", ""), ("disciplined", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var found = (await officer.GetAsync(item)).Page.QuerySelector("a[href*='/findings/']")!.GetAttribute("href")!;
        (await officer.SubmitAsync(await officer.GetAsync("/" + found), "form#gap", ("policy", Gap.Policy), ("gap", Gap.Gap), ("unit", Gap.Unit))).Status.ShouldBe(HttpStatusCode.Redirect);
        var page = (await officer.GetAsync("/supervision/gaps")).Text;
        page.ShouldContain("登记1处，未解决1处，涉及政策1项");
        page.ShouldContain(Gap.Gap);
    }

    private static async Task<string> GapAsync(Scene scene, string login, string code, long finding, PolicyGap gap)
    {
        var done = await scene.AsAsync(login, s => s.GetRequiredService<RecordVisit>().GapAsync(code, finding, gap, default));
        return done.Succeeded ? "ok" : done.Refusal.Kind == Zhongshu.Platform.Decisions.RefusalKind.Conflict || done.Refusal.Field is null ? done.Refusal.Rule : done.Refusal.Field;
    }
}
