using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Visits;

/// Somebody goes and looks: what he saw is kept, what he found becomes work, and what is not as reported is not closed.
public sealed class VisitTests
{
    private static readonly VisitInput Visit = new()
    {
        Way = "unannounced",
        On = "2026-11-23",
        Place = "听泉区三处在建停车场",
        Seen = "两处已经投用，一处仍是空地。",
        Fits = "no",
        Disciplined = true,
        Team = [("officer", "绳必果"), ("expert", "沐清川、许望舒")],
        Findings = [("东门停车场没有开工", "听泉区"), ("标线不清", "")],
    };

    [Theory, Engines]
    [Trait("req", "M7-B18")]
    [Trait("req", "M7-B90")]
    [Trait("req", "M7-B106")]
    [Trait("req", "M7-B84")]
    [Trait("req", "M7-A04")]
    [Trait("req", "M7-A11")]
    [Trait("req", "M7-B30")]
    public async Task What_is_found_on_a_visit_becomes_a_task_or_is_settled_and_the_unit_does_not_read_the_visit(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await RecordAsync(scene, "bureau", code, Visit)).ShouldBe("platform.forbidden");
        (await RecordAsync(scene, "supervision", code, Visit)).ShouldBe("ok");
        var item = (await scene.ItemAsync("supervision", code))!;
        var visit = item.Visits.ShouldHaveSingleItem();
        visit.Team.Select(m => (m.Name, m.Kind)).ShouldBe([("绳必果", "officer"), ("沐清川", "expert"), ("许望舒", "expert")]);
        (visit.Visit.Fits, visit.Findings.Count, visit.Findings[0].UnitId).ShouldBe((false, 2, 43));
        item.Trail.ShouldContain(t => t.Text == "登记督查情况" && t.Quote!.Contains("暗访，与报来情况不符"));
        var seenByUnit = (await scene.ItemAsync("bureau", code))!;
        seenByUnit.Visits.ShouldBeEmpty();
        seenByUnit.Trail.ShouldAllBe(t => !t.Text.Contains("暗访"));

        var input = new TaskInput { Title = "东门停车场开工", Lead = "听泉区", Due = "2026-12-31" };
        (await TaskAsync(scene, code, visit.Findings[0].Id, input with { Due = "2026-11-01" })).ShouldBe("supervision.due-past");
        (await TaskAsync(scene, code, visit.Findings[0].Id, input with { Lead = "" })).ShouldBe("supervision.missing");
        (await TaskAsync(scene, code, visit.Findings[0].Id, input, cause: " ")).ShouldBe("supervision.missing");
        (await TaskAsync(scene, code, visit.Findings[0].Id, input)).ShouldBe("ok");
        (await TaskAsync(scene, code, visit.Findings[0].Id, input)).ShouldBe("supervision.finding-task");
        (await scene.DeskAsync("supervision")).ToDo.ShouldContain(r => r.Code == code && r.Step == "督办交办");
        (await scene.SendAsync(code)).Refusal.ShouldBeNull();
        (await scene.ItemAsync("supervision", code))!.Tasks.Select(t => (t.Task.Number, t.Lead, t.Task.State)).ShouldBe([(1, "市发展改革委", TaskState.Running), (2, "听泉区", TaskState.Delivered)]);
        (await SettleAsync(scene, code, visit.Findings[1].Id, "")).ShouldBe("supervision.missing");
        (await SettleAsync(scene, code, visit.Findings[1].Id, "当日重划。", cause: "")).ShouldBe("supervision.missing");
        (await SettleAsync(scene, code, visit.Findings[1].Id, "当日重划。", unit: "")).ShouldBe("supervision.missing");
        (await SettleAsync(scene, code, visit.Findings[1].Id, "当日重划，照片为证。")).ShouldBe("ok");
        (await SettleAsync(scene, code, visit.Findings[1].Id, "再来一次")).ShouldBe("supervision.finding-settled");
    }

    [Theory, Engines]
    public async Task A_record_sent_again_because_its_answer_was_lost_counts_once(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        (await RecordAsync(scene, "supervision", code, Visit with { Once = "aa11" })).ShouldBe("ok");
        (await RecordAsync(scene, "supervision", code, Visit with { Once = "aa11" })).ShouldBe("form.once");
        (await RecordAsync(scene, "supervision", code, Visit with { Once = "bb22", Place = "" })).ShouldBe("supervision.missing");
        (await RecordAsync(scene, "supervision", code, Visit with { Once = "bb22" })).ShouldBe("ok", "a refused record may be sent again when it is mended");
        (await scene.ItemAsync("supervision", code))!.Visits.Count.ShouldBe(2);
    }

    [Fact]
    [Trait("req", "M7-B14")]
    public async Task What_the_city_finds_a_district_mends_and_what_a_county_cannot_solve_comes_up_to_the_city()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "青禾县", Measure = "新增泊位500个" }] });
        await scene.DoAsync("county", code, Do(TaskVerb.Receive));
        (await RecordAsync(scene, "supervision", code, Visit with { Findings = [("南门停车场没有开工", "青禾县")] })).ShouldBe("ok");
        var finding = (await scene.ItemAsync("supervision", code))!.Visits.Single().Findings.Single().Id;
        (await TaskAsync(scene, code, finding, new TaskInput { Title = "南门停车场开工", Lead = "青禾县", Due = "2026-12-31" })).ShouldBe("ok");
        (await scene.SendAsync(code)).Refusal.ShouldBeNull();
        (await scene.DeskAsync("county")).ToDo.ShouldContain(r => r.Code == code && r.Step == "督办签收");
        (await scene.AsAsync("county", s => s.GetRequiredService<Zhongshu.Modules.Supervision.Follow.AskHelp>().AskAsync(code, 1, "land", "用地指标县里解决不了。", default))).Refusal.ShouldBeNull();
        (await scene.DeskAsync("supervision")).ToDo.ShouldContain(r => r.Code == code && r.Step.Contains("求助"));
    }

    [Fact]
    [Trait("req", "M7-B104")]
    [Trait("req", "M7-B53")]
    public async Task What_must_be_seen_is_closed_only_after_a_visit_since_the_feedback_that_found_it_as_reported()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Source = "inspection", Origin = "生态环保督察反馈第3项" });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await RecordAsync(scene, "supervision", code, Visit with { Fits = "yes", Findings = [] })).ShouldBe("ok");
        scene.Clock.Pass(TimeSpan.FromHours(1));
        await scene.DoAsync("bureau", code, Done());
        var close = Do(TaskVerb.Close) with { Ways = ["onsite"] };
        (await scene.TaskAsync("supervision", code, close)).Refusal!.Rule.ShouldBe("supervision.onsite-record");
        scene.Clock.Pass(TimeSpan.FromHours(1));
        await RecordAsync(scene, "supervision", code, Visit);
        (await scene.TaskAsync("supervision", code, close)).Refusal!.Rule.ShouldBe("supervision.onsite-failed");
        await RecordAsync(scene, "supervision", code, Visit with { Fits = "yes", Findings = [] });
        await scene.DoAsync("supervision", code, close);
    }

    [Theory]
    [InlineData("way", "没有的方式")]
    [InlineData("on", "2026-11-24")]
    [InlineData("place", "")]
    [InlineData("seen", "")]
    [InlineData("fits", "")]
    [InlineData("team", "")]
    [InlineData("finding", "没有的单位")]
    public async Task A_record_says_when_where_who_what_and_whether_it_fits(string field, string value)
    {
        var input = field switch
        {
            "way" => Visit with { Way = value },
            "on" => Visit with { On = value },
            "place" => Visit with { Place = value },
            "seen" => Visit with { Seen = value },
            "fits" => Visit with { Fits = value },
            "team" => Visit with { Team = [("officer", value)] },
            _ => Visit with { Findings = [("问题", value)] },
        };
        await using var scene = await Scene.OpenAsync();
        var book = await scene.AsAsync("supervision", async s => await s.GetRequiredService<Office>().BookAsync(default));
        VisitRules.Decide(Visit, Tasks.Book, book, Tasks.Monday).Refusal.ShouldBeNull();
        VisitRules.Decide(input, Tasks.Book, book, Tasks.Monday).Refusal!.Field.ShouldBe(field);
    }

    [Fact]
    [Trait("req", "M7-B77")]
    public async Task A_visit_is_written_down_on_its_page_with_photographs_and_the_rules_of_conduct_checked()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("do", "docket"));
        var path = docketed.Location!.Replace("/letter", "", StringComparison.Ordinal);
        var page = await officer.GetAsync($"{path}/visits/new");
        using var photo = new ByteArrayContent([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1]);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { new StringContent(page.Page.QuerySelector("form.file-drop input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" }, { photo, "file", "现场.png" } };
        using var sent = await officer.Http.PostAsync(new Uri($"{path}/visits/files", UriKind.Relative), form);
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var withPhoto = await officer.GetAsync(sent.Headers.Location!.ToString());
        withPhoto.Text.ShouldContain("现场.png");
        (string, string)[] fields = [("way", "onsite"), ("place", "东门停车场"), ("seen", "已经投用。"), ("fits", "yes")];
        (await officer.SubmitAsync(withPhoto, "form#visit", fields)).Text.ShouldContain("请对照督查纪律");
        (await officer.SubmitAsync(withPhoto, "form#visit", [.. fields, ("disciplined", "true")])).Status.ShouldBe(HttpStatusCode.Redirect);
        var item = await officer.GetAsync(path);
        item.Text.ShouldContain("东门停车场");
        var src = item.Page.QuerySelector(".photos img")!.GetAttribute("src")!;
        (await officer.GetAsync(src)).Status.ShouldBe(HttpStatusCode.OK);
        await officer.SubmitAsync(await officer.GetAsync($"{path}/letter"), "form.letter-draft");
        var bureau = await office.SignedInAsAsync("bureau");
        (await bureau.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
        (await bureau.GetAsync(src)).Status.ShouldBe(HttpStatusCode.NotFound, "a unit that reads the item does not get what was photographed on a visit");
    }

    private static async Task<string> RecordAsync(Scene scene, string login, string code, VisitInput input) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<RecordVisit>().RunAsync(code, input, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> TaskAsync(Scene scene, string code, long finding, TaskInput input, string cause = "用地手续没有办完。") =>
        (await scene.AsAsync("supervision", s => s.GetRequiredService<RecordVisit>().TaskAsync(code, finding, cause, input, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> SettleAsync(Scene scene, string code, long finding, string how, string cause = "施工疏漏。", string unit = "听泉区") =>
        (await scene.AsAsync("supervision", s => s.GetRequiredService<RecordVisit>().SettleAsync(code, finding, new FindingSettled(cause, unit, how), default))).Refusal?.Rule ?? "ok";
}
