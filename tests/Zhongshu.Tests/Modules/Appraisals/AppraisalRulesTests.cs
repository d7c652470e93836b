using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Modules.Appraisals;
using Zhongshu.Modules.Appraisals.Schemes;
using Zhongshu.Modules.Appraisals.Scores;

namespace Zhongshu.Tests.Modules.Appraisals;

public sealed class AppraisalRulesTests
{
    private static readonly SchemeLimits Limits = new(new HashSet<string> { "supervision.closed" }, [new("台账", "以台账全不全计分")], 3, ["满意"]);

    private static readonly SchemeInput Scheme = new()
    {
        Title = "年度考核",
        From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 12, 31),
        Units = [50, 51],
        Parties = [40, 30, 30],
        Indicators = [new("督办办结", 60, "supervision.closed"), new("群众满意度", 40, Outside: true)],
    };

    [Fact]
    [Trait("req", "M15-A09")]
    public void Weights_of_indicators_and_of_parties_sum_to_a_hundred()
    {
        SchemeRules.Decide(Scheme, Limits).Succeeded.ShouldBeTrue();
        SchemeRules.Decide(Scheme with { Indicators = [new("群众满意度", 90)] }, Limits).Refusal!.Message.ShouldContain("现为90");
        SchemeRules.Decide(Scheme with { Parties = [40, 30, 20] }, Limits).Refusal!.Rule.ShouldBe("appraisals.weights");
        SchemeRules.Decide(Scheme with { Parties = [50, 50] }, Limits).Refusal!.Rule.ShouldBe("appraisals.weights");
        SchemeRules.Decide(Scheme with { Indicators = [new("群众满意度", 100, "unknown.figure")] }, Limits).Refusal!.Rule.ShouldBe("appraisals.figure");
    }

    [Fact]
    [Trait("req", "M15-B19")]
    [Trait("req", "M15-B27")]
    [Trait("req", "M15-B17")]
    [Trait("req", "M15-B38")]
    public void Ledgers_too_many_points_and_rates_without_people_are_warned_of_and_need_a_reason()
    {
        var fussy = Scheme with { Indicators = [new("台账完整", 25), new("覆盖率", 25), new("达标率", 25), new("上线率", 25)] };
        var warned = SchemeRules.Decide(fussy, Limits).Refusal.ShouldBeOfType<SchemeWarned>().Warnings;
        warned.Count.ShouldBe(3);
        warned.ShouldContain(w => w.Contains("台账"));
        warned.ShouldContain(w => w.Contains("千分制"));
        warned.ShouldContain(w => w.Contains("满意"));
        SchemeRules.Decide(fussy with { Reason = "上级统一要求" }, Limits).Value.Length.ShouldBe(3);
    }

    [Fact]
    [Trait("req", "M15-A14")]
    public void A_figure_earns_in_a_straight_line_between_none_and_full_either_way_round()
    {
        Scoring.Linear(95, 100, 90).ShouldBe(0.5);
        Scoring.Linear(3, 0, 10).ShouldBe(0.7, 1e-9);
        Scoring.Linear(15, 0, 10).ShouldBe(0);
        Scoring.Linear(120, 100, 0).ShouldBe(1);
    }

    [Fact]
    [Trait("req", "M15-A09")]
    public void Three_parties_are_weighted_and_a_silent_one_leaves_its_weight_to_the_others()
    {
        var indicator = new AppraisalIndicator { Id = 1, Title = "满意度", Weight = 50 };
        AppraisalOpinion Of(int party, int mark, long person) => new() { IndicatorId = 1, UnitId = 50, PersonId = person, Party = party, Mark = mark };
        var papers = new ScorePapers([indicator], [50], [40, 30, 30]) { Opinions = [Of(0, 90, 1), Of(1, 80, 2), Of(2, 60, 3), Of(2, 80, 4)] };
        Scoring.Of(papers).Single().Indicators[0].Earned!.Value.ShouldBe(50 * (90 * .4 + 80 * .3 + 70 * .3) / 100, 1e-9);
        Scoring.Of(papers with { Opinions = [Of(0, 90, 1), Of(1, 80, 2)] }).Single().Indicators[0].Earned!.Value.ShouldBe(50 * (90 * 40 + 80 * 30) / 70.0 / 100, 1e-9);
        Scoring.Of(papers with { Opinions = [] }).Single().Total.ShouldBeNull("what nobody judged has no mark, not a mark of nought");
    }

    [Fact]
    public void A_unit_without_work_to_measure_is_judged_by_the_rest()
    {
        var papers = Papers([("a", 50, 80.0), ("a", 51, null), ("b", 50, 50.0), ("b", 51, 50.0)]);
        var scores = Scoring.Of(papers);
        scores.Single(s => s.UnitId == 51).Total.ShouldBe(50);
        scores.Single(s => s.UnitId == 50).Total.ShouldBe(65);
    }

    [Fact]
    [Trait("req", "M15-A12")]
    public void What_is_given_back_never_lifts_an_indicator_over_its_weight()
    {
        var papers = Papers([("a", 50, 80.0), ("a", 51, 80.0), ("b", 50, 100.0), ("b", 51, 100.0)]) with { Stripped = [new StrippedFactor { IndicatorId = 1, UnitId = 50, Points = 5, Reason = "洪灾", PersonName = "甲" }, new StrippedFactor { IndicatorId = 2, UnitId = 50, Points = 5, Reason = "多给", PersonName = "甲" }] };
        var scores = Scoring.Of(papers);
        scores[0].ShouldSatisfyAllConditions(s => s.UnitId.ShouldBe(50), s => s.Place.ShouldBe(1), s => s.Total.ShouldBe(95));
        scores[1].Total.ShouldBe(90);
    }

    [Fact]
    public void Totals_lie_between_nought_and_a_hundred_places_follow_them_and_equals_share_one()
    {
        var values = Gen.Choose(-50, 150).ListOf(6);
        Prop.ForAll(values.ToArbitrary(), marks =>
        {
            var papers = Papers([.. marks.Select((m, i) => (i % 2 == 0 ? "a" : "b", 50L + i / 2, (double?)m))]) with { Units = [50, 51, 52] };
            var scores = Scoring.Of(papers);
            var turned = Scoring.Of(papers with { Units = [52, 50, 51] });
            return scores.All(s => s.Total is >= 0 and <= 100) && scores.All(s => s.Place == 1 + scores.Count(o => o.Total > s.Total)) && scores.Select(s => (s.UnitId, s.Place)).SequenceEqual(turned.Select(s => (s.UnitId, s.Place)));
        }).QuickCheckThrowOnFailure();
    }

    private static ScorePapers Papers(IReadOnlyList<(string Figure, long Unit, double? Value)> values) =>
        new([new AppraisalIndicator { Id = 1, Title = "甲", Weight = 50, Figure = "a", Full = 100 }, new AppraisalIndicator { Id = 2, Title = "乙", Weight = 50, Figure = "b", Full = 100 }], [50, 51], [40, 30, 30])
        {
            Figures = values.ToDictionary(v => (v.Figure, v.Unit), v => new FigureTaken(v.Value, "", "")),
        };
}
