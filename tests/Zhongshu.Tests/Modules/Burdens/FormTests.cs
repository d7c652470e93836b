using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Forms;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Observations;
using Zhongshu.Modules.Burdens.Plans;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Burdens;

public sealed class FormTests
{
    private static readonly FormInput Census = new()
    {
        Title = "人口和学校基本情况表",
        Basis = "市政府工作部署",
        Due = "2026-12-01",
        Units = ["青禾县", "望溪县"],
        Questions = [new("常住人口（人）"), new("小学在校生数（人）"), new("填报人")],
    };

    [Theory, Engines]
    [Trait("req", "M15-B14")]
    public async Task What_was_asked_before_is_refused_with_the_place_of_the_answer_and_may_be_taken_from_there(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var first = (await RegisterAsync(scene, "bureau", Census)).Value;
        (await AnswerAsync(scene, first.Id, (1, "412300"), (2, "20100"))).Refusal.ShouldBeNull();

        var again = Census with { Title = "城乡建设摸底", Questions = [new("常住人口数（人）"), new("城镇道路长度（公里）")] };
        var no = (await RegisterAsync(scene, "bureau", again)).Refusal.ShouldBeOfType<SameQuestions>();
        no.Same.ShouldHaveSingleItem().Place.ShouldBe($"《人口和学校基本情况表》（{first.Number}）第1问");
        (await RegisterAsync(scene, "bureau", again with { Questions = [new("常住人口数（人）", "renew"), again.Questions[1]] })).Refusal.ShouldBeOfType<SameQuestions>("to ask again needs a reason");

        var second = (await RegisterAsync(scene, "bureau", again with { Questions = [new("常住人口数（人）", "reuse"), again.Questions[1]] })).Value;
        var sheet = await SheetAsync(scene, second.Id);
        sheet.Lines[0].ShouldSatisfyAllConditions(l => l.IsAsked.ShouldBeFalse(), l => l.Value.ShouldBe("412300"), l => l.From.ShouldContain("人口和学校基本情况表"));
        sheet.Lines[1].IsAsked.ShouldBeTrue();
        var collected = await scene.AsAsync("director", s => CollectedForm.ReadAsync(s.GetRequiredService<Office>(), second.Id, default));
        collected!.Value(collected.Questions[0].Id, BurdenScene.County).ShouldBe("412300", "it stands there before the unit has done anything");
    }

    [Fact]
    [Trait("req", "M15-B14")]
    public async Task What_the_house_knows_is_filled_in_and_a_renewed_question_starts_from_the_last_answer()
    {
        await using var scene = await Scene.OpenAsync();
        var first = (await RegisterAsync(scene, "bureau", Census)).Value;
        (await SheetAsync(scene, first.Id)).Lines[2].ShouldSatisfyAllConditions(l => l.Value.ShouldBe("青百川"), l => l.IsAsked.ShouldBeFalse());
        await AnswerAsync(scene, first.Id, (1, "412300"), (2, "20100"));
        var renewed = (await RegisterAsync(scene, "bureau", Census with { Title = "年末人口核对", Questions = [new("常住人口（人）", "renew", "年末数变动")] })).Value;
        (await SheetAsync(scene, renewed.Id)).Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.IsAsked.ShouldBeTrue(), l => l.Value.ShouldBe("412300"));
    }

    [Theory]
    [InlineData("常住人口（人）", "常住人口", "人")]
    [InlineData("人均可支配收入（元/人）", "人均可支配收入", "元/人")]
    [InlineData("是否建立台账（是/否）", "是否建立台账（是/否）", "")]
    [InlineData("常住人口（2025年末）", "常住人口（2025年末）", "")]
    [InlineData("存在问题（如有请说明具体情况和数量以及时间安排）", "存在问题（如有请说明具体情况和数量以及时间安排）", "")]
    public void Only_what_reads_like_a_measure_makes_a_question_a_number(string line, string text, string measure) =>
        (QuestionForm.Of(line).Text, QuestionForm.Of(line).Measure).ShouldBe((text, measure));

    [Fact]
    public async Task A_form_that_was_taken_back_is_said_so_and_an_answer_is_never_cut_silently()
    {
        await using var scene = await Scene.OpenAsync();
        var form = (await RegisterAsync(scene, "bureau", Census with { Questions = [new("主要做法"), new("是否建立台账（是/否）")] })).Value;
        (await AnswerAsync(scene, form.Id, (1, new string('长', 2001)), (2, "是"))).Refusal!.Rule.ShouldBe("burdens.form-answer-length");
        (await AnswerAsync(scene, form.Id, (1, "定期调度"), (2, "是"))).Refusal.ShouldBeNull();
        (await scene.AsAsync("bureau", s => s.GetRequiredService<DecideEntry>().WithdrawAsync(form.EntryId, default))).Refusal.ShouldBeNull();
        (await AnswerAsync(scene, form.Id, (1, "再填"), (2, "否"))).Refusal!.Rule.ShouldBe("burdens.form-gone");
        (await scene.AsSystemAsync(s => s.GetRequiredService<Zhongshu.Platform.Database.OfficeDb>().Set<Zhongshu.Platform.Notices.Notice>().Where(n => n.PersonId == 340).Select(n => n.Text).ToListAsync())).ShouldContain(n => n.Contains("已取消，不用填报"));
    }

    [Fact]
    public async Task A_form_beyond_the_plan_waits_and_units_see_it_only_once_it_is_approved()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.PlanAsync(new PlanForm(BurdenScene.Bureau, BurdenKind.Form, 0, null, ""));
        (await RegisterAsync(scene, "bureau", Census)).Refusal!.Rule.ShouldBe("burdens.over-plan");
        var form = (await RegisterAsync(scene, "bureau", Census with { Reason = "普查需要" })).Value;
        (await AnswerAsync(scene, form.Id, (1, "1"), (2, "2"))).Refusal!.Rule.ShouldBe("burdens.form-waits");
        await scene.AsAsync("director", s => s.GetRequiredService<DecideEntry>().RunAsync(form.EntryId, true, "同意", default));
        (await AnswerAsync(scene, form.Id, (1, "1"), (2, "2"))).Refusal.ShouldBeNull();
        (await scene.LineAsync(BurdenScene.Bureau, BurdenKind.Form)).Actual.ShouldBe(1);
    }

    [Fact]
    public async Task A_unit_that_was_not_asked_neither_answers_nor_sees_and_numbers_are_numbers()
    {
        await using var scene = await Scene.OpenAsync();
        var form = (await RegisterAsync(scene, "supervision", Census with { Units = ["望溪县"] })).Value;
        (await AnswerAsync(scene, form.Id, (1, "1"))).Refusal!.Rule.ShouldBe("burdens.form-unit");
        (await scene.AsAsync("county", s => CollectedForm.ReadAsync(s.GetRequiredService<Office>(), form.Id, default))).ShouldBeNull();
        var mine = (await RegisterAsync(scene, "supervision", Census with { Title = "粮食收购情况", Units = ["青禾县"], Questions = [new("收购量（吨）")] })).Value;
        (await AnswerAsync(scene, mine.Id, (1, "很多"))).Refusal!.Rule.ShouldBe("burdens.form-number");
        (await AnswerAsync(scene, mine.Id)).Refusal!.Rule.ShouldBe("burdens.form-answer");
        (await AnswerAsync(scene, mine.Id, (1, "1,200.5"))).Refusal.ShouldBeNull();
    }

    [Theory, Engines]
    public async Task What_a_unit_that_ends_has_not_filled_in_and_not_answered_is_asked_of_its_successor(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var both = (await RegisterAsync(scene, "supervision", Census)).Value;
        var one = (await RegisterAsync(scene, "supervision", Census with { Title = "粮食收购情况", Units = ["望溪县"], Questions = [new("收购量（吨）")] })).Value;
        var report = (await scene.AsAsync("county", s => s.GetRequiredService<ReportBurden>().RunAsync(new ReportInput("forms-again", "同一数据本月报了三遍", "望溪县", 90, false), null, default))).Value;
        (await scene.AsAsync("supervision", s => s.GetRequiredService<ActOnReport>().RunAsync(report.Id, new ReportCommand(ReportVerb.Assign, "") { HandlerId = 41, DueOn = new DateOnly(2026, 12, 1) }, default))).Refusal.ShouldBeNull();
        await scene.SucceedAsync(41, BurdenScene.County);

        (await AnswerAsync(scene, one.Id, (1, "1200"))).Refusal.ShouldBeNull();
        (await AnswerAsync(scene, both.Id, (1, "412300"), (2, "20100"))).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => CollectedForm.ReadAsync(s.GetRequiredService<Office>(), both.Id, default)))!.Units.Select(u => u.UnitId).ShouldBe([BurdenScene.County]);
        (await scene.AsAsync("county", s => s.GetRequiredService<ActOnReport>().RunAsync(report.Id, new ReportCommand(ReportVerb.Answer, "已合并"), default))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Of_two_like_questions_in_any_list_the_second_is_never_asked_plainly() =>
        Prop.ForAll(Gen.Elements("常住人口", "小学在校生数", "城镇道路长度", "粮食收购量", "养老床位").NonEmptyListOf().ToArbitrary(), texts =>
        {
            var before = new[] { new AskedBefore(1, 1, "常住人口数", "《甲》第1问") };
            var decided = FormRules.Decide([.. texts.Distinct().Select(t => new QuestionForm(t, "", QuestionMode.Ask, ""))], before, [], 0.8);
            return decided.Succeeded == !texts.Contains("常住人口");
        }).QuickCheckThrowOnFailure();

    [Fact]
    [Trait("req", "M15-B14")]
    public void The_burden_is_counted_by_fields_and_hours_and_what_was_spared()
    {
        var figures = FormFigures.Of([new FormLoad(5, 4, 6, 30), new FormLoad(10, 1, 0, 6)]);
        figures.ShouldBe(new FormFigures(2, 30, 30, 3.5m));
        figures.SparedShare.ShouldBe(0.5m);
    }

    private static Task<Outcome<AskedForm>> RegisterAsync(Scene scene, string login, FormInput input) =>
        scene.AsAsync(login, s => s.GetRequiredService<RegisterForm>().RunAsync(input, null, default));

    private static Task<Outcome<FormSheet>> AnswerAsync(Scene scene, long id, params (int Place, string Value)[] values) =>
        scene.AsAsync("county", s => s.GetRequiredService<AnswerForm>().RunAsync(id, values.ToDictionary(v => v.Place, v => v.Value), default));

    private static async Task<FormSheet> SheetAsync(Scene scene, long id) =>
        (await scene.AsAsync("county", s => FormSheet.ReadAsync(s.GetRequiredService<Office>(), id, BurdenScene.County, default))).ShouldNotBeNull();
}
