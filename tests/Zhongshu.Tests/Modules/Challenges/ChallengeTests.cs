using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Challenges;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Modules.Supervision;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Challenges;

public sealed class ChallengeTests
{
    private static readonly PostInput Posted = new("老旧管网漏损治理", "漏损率居高不下", "漏损率降到9%以下", 53, new DateOnly(2026, 11, 25), new DateOnly(2027, 6, 30));
    private static readonly BidInput Offer = new("分区计量，先易后难", "2027-03-31 完成分区\n2027-06-30 达标", "漏损率8.5%", "策长远");

    [Theory, Engines]
    [Trait("req", "M7-B89")]
    public async Task From_the_posting_to_the_charge_to_the_supervision_item_to_the_result(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var id = (await ActAsync(scene, "director", a => a.PostAsync(Posted, null, default))).Value.Id;
        (await ActAsync(scene, "bureau", a => a.BidAsync(id, Offer with { Milestones = "完成分区" }, default))).Refusal!.Rule.ShouldBe("challenges.milestone");
        (await ActAsync(scene, "bureau", a => a.BidAsync(id, Offer, default))).Refusal.ShouldBeNull();
        (await ActAsync(scene, "county", a => a.BidAsync(id, Offer with { Measure = "漏损率9%" }, default))).Refusal.ShouldBeNull();
        (await ActAsync(scene, "director", a => a.MarkAsync(id, 50, [80, 80, 80, 80], default))).Refusal!.Rule.ShouldBe("challenges.still-open");

        scene.Clock.Pass(TimeSpan.FromDays(4));
        (await ActAsync(scene, "county", a => a.BidAsync(id, Offer, default))).Refusal!.Rule.ShouldBe("challenges.closed");
        await ActAsync(scene, "director", a => a.MarkAsync(id, 50, [90, 80, 80, 80], default));
        (await ActAsync(scene, "director", a => a.ChooseAsync(id, 50, "", default))).Refusal!.Rule.ShouldBe("challenges.unmarked");
        await ActAsync(scene, "director", a => a.MarkAsync(id, 40, [60, 60, 60, 60], default));
        (await ActAsync(scene, "director", a => a.ChooseAsync(id, 40, "", default))).Refusal!.Rule.ShouldBe("challenges.not-best");
        (await ActAsync(scene, "director", a => a.ChooseAsync(id, 50, "", default))).Value.ChoiceReason.ShouldContain("最高");

        (await ActAsync(scene, "county", a => a.SignAsync(id, default))).Refusal!.Rule.ShouldBe("challenges.unit");
        (await ActAsync(scene, "bureau", a => a.SignAsync(id, default))).Value.Charge.ShouldContain("漏损率8.5%");
        var code = (await ActAsync(scene, "supervision", a => a.DocketAsync(id, default))).Value.MatterCode;
        (await scene.AsAsync("supervision", s => s.GetRequiredService<OfficeDb>().Set<Matter>().SingleAsync(m => m.Code == code))).ShouldSatisfyAllConditions(m => m.Kind.ShouldBe("supervision"), m => m.Title.ShouldBe(Posted.Title));
        (await ActAsync(scene, "supervision", a => a.DocketAsync(id, default))).Refusal!.Rule.ShouldBe("challenges.docketed");

        (await ActAsync(scene, "supervision", a => a.MeetAsync(id, "分区进度落后一个月", true, default))).Value.ShouldSatisfyAllConditions(c => c.IsLagging.ShouldBeTrue(), c => c.MeetingDue.ShouldBe(new DateOnly(2026, 12, 27)));
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == 353 || n.PersonId == 51).Select(n => n.Text).ToListAsync())).Count(t => t.Contains("双督办")).ShouldBe(2);
        (await ActAsync(scene, "director", a => a.EvaluateAsync(id, 85, "达到承诺指标", default))).Value.State.ShouldBe(ChallengeState.Won);
        (await ActAsync(scene, "director", a => a.MeetAsync(id, "再开一次", false, default))).Refusal!.Rule.ShouldBe("challenges.state");
    }

    [Fact]
    public async Task Who_is_in_charge_of_the_field_does_not_bid_and_bids_end_a_posting_only_with_a_reason()
    {
        await using var scene = await Scene.OpenAsync();
        var id = (await ActAsync(scene, "director", a => a.PostAsync(Posted with { Field = 50 }, null, default))).Value.Id;
        (await ActAsync(scene, "bureau", a => a.BidAsync(id, Offer, default))).Refusal!.Rule.ShouldBe("challenges.own-field");
        await ActAsync(scene, "county", a => a.BidAsync(id, Offer, default));
        scene.Clock.Pass(TimeSpan.FromDays(4));
        (await ActAsync(scene, "director", a => a.LapseAsync(id, "", default))).Refusal!.Rule.ShouldBe("challenges.has-bids");
        (await ActAsync(scene, "director", a => a.LapseAsync(id, "方案都不可行", default))).Value.State.ShouldBe(ChallengeState.Lapsed);
    }

    [Theory, Engines]
    public async Task What_a_unit_that_ends_was_chosen_for_its_successor_signs(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var id = (await ActAsync(scene, "director", a => a.PostAsync(Posted with { Field = 41 }, null, default))).Value.Id;
        await ActAsync(scene, "bureau", a => a.BidAsync(id, Offer, default));
        await ActAsync(scene, "county", a => a.BidAsync(id, Offer with { Measure = "漏损率9%" }, default));
        scene.Clock.Pass(TimeSpan.FromDays(4));
        await ActAsync(scene, "director", a => a.MarkAsync(id, 50, [90, 90, 90, 90], default));
        await ActAsync(scene, "director", a => a.MarkAsync(id, 40, [60, 60, 60, 60], default));
        (await ActAsync(scene, "director", a => a.ChooseAsync(id, 50, "", default))).Refusal.ShouldBeNull();
        await scene.SucceedAsync(50, 40);
        await scene.SucceedAsync(41, 53);
        (await ActAsync(scene, "county", a => a.SignAsync(id, default))).Value.ShouldSatisfyAllConditions(c => c.Charge.ShouldContain("漏损率8.5%", Case.Sensitive, "the offer that was chosen"), c => c.FieldUnitId.ShouldBe(53));
    }

    [Fact]
    public async Task A_reason_too_long_to_be_kept_is_refused()
    {
        await using var scene = await Scene.OpenAsync();
        var id = (await ActAsync(scene, "director", a => a.PostAsync(Posted, null, default))).Value.Id;
        scene.Clock.Pass(TimeSpan.FromDays(4));
        (await ActAsync(scene, "director", a => a.LapseAsync(id, new string('长', 2001), default))).Refusal!.Rule.ShouldBe("challenges.words");
    }

    [Fact]
    public async Task Who_was_chosen_and_does_not_sign_holds_nothing_up()
    {
        await using var scene = await Scene.OpenAsync();
        var id = (await ActAsync(scene, "director", a => a.PostAsync(Posted, null, default))).Value.Id;
        await ActAsync(scene, "bureau", a => a.BidAsync(id, Offer, default));
        await ActAsync(scene, "county", a => a.BidAsync(id, Offer with { Measure = "漏损率9%" }, default));
        scene.Clock.Pass(TimeSpan.FromDays(4));
        await ActAsync(scene, "director", a => a.MarkAsync(id, 50, [90, 80, 80, 80], default));
        await ActAsync(scene, "director", a => a.MarkAsync(id, 40, [60, 60, 60, 60], default));
        await ActAsync(scene, "director", a => a.ChooseAsync(id, 50, "", default));
        (await ActAsync(scene, "director", a => a.ChooseAsync(id, 40, " ", default))).Refusal!.Rule.ShouldBe("challenges.chosen-again");
        (await ActAsync(scene, "director", a => a.ChooseAsync(id, 50, "再选一次", default))).Refusal!.Rule.ShouldBe("challenges.state");
        (await ActAsync(scene, "director", a => a.ChooseAsync(id, 40, "市发展改革委放弃", default))).Value.ChosenUnitId.ShouldBe(40);
        (await ActAsync(scene, "bureau", a => a.SignAsync(id, default))).Refusal!.Rule.ShouldBe("challenges.unit");
        (await ActAsync(scene, "director", a => a.LapseAsync(id, "都放弃了", default))).Value.State.ShouldBe(ChallengeState.Lapsed);
    }

    [Fact]
    public async Task A_bid_of_a_program_that_leaves_something_out_is_refused_in_words()
    {
        await using var scene = await Scene.OpenAsync();
        var id = (await ActAsync(scene, "director", a => a.PostAsync(Posted, null, default))).Value.Id;
        var bid = System.Text.Json.JsonSerializer.Deserialize<BidInput>("""{"Plan":"方案"}""")!;
        (await ActAsync(scene, "county", a => a.BidAsync(id, bid, default))).Refusal!.Rule.ShouldBe("challenges.offer");
        System.Text.Json.JsonSerializer.Deserialize<Zhongshu.Modules.Burdens.Forms.QuestionInput>("""{"Mode":"ask"}""")!.Text.ShouldBe("");
    }

    [Fact]
    public void Without_a_reason_only_the_one_best_bid_is_ever_chosen() =>
        Prop.ForAll(Gen.Choose(0, 3).NonEmptyListOf().ToArbitrary(), Gen.Choose(0, 5).ToArbitrary(), (marks, at) =>
        {
            var bids = marks.Select((m, i) => ((long)i, (int?)m)).ToList();
            var refused = ChallengeRules.MayChoose(at, bids, "") is not null;
            var isBest = at < marks.Count && marks[at] == marks.Max() && marks.Count(m => m == marks.Max()) == 1;
            return refused != isBest && (at >= marks.Count || ChallengeRules.MayChoose(at, bids, "有专门实验室") is null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mark_is_the_weighted_mean_and_lies_between_the_least_and_the_most() =>
        Prop.ForAll(Gen.Choose(0, 100).ListOf(4).ToArbitrary(), marks =>
            ChallengeRules.MarkOf([.. marks], [new("a", "", 40), new("b", "", 30), new("c", "", 15), new("d", "", 15)]).Value is var mark && mark >= marks.Min() && mark <= marks.Max()).QuickCheckThrowOnFailure();

    private static Task<Outcome<Challenge>> ActAsync(Scene scene, string login, Func<RunChallenge, Task<Outcome<Challenge>>> act) => scene.AsAsync(login, s => act(s.GetRequiredService<RunChallenge>()));
}
