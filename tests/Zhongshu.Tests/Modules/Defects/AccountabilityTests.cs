using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Defects;
using Zhongshu.Modules.Defects.Accountability;
using Zhongshu.Modules.Defects.Contracts;
using Zhongshu.Modules.PeopleFiles.Contracts;
using Zhongshu.Modules.PeopleFiles.Trainings;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Defects;

/// 差错追究、量化考核、定期培训: every slip has a person, every person a count, every count an answer.
public sealed class AccountabilityTests
{
    private static readonly Closing Lesson = new("先改地点再改时间", false);

    [Theory, Engines]
    [Trait("req", "M15-A20")]
    public async Task No_slip_is_struck_off_before_it_is_put_down_to_a_person_of_the_unit(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var slip = (await scene.RegisterAsync("director", DefectScene.Slip with { Person = 0, Found = "self", Consequence = "inside" })).Value;
        (await scene.CloseAsync("head2", slip.Id, Lesson)).Refusal!.Rule.ShouldBe("defects.person");
        (await scene.CloseAsync("head2", slip.Id, Lesson with { PersonId = 340 })).Refusal!.Rule.ShouldBe("defects.person", "somebody of another unit does not answer for it");
        (await scene.CloseAsync("head2", slip.Id, Lesson with { PersonId = 31 })).Refusal.ShouldBeNull();
        (await scene.ReadAsync(db => db.Set<Defect>().SingleAsync())).PersonId.ShouldBe(31);
    }

    [Theory, Engines]
    [Trait("req", "M15-A21")]
    public async Task Points_propose_a_measure_that_a_person_takes_and_who_slipped_is_to_be_trained(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.RegisterAsync("director", DefectScene.Slip with { Consequence = "inside" });
        (await TakeAsync(scene, "director", 31, "谈话提醒")).ShouldBe("defects.few-points");
        await scene.RegisterAsync("director", DefectScene.Slip with { Text = "附件漏发", Consequence = "corrected" });
        var record = (await RecordsAsync(scene))[31];
        (record.Slips, record.Points).ShouldBe((2, 3));
        AccountabilityRules.Proposed(Rules(scene), 3)!.Measure.ShouldBe("谈话提醒");
        AccountabilityRules.Proposed(Rules(scene), 13)!.Measure.ShouldBe("通报批评，不得评优");
        (await TakeAsync(scene, "head2", 31, "谈话提醒")).ShouldBe("platform.forbidden");
        (await TakeAsync(scene, "director", 30, "谈话提醒")).ShouldBe("defects.no-slips");
        (await TakeAsync(scene, "director", 31, "开除")).ShouldBe("defects.measure");
        (await TakeAsync(scene, "director", 31, "谈话提醒")).ShouldBe("ok");

        AccountabilityRules.Training(Rules(scene), record.Last, null, new DateOnly(2026, 12, 1)).ShouldBe((true, false));
        AccountabilityRules.Training(Rules(scene), record.Last, new DateOnly(2026, 11, 19), new DateOnly(2027, 2, 1)).ShouldBe((true, true));
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepTraining>().AddAsync(new TrainingInput { Kind = "share", Title = "数字学习", On = "2026-11-23", People = [31] }, null, default))).Refusal.ShouldBeNull();
        (await TrainedAsync(scene)).ShouldBeEmpty("a study circle is no training");
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepTraining>().AddAsync(new TrainingInput { Kind = "writing", Title = "公文核校", On = "2026-11-23", People = [31] }, null, default))).Refusal.ShouldBeNull();
        AccountabilityRules.Training(Rules(scene), record.Last, (await TrainedAsync(scene))[31], new DateOnly(2027, 2, 1)).ShouldBe((false, false));
    }

    [Fact]
    [Trait("req", "M15-A21")]
    public async Task The_page_shows_who_answers_for_how_much_and_what_is_owed()
    {
        await using var office = await TestOffice.StartAsync();
        var director = await office.SignedInAsAsync("director");
        foreach (var text in new[] { "会场写旧址", "附件漏发" })
            (await director.SubmitAsync(await director.GetAsync("/defects/new"), "form:has(#text)", ("kind", "place"), ("stage", "draft"), ("found", "self"), ("consequence", "corrected"), ("unit", "14"), ("person", "31"), ("on", $"{TestClock.MondayMorning.AddDays(-1):yyyy-MM-dd}"), ("text", text))).Status.ShouldBe(System.Net.HttpStatusCode.Redirect);
        var page = await director.GetAsync("/defects/accountability");
        page.Text.ShouldContain("应培训");
        (await director.SubmitAsync(page, "form.measure-form", ("measure", "谈话提醒"), ("words", "主任办公会研究。"))).Location.ShouldBe("/defects/accountability");
        (await director.GetAsync("/defects/accountability")).Text.ShouldContain("主任办公会研究。");
    }

    [Fact]
    public void A_consequence_without_points_is_told_at_the_start()
    {
        var folder = RulesFolder.With("defects.yaml", RulesFolder.Read("defects.yaml").Replace("      - {consequence: harm, points: 6}\n", "", StringComparison.Ordinal));
        string.Concat(OfficeRules.Load(folder).Problems.Select(p => p.Message)).ShouldContain("“harm”没有定分值");
    }

    private static Zhongshu.Platform.Rules.RuleBook Rules(Scene scene) => scene.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<Office>().Rules)).GetAwaiter().GetResult();

    private static Task<IReadOnlyDictionary<long, DefectRecord>> RecordsAsync(Scene scene) => scene.AsAsync("director", s => DefectRecord.ReadAsync(s.GetRequiredService<Office>(), 10, 2026, default));

    private static Task<IReadOnlyDictionary<long, DateOnly>> TrainedAsync(Scene scene) => scene.AsAsync("director", s => LastTraining.OfAsync(s.GetRequiredService<Office>(), [31], default));

    private static async Task<string> TakeAsync(Scene scene, string login, long person, string measure) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<TakeMeasure>().RunAsync(person, measure, "主任办公会研究。", null, default))).Refusal?.Rule ?? "ok";
}
