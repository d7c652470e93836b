using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Joint;

/// What several units report together is signed by each; what was promised stands beside what came of it.
public sealed class JointFeedbackTests
{
    private static readonly DocketInput Joint = Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Support = "青禾县、市人大办" }] };

    [Theory, Engines]
    [Trait("req", "M7-B51")]
    public async Task A_joint_feedback_goes_to_the_office_when_the_supporting_units_signed_or_with_a_reason(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Joint);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "方案已会商。") with { Progress = 30, Countersign = true });
        var feedback = await LastAsync(scene, "bureau", code);
        // The other office has nobody on the platform, so only the county is asked.
        feedback.Signs.Select(s => (s.Unit, s.Sign.State)).ShouldBe([("青禾县", CountersignState.Asked)]);
        (await scene.DeskAsync("county")).ToDo.ShouldContain(r => r.Code == code && r.Step == "会签反馈");
        (await scene.ItemAsync("bureau", code))!.Matter.Holder.ShouldNotContain("青禾县");
        (await scene.TaskAsync("bureau", code, Do(TaskVerb.ApproveFeedback, ""))).Refusal!.Rule.ShouldBe("supervision.unsigned");

        (await SignAsync(scene, "bureau", code, feedback.Feedback.Id, true)).ShouldBe("platform.forbidden");
        (await SignAsync(scene, "county", code, feedback.Feedback.Id, false, "")).ShouldBe("supervision.missing");
        (await SignAsync(scene, "county", code, feedback.Feedback.Id, false, "用地指标没有落实。")).ShouldBe("ok");
        (await SignAsync(scene, "county", code, feedback.Feedback.Id, true)).ShouldBe("supervision.signed");
        (await scene.DeskAsync("county")).ToDo.ShouldNotContain(r => r.Code == code && r.Step == "会签反馈");
        await scene.DoAsync("bureau", code, Do(TaskVerb.ApproveFeedback, ""));
        (await LastAsync(scene, "supervision", code)).Signs.Single().Sign.Words.ShouldBe("用地指标没有落实。");
        (await scene.ItemAsync("supervision", code))!.Tasks[0].Task.State.ShouldBe(TaskState.Checking);
    }

    [Fact]
    public async Task A_feedback_that_goes_on_without_a_signature_takes_the_paper_off_the_other_units_desk()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Joint);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "方案已会商。") with { Progress = 30, Countersign = true });
        await scene.DoAsync("bureau", code, Do(TaskVerb.ApproveFeedback, "汛情紧急，先行报送。"));
        (await scene.DeskAsync("county")).ToDo.ShouldNotContain(r => r.Code == code);
        var last = await LastAsync(scene, "supervision", code);
        (await SignAsync(scene, "county", code, last.Feedback.Id, true)).ShouldBe("supervision.signed");
    }

    [Fact]
    [Trait("req", "M7-B20")]
    public async Task What_was_promised_stands_beside_what_is_reported_next()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Joint);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "正在选址。") with { Progress = 10, Promise = "月底前完成全部选址。" });
        (await LastAsync(scene, "supervision", code)).Promised.ShouldBeEmpty();
        await scene.DoAsync("supervision", code, Do(TaskVerb.Accept));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "完成选址两处。") with { Progress = 20 });
        await scene.DoAsync("supervision", code, Do(TaskVerb.Accept));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "完成选址三处。") with { Progress = 30 });
        (await LastAsync(scene, "supervision", code)).Promised.ShouldBe("月底前完成全部选址。");
    }

    [Fact]
    public async Task Joint_feedback_is_written_and_signed_on_its_pages()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("support", "青禾县"), ("do", "docket"));
        var path = docketed.Location!.Replace("/letter", "", StringComparison.Ordinal);
        await SubmitAsync(officer, docketed.Location!, "form.letter-draft", ("advice", "请抓紧。"));
        var bureau = await office.SignedInAsAsync("bureau");
        await SubmitAsync(bureau, $"{path}/tasks/1/receive", "form[data-keep]", ("verb", "Receive"));
        (await SubmitAsync(bureau, $"{path}/feedback/1", "form[data-keep]", ("reason", "方案已会商。"), ("promise", "月底前开工。"), ("countersign", "true"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var county = await office.SignedInAsAsync("county");
        var sign = (await county.GetAsync(path)).Page.QuerySelector("a[href*='/countersign/']")!.GetAttribute("href")!;
        (await SubmitAsync(county, "/" + sign, "form#sign", ("do", "differ"))).Text.ShouldContain("有不同意见的，请写明");
        (await SubmitAsync(county, "/" + sign, "form#sign", ("do", "agree"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await SubmitAsync(bureau, $"{path}/tasks/1/approve", "form[data-keep]", ("verb", "ApproveFeedback"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(path)).Text.ShouldContain("青禾县 同意");
        (await bureau.GetAsync($"{path}/feedback/1")).Text.ShouldContain("月底前开工。");
    }

    private static async Task<Zhongshu.Modules.Supervision.Show.FeedbackView> LastAsync(Scene scene, string login, string code) => (await scene.ItemAsync(login, code))!.Tasks[0].Feedbacks[0];

    private static async Task<string> SignAsync(Scene scene, string login, string code, long feedback, bool agrees, string words = "") =>
        (await scene.AsAsync(login, s => s.GetRequiredService<SignFeedback>().SignAsync(code, feedback, agrees, words, default))).Refusal?.Rule ?? "ok";

    private static async Task<Answer> SubmitAsync(TestBrowser browser, string path, string selector, params (string, string)[] fields)
    {
        var page = await browser.GetAsync(path);
        var form = page.Page.QuerySelector(selector).ShouldNotBeNull(page.Text);
        if (string.IsNullOrEmpty(form.GetAttribute("action"))) form.SetAttribute("action", path);
        return await browser.SubmitAsync(page, selector, fields);
    }
}
