using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Appraisals;
using Zhongshu.Modules.Appraisals.Schemes;
using Zhongshu.Modules.Appraisals.Scores;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Modules.Supervision;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Appraisals;

public sealed class AppraisalTests
{
    private const long Bureau = 50, County = 40;

    private static readonly SchemeInput Scheme = new()
    {
        Title = "2026年度重点工作考核",
        From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 12, 31),
        Units = [Bureau, County],
        Parties = [40, 30, 30],
        Indicators = [new("督办办结", 60, "supervision.closed"), new("群众满意度", 40, Outside: true)],
    };

    [Theory, Engines]
    [Trait("req", "M15-B13")]
    [Trait("req", "M15-A15")]
    public async Task Figures_come_from_the_ledgers_with_the_page_of_their_items_and_opinions_from_people(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.SentAsync(SupervisedScene.Meeting);
        var scheme = (await OpenAsync(scene)).Value;
        var indicator = await QualitativeAsync(scene, scheme.Id);
        (await JudgeAsync(scene, "leader1", scheme.Id, Bureau, indicator, 80)).Refusal.ShouldBeNull();
        (await JudgeAsync(scene, "director", scheme.Id, Bureau, indicator, 50)).Refusal!.Rule.ShouldBe("appraisals.marks", "a very low mark is explained");
        (await JudgeAsync(scene, "county", scheme.Id, Bureau, indicator, 70)).Refusal.ShouldBeNull();
        (await JudgeAsync(scene, "bureau", scheme.Id, Bureau, indicator, 90)).Refusal!.Rule.ShouldBe("appraisals.own");

        var view = (await ViewAsync(scene, "director", scheme.Id))!;
        view.Automatic.ShouldBe(60);
        var bureau = view.Scores.Single(s => s.UnitId == Bureau);
        bureau.Indicators[0].Figure!.ShouldSatisfyAllConditions(f => f.Value.ShouldBe(0), f => f.Words.ShouldBe("交办1项，销号0项"), f => f.Address.ShouldStartWith("supervision?"));
        bureau.Indicators[1].Earned!.Value.ShouldBe(40 * (80 * 40 + 70 * 30) / 70.0 / 100, 1e-6);
        view.Scores.Single(s => s.UnitId == County).Indicators[0].Figure.ShouldBeNull();
    }

    [Theory, Engines]
    [Trait("req", "M15-A12")]
    public async Task Results_stand_once_told_units_see_their_own_appeal_and_are_answered_before_all_is_confirmed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.SentAsync(SupervisedScene.Meeting);
        var scheme = (await OpenAsync(scene)).Value;
        (await ViewAsync(scene, "bureau", scheme.Id)).ShouldBeNull("nothing is seen before the results are told");
        (await ActAsync(scene, "director", a => a.ShowAsync(scheme.Id, default))).Refusal.ShouldBeNull();
        var told = (await ViewAsync(scene, "bureau", scheme.Id))!.Scores.Single(s => s.UnitId == Bureau);
        told.Indicators[0].Figure!.Words.ShouldBe("交办1项，销号0项");

        await scene.SentAsync(SupervisedScene.Meeting with { Title = "另一件完全不同的事", Tasks = [new() { Lead = "市发展改革委", Measure = "完成" }] });
        (await ViewAsync(scene, "director", scheme.Id))!.Scores.Single(s => s.UnitId == Bureau).Indicators[0].Figure!.Words.ShouldBe("交办1项，销号0项");

        (await ActAsync(scene, "bureau", a => a.RespondAsync(scheme.Id, "任务上周才下达", default))).Refusal.ShouldBeNull();
        (await ActAsync(scene, "director", a => a.ConfirmAsync(scheme.Id, default))).Refusal!.Rule.ShouldBe("appraisals.appeals");
        (await ActAsync(scene, "director", a => a.StripAsync(scheme.Id, Bureau, told.Indicators[0].Indicator.Id, 99, "时间不足", default))).Refusal!.Rule.ShouldBe("appraisals.stripped");
        (await ActAsync(scene, "director", a => a.StripAsync(scheme.Id, Bureau, told.Indicators[0].Indicator.Id, 30, "时间不足", default))).Refusal.ShouldBeNull();
        (await ActAsync(scene, "director", a => a.AnswerAppealAsync(scheme.Id, Bureau, "情况属实，补回30分", default))).Refusal.ShouldBeNull();
        (await ActAsync(scene, "director", a => a.ConfirmAsync(scheme.Id, default))).Refusal.ShouldBeNull();
        (await ViewAsync(scene, "bureau", scheme.Id))!.Scores.Single(s => s.UnitId == Bureau).Total.ShouldBe(50);
        (await ActAsync(scene, "bureau", a => a.RespondAsync(scheme.Id, "再申诉", default))).Refusal!.Rule.ShouldBe("appraisals.not-shown");
    }

    [Theory]
    [InlineData("supervision?state=all&unit=50", true, true, "supervision?state=all&unit=50")]
    [InlineData("supervision?state=all&unit=50", false, true, "supervision/owed")]
    [InlineData("supervision?state=all&unit=50", false, false, null)]
    [InlineData("burdens/items?year=2026&unit=50", false, true, "burdens/items?year=2026&unit=50")]
    [InlineData("appraisals/voices", false, true, null)]
    public void A_figure_leads_only_where_its_reader_may_go(string address, bool seesWhole, bool isOwn, string? link) =>
        new FigureTaken(1, "交办1项", address).LinkFor(seesWhole, isOwn).ShouldBe(link);

    private static Task<Outcome<AppraisalScheme>> OpenAsync(Scene scene) => scene.AsAsync("director", s => s.GetRequiredService<OpenScheme>().RunAsync(Scheme, null, default));

    private static Task<long> QualitativeAsync(Scene scene, long scheme) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<AppraisalIndicator>().Where(i => i.SchemeId == scheme && i.Figure == "").Select(i => i.Id).SingleAsync());

    private static Task<Outcome<int>> JudgeAsync(Scene scene, string login, long scheme, long unit, long indicator, int mark) => scene.AsAsync(login, s => s.GetRequiredService<Appraise>().JudgeAsync(scheme, unit, [new MarkInput(indicator, mark, null)], default));

    private static Task<AppraisalView?> ViewAsync(Scene scene, string login, long scheme) => scene.AsAsync(login, s => AppraisalView.ReadAsync(s.GetRequiredService<Office>(), scheme, default));

    private static Task<Outcome<Done>> ActAsync(Scene scene, string login, Func<Appraise, Task<Outcome<Done>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<Appraise>()));
}
