using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Joint;

/// Before a letter goes: the material is sorted out, and the units say whether the task is theirs.
public sealed class AgreementTests
{
    private static readonly DocketInput Joint = Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Support = "青禾县、市人大办" }] };

    [Theory, Engines]
    [Trait("req", "M7-B44")]
    public async Task The_units_agree_or_differ_before_the_letter_and_it_goes_over_a_difference_only_with_a_reason(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = (await scene.DocketAsync(Joint)).Value.Code;
        (await scene.ItemAsync("bureau", code)).ShouldBeNull();
        (await AnswerAsync(scene, "supervision", code, new(true, "") { Unit = "青禾县", Person = "某同志" })).ShouldBe("supervision.agreement-none");
        (await AskAsync(scene, "supervision", code)).ShouldBe("3");
        (await AskAsync(scene, "supervision", code)).ShouldBe("supervision.agreement-asked");
        (await AskAsync(scene, "bureau", code)).ShouldBe("platform.forbidden");
        (await scene.DeskAsync("bureau")).ToDo.ShouldContain(r => r.Code == code && r.Step == "交办前征求意见");
        (await scene.ItemAsync("bureau", code))!.Matter.Holder.ShouldNotContain("发展改革");

        (await AnswerAsync(scene, "bureau", code, new(true, ""))).ShouldBe("ok");
        (await scene.DeskAsync("bureau")).ToDo.ShouldNotContain(r => r.Code == code);
        (await AnswerAsync(scene, "county", code, new(false, ""))).ShouldBe("supervision.missing");
        (await AnswerAsync(scene, "county", code, new(false, "用地不在本县。"))).ShouldBe("ok");
        // A unit with nobody on the platform answers by telephone; who said it is written down.
        (await AnswerAsync(scene, "supervision", code, new(true, "") { Unit = "市人大办" })).ShouldBe("supervision.missing");
        (await AnswerAsync(scene, "supervision", code, new(true, "") { Unit = "市人大办", Person = "秦远" })).ShouldBe("ok");
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Agreements.Select(a => (a.Agreement.State, a.Agreement.PersonName.Length > 0)).ShouldBe([(CountersignState.Agreed, true), (CountersignState.Differs, true), (CountersignState.Agreed, true)], ignoreOrder: true);

        (await scene.SendAsync(code)).Refusal!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("supervision.agreement-differs"), r => r.Message.ShouldContain("青禾县"));
        (await scene.SendAsync(code, new LetterWords { Despite = "县里部分用地确需配合。" })).Refusal.ShouldBeNull();
        (await scene.ItemAsync("supervision", code))!.Trail[0].Quote!.ShouldContain("县里部分用地确需配合");
        (await AnswerAsync(scene, "county", code, new(true, ""))).ShouldBe("supervision.agreement-sent");
    }

    [Fact]
    public async Task A_letter_takes_open_questions_off_the_desks()
    {
        await using var scene = await Scene.OpenAsync();
        var code = (await scene.DocketAsync(Meeting)).Value.Code;
        await AskAsync(scene, "supervision", code);
        (await scene.SendAsync(code)).Refusal.ShouldBeNull();
        (await scene.DeskAsync("bureau")).ToDo.Select(r => r.Step).ShouldBe(["督办签收"]);
    }

    [Fact]
    [Trait("req", "M7-B103")]
    [Trait("req", "M7-A20")]
    public async Task What_a_leader_instructed_on_is_sorted_out_before_it_is_sent_and_may_have_a_scheme_of_its_own()
    {
        await using var scene = await Scene.OpenAsync();
        var (source, opinion) = await scene.InstructedAsync();
        var code = (await scene.DocketAsync(new DocketInput { Title = "重大项目建设", From = source, Opinion = opinion, Tasks = [new TaskInput { Lead = "市发展改革委" }] })).Value.Code;
        var no = (await scene.SendAsync(code, new LetterWords())).Refusal!;
        (no.Rule, no.Field, no.Message.Contains("报件初衷、核心观点、来龙去脉", StringComparison.Ordinal)).ShouldBe(("supervision.digest", "purpose", true));
        (await SortAsync(scene, "bureau", code, Sorted)).ShouldBe("platform.forbidden");
        (await SortAsync(scene, "supervision", code, Sorted with { Course = "" })).ShouldBe("ok");
        (await scene.SendAsync(code, new LetterWords())).Refusal!.Field.ShouldBe("course");
        (await SortAsync(scene, "supervision", code, Sorted with { Scheme = "每周到现场一次。" })).ShouldBe("ok");
        (await scene.SendAsync(code, new LetterWords())).Refusal.ShouldBeNull();
        (await scene.ItemAsync("supervision", code))!.Item.Scheme.ShouldBe("每周到现场一次。");
    }

    [Fact]
    public async Task Agreement_is_asked_and_given_on_the_pages()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("support", "青禾县"), ("do", "docket"));
        var path = docketed.Location!.Replace("/letter", "", StringComparison.Ordinal);
        var letter = await officer.FollowAsync(docketed);
        letter.Text.ShouldContain("成果和标准没有写");
        (await officer.SubmitAsync(letter, "form.letter-draft", ("do", "ask"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var bureau = await office.SignedInAsAsync("bureau");
        (await bureau.GetAsync(path)).Page.QuerySelector("a[href*='/agreement/1']").ShouldNotBeNull();
        var page = await bureau.GetAsync($"{path}/agreement/1");
        (await bureau.SubmitAsync(page, "form#agreement", ("do", "differ"))).Text.ShouldContain("有不同意见的，请写明");
        (await bureau.SubmitAsync(page, "form#agreement", ("do", "differ"), ("words", "时限太紧。"))).Status.ShouldBe(HttpStatusCode.Redirect);
        var again = await officer.GetAsync($"{path}/letter");
        again.Text.ShouldContain("时限太紧");
        (await officer.SubmitAsync(again, "form.letter-draft", ("do", "send"))).Text.ShouldContain("请先会商调整任务");
        (await officer.SubmitAsync(await officer.GetAsync($"{path}/agreement/1"), "form#agreement", ("do", "agree"), ("unit", "青禾县"), ("person", "秦远"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync(await officer.GetAsync($"{path}/letter"), "form.letter-draft", ("do", "send"), ("despite", "汛期前必须完成。"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.SubmitAsync(await officer.GetAsync($"{path}/material"), "form#material", ("purpose", "请求立项"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync(path)).Text.ShouldContain("请求立项");
        (await bureau.GetAsync(path)).Text.ShouldNotContain("请求立项");
    }

    private static async Task<string> AskAsync(Scene scene, string login, string code)
    {
        var done = await scene.AsAsync(login, s => s.GetRequiredService<AskAgreement>().AskAsync(code, default));
        return done.Succeeded ? $"{done.Value}" : done.Refusal.Rule;
    }

    private static async Task<string> AnswerAsync(Scene scene, string login, string code, AgreementAnswer answer) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<AskAgreement>().AnswerAsync(code, 1, answer, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> SortAsync(Scene scene, string login, string code, Digest digest) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<SortMaterial>().RunAsync(code, digest, default))).Refusal?.Rule ?? "ok";
}
