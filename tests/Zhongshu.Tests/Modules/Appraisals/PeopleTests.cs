using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Appraisals;
using Zhongshu.Modules.Appraisals.Notes;
using Zhongshu.Modules.Appraisals.People;
using Zhongshu.Modules.Appraisals.Schemes;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Modules.Defects;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Appraisals;

/// The post that answers for an indicator, the veto, the principles, and a person's year.
public sealed class PeopleTests
{
    private static readonly RuleBook Book = Supervision.Tasks.Book;

    private static readonly SchemeInput Scheme = new()
    {
        Title = "2026年度投资任务考核",
        From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 12, 31),
        Units = [50, 51],
        Parties = [40, 30, 30],
        Indicators = [new("投资任务完成实效", 60, "supervision.closed") { Post = "投资科科长" }, new("服务对象满意度", 40, Outside: true)],
    };

    private static readonly string[] Six = ["90", "85", "80", "88", "92", "86"];

    [Theory, Engines]
    [Trait("req", "M15-A16")]
    public async Task An_indicator_is_bound_to_the_post_that_answers_for_it_and_shows_there_with_its_marks(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await OpenAsync(scene, Scheme with { Indicators = [Scheme.Indicators[0] with { Post = new string('长', 61) }, Scheme.Indicators[1]] })).ShouldBe("appraisals.post");
        (await OpenAsync(scene, Scheme)).ShouldBe("ok");
        var duties = await scene.AsAsync("director", s => DutyIndicator.ReadAsync(s.GetRequiredService<Office>(), 2026, default));
        duties.Select(d => (d.Post, d.Indicator, d.UnitId, d.Weight)).OrderBy(d => d.UnitId).ShouldBe([("投资科科长", "投资任务完成实效", 50L, 60), ("投资科科长", "投资任务完成实效", 51L, 60)]);
        (await scene.AsAsync("director", s => DutyIndicator.ReadAsync(s.GetRequiredService<Office>(), 2025, default))).ShouldBeEmpty();
    }

    [Theory, Engines]
    [Trait("req", "M15-A17")]
    public async Task A_veto_needs_its_paper_is_kept_to_investment_and_puts_whoever_earned_nothing_behind_all_others(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var vetoed = Scheme with { Indicators = [Scheme.Indicators[0] with { Veto = true }, Scheme.Indicators[1]] };
        (await OpenAsync(scene, Scheme with { Indicators = [Scheme.Indicators[0], Scheme.Indicators[1] with { Veto = true }] })).ShouldBe("appraisals.veto");
        (await OpenAsync(scene, vetoed)).ShouldBe("appraisals.warned");
        (await OpenAsync(scene, vetoed with { Reason = "市委办〔2026〕3号第二条" })).ShouldBe("ok");

        var invest = new AppraisalIndicator { Id = 1, Title = "投资任务", Weight = 60, Figure = "supervision.closed", Full = 100, None = 0, IsVeto = true };
        var served = new AppraisalIndicator { Id = 2, Title = "满意度", Weight = 40, Figure = "burdens.rating", Full = 100, None = 0 };
        var figures = new Dictionary<(string, long), FigureTaken> { [("supervision.closed", 50)] = new(0, "", ""), [("burdens.rating", 50)] = new(100, "", ""), [("supervision.closed", 51)] = new(10, "", ""), [("burdens.rating", 51)] = new(10, "", ""), [("supervision.closed", 52)] = new(5, "", ""), [("burdens.rating", 52)] = new(5, "", "") };
        var scores = Scoring.Of(new ScorePapers([invest, served], [50, 51, 52], [40, 30, 30]) { Figures = figures });
        scores.Select(s => (s.UnitId, s.Place, s.Vetoed)).ShouldBe([(51L, 1, ""), (52L, 2, ""), (50L, 3, "投资任务")]);
        scores[2].Total.ShouldBe(40, "the marks stay as they are");
    }

    [Fact]
    [Trait("req", "M15-B22")]
    public async Task The_seven_principles_are_held_against_the_scheme_without_anything_filled_in()
    {
        await using var scene = await Scene.OpenAsync();
        (await OpenAsync(scene, Scheme)).ShouldBe("ok");
        var id = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<AppraisalScheme>().Select(s => s.Id).SingleAsync());
        async Task<string> HoldsAsync() => await scene.AsAsync("director", async s =>
        {
            var office = s.GetRequiredService<Office>();
            var checks = PrincipleCheck.Of((await AppraisalView.ReadAsync(office, id, default))!, await office.Db.Set<AppraisalNote>().ToListAsync(), await office.BookAsync(default), office.Rules);
            checks.Select(c => c.Word).ShouldBe(Book.Value(AppraisalRules.Principles));
            return string.Concat(checks.Select(c => c.Holds ? "●" : "○"));
        });
        (await HoldsAsync()).ShouldBe("●●●●●○●");
        foreach (var kind in new[] { "praise", "step" }) (await scene.AsAsync("director", s => s.GetRequiredService<NoteAppraisal>().AddAsync(id, new NoteInput(kind, 50, "2026-11-23", "投资进度快。"), null, default))).Refusal.ShouldBeNull();
        (await HoldsAsync()).ShouldBe("●●●●●●●");

        await using var other = await Scene.OpenAsync();
        var poor = Scheme with { Units = [50, 40], Parties = [100, 0, 0], Indicators = [new("发文数量", 100)], Reason = "沿用旧办法" };
        (await OpenAsync(other, poor)).ShouldBe("ok");
        var poorId = await other.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<AppraisalScheme>().Select(s => s.Id).SingleAsync());
        var held = await other.AsAsync("director", async s => PrincipleCheck.Of((await AppraisalView.ReadAsync(s.GetRequiredService<Office>(), poorId, default))!, [], await s.GetRequiredService<Office>().BookAsync(default), s.GetRequiredService<Office>().Rules));
        held.Where(c => c.Holds).Select(c => c.Word).ShouldBe(["从大从简"]);
    }

    [Theory, Engines]
    [Trait("req", "M15-A27")]
    [Trait("req", "M15-B30")]
    public async Task A_years_grade_rests_on_the_self_assessment_all_aspects_and_the_slips_and_only_fitting_rewards_follow(string engine)
    {
        Book.Value(PersonRules.Standards).ShouldBe(["快", "稳", "严", "准", "细", "实"]);
        await using var scene = await Scene.OpenAsync(engine);
        (await GradeAsync(scene, "director", 31, 90)).ShouldBe("appraisals.person-first");
        foreach (var wrong in new[] { Six[..5], [.. Six[..5], "101"], [.. Six[..5], "好"] }) (await SelfAsync(scene, "handler2", wrong)).ShouldBe("appraisals.person");
        (await SelfAsync(scene, "handler2", Six, " ")).ShouldBe("appraisals.person");
        (await SelfAsync(scene, "handler2", Six)).ShouldBe("ok");
        (await SelfAsync(scene, "county", Six)).ShouldBe("platform.not-found", "other units appraise their own");
        (await GradeAsync(scene, "head2", 31, 90)).ShouldBe("platform.forbidden");
        (await scene.AsAsync("director", s => s.GetRequiredService<AppraisePerson>().GradeAsync(31, ["90", "90"], "依据", null, default))).Refusal!.Message.ShouldContain("德、能、勤、绩、廉都要评");
        await scene.RegisterAsync("director", DefectScene.Slip with { Consequence = "corrected" });
        (await GradeAsync(scene, "director", 31, 91)).ShouldBe("ok");
        var row = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<PersonAppraisal>().SingleAsync());
        (row.Deducted, row.Total, row.Grade).ShouldBe((2, 89, "competent"));
        (await SelfAsync(scene, "handler2", Six)).ShouldBe("appraisals.person-graded");
        (await UseAsync(scene, 31, "commend")).ShouldBe("appraisals.person-use", "no reward for the merely competent");
        (await UseAsync(scene, 31, "adjust")).ShouldBe("appraisals.person-use", "and no punishment either");
        (await UseAsync(scene, 31, "encourage")).ShouldBe("ok");
        (await GradeAsync(scene, "director", 31, 60)).ShouldBe("appraisals.person-used");
    }

    [Fact]
    [Trait("req", "M15-A27")]
    [Trait("req", "M15-B30")]
    public async Task One_assesses_oneself_on_a_page_and_is_graded_on_another()
    {
        await using var office = await TestOffice.StartAsync();
        var handler = await office.SignedInAsAsync("handler2");
        var form = await handler.GetAsync("/appraisals/people");
        form.Page.QuerySelectorAll("#self input[name=mark]").Length.ShouldBe(6);
        (await handler.SubmitAsync(form, "form#self")).Text.ShouldContain("逐项自评");
        using var self = new FormUrlEncodedContent([.. form.Page.QuerySelectorAll("form#self input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")), .. Six.Select(m => KeyValuePair.Create("mark", m)), KeyValuePair.Create("words", "按时办结。")]);
        (await handler.Http.PostAsync(new Uri("/appraisals/people", UriKind.Relative), self)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        var director = await office.SignedInAsAsync("director");
        (await director.GetAsync("/appraisals/people")).Text.ShouldContain("已自评1人");
        var person = $"/appraisals/people/{TestOffice.PersonOf("handler2")}";
        (await director.GetAsync(person)).Text.ShouldContain("快90，稳85，严80，准88，细92，实86。按时办结。");
        (await director.SubmitAsync(await director.GetAsync(person), "form#grade", ("words", "好"))).Text.ShouldContain("都要评");
        (await director.GetAsync("/appraisals/people/340")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await (await office.SignedInAsAsync("head2")).GetAsync(person)).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private static async Task<string> OpenAsync(Scene scene, SchemeInput input) => (await scene.AsAsync("director", s => s.GetRequiredService<OpenScheme>().RunAsync(input, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> SelfAsync(Scene scene, string login, string[] marks, string words = "按时办结，有两处返工。") => (await scene.AsAsync(login, s => s.GetRequiredService<AppraisePerson>().AssessAsync(marks, words, null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> GradeAsync(Scene scene, string login, long person, int mark) => (await scene.AsAsync(login, s => s.GetRequiredService<AppraisePerson>().GradeAsync(person, [.. Enumerable.Repeat($"{mark}", 5)], "全年办件无超期。", null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> UseAsync(Scene scene, long person, string use) => (await scene.AsAsync("director", s => s.GetRequiredService<AppraisePerson>().UseAsync(person, use, "主任办公会研究。", null, default))).Refusal?.Rule ?? "ok";
}
