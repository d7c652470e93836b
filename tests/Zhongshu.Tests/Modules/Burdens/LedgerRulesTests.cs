using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Calendar;
using Zhongshu.Modules.Burdens;
using Zhongshu.Modules.Burdens.Ledger;
using Zhongshu.Modules.Burdens.Plans;

namespace Zhongshu.Tests.Modules.Burdens;

public sealed class LedgerRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly KindWord Meeting = new("meeting", "会议", "次", ["召开"]);
    private static readonly LedgerFacts Facts = new("市教育局", Meeting) { Planned = 2, Counted = 1 };
    private static readonly EntryForm Form = new(BurdenKind.Meeting, "全市教育工作会议", "", Today, false);

    [Fact]
    public void Within_the_plan_it_is_counted_and_what_is_left_is_said()
    {
        var decided = LedgerRules.Decide(Form, Facts, Today).Value;
        decided.State.ShouldBe(EntryState.Counted);
        decided.Remark.ShouldContain("还剩0次");
    }

    [Fact]
    [Trait("req", "M15-B18")]
    public void Beyond_the_plan_it_is_refused_or_asked_for_with_a_reason_or_entered_with_an_approval()
    {
        var full = Facts with { Counted = 2 };
        LedgerRules.Decide(Form, full, Today).Refusal!.Rule.ShouldBe("burdens.over-plan");
        LedgerRules.Decide(Form with { Reason = "上级临时部署" }, full, Today).Value.State.ShouldBe(EntryState.Asked);
        LedgerRules.Decide(Form with { Approval = "市长批准" }, full, Today).Refusal.ShouldNotBeNull("a unit does not approve itself");
        LedgerRules.Decide(Form with { Approval = "市长批准" }, full with { Keeps = true }, Today).Value.ShouldBe(new EntryDecision(EntryState.Counted, true, "超计划，已记录批准。"));
    }

    [Fact]
    public void What_would_not_fit_the_ledger_is_refused_in_words()
    {
        var wordy = new string('长', 1001);
        LedgerRules.Decide(Form with { Number = new string('号', 81) }, Facts, Today).Refusal!.Rule.ShouldBe("burdens.number");
        LedgerRules.Decide(Form with { Reason = wordy }, Facts, Today).Refusal!.Field.ShouldBe("reason");
        LedgerRules.Decide(Form with { LikeReason = wordy }, Facts, Today).Refusal!.Field.ShouldBe("likeReason");
        LedgerRules.Decide(Form with { Approval = wordy }, Facts, Today).Refusal!.Field.ShouldBe("approval");
    }

    [Fact]
    [Trait("req", "M15-A01")]
    [Trait("req", "M15-A02")]
    public void A_second_comprehensive_meeting_in_a_year_is_not_taken_though_the_plan_has_room()
    {
        var facts = Facts with { Planned = 9, Comprehensive = 1, Cap = (1, "《规定》第四条") };
        var no = LedgerRules.Decide(Form with { IsComprehensive = true }, facts, Today).Refusal!;
        no.Rule.ShouldBe("burdens.over-cap");
        no.Message.ShouldContain("《规定》第四条");
        LedgerRules.Decide(Form, facts, Today).Succeeded.ShouldBeTrue("a meeting on one matter is not held to that cap");
    }

    [Fact]
    [Trait("req", "M15-B04")]
    public void The_same_thing_under_another_name_needs_a_word_on_what_is_different()
    {
        var facts = Facts with { Like = "3月1日的文件《……》" };
        LedgerRules.Decide(Form, facts, Today).Refusal!.Rule.ShouldBe("burdens.like");
        LedgerRules.Decide(Form with { LikeReason = "对象不同" }, facts, Today).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [Trait("req", "M15-B04")]
    [InlineData("关于开展校园食品安全专项检查的通知", "校园食品安全工作会议", true)]
    [InlineData("关于召开森林防火工作推进会的通知", "关于做好森林防火工作的通知", true)]
    [InlineData("关于报送高标准农田建设进度的通知", "高标准农田建设进度统计表", true)]
    [InlineData("关于开展校园食品安全专项检查的通知", "关于做好森林防火工作的通知", false)]
    public void Titles_are_compared_by_what_they_ask_not_by_what_they_call_themselves(string one, string other, bool alike) =>
        (LikeText.Of(one, other) >= 0.6).ShouldBe(alike, $"{LikeText.Of(one, other)}");

    [Fact]
    public void Likeness_is_the_same_both_ways_and_whole_with_itself() =>
        Prop.ForAll<string, string>((a, b) =>
        {
            var (one, other) = ("甲" + a, "乙" + b);
            return Math.Abs(LikeText.Of(one, other) - LikeText.Of(other, one)) < 1e-9 && LikeText.Of(one, other) is >= 0 and <= 1 && Math.Abs(LikeText.Of(one, one) - 1) < 1e-9;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("关于召开全省教育工作会议的通知", BurdenKind.Meeting)]
    [InlineData("关于开展养老服务督查的通知", BurdenKind.Inspection)]
    [InlineData("关于填报人员情况的通知", BurdenKind.Form)]
    [InlineData("关于加强预算管理的意见", BurdenKind.Document)]
    [Trait("req", "M15-B01")]
    public void A_paper_is_counted_as_what_it_is(string title, BurdenKind kind) => LedgerRules.Recognise(title, Kinds).ShouldBe(kind);

    /// Whatever is entered in whatever order: without an approval the plan is never overstepped, and nothing is lost from the count.
    [Fact]
    public void No_order_of_entries_oversteps_a_plan_without_an_approval()
    {
        var steps = Gen.Choose(0, 3).ListOf();
        Prop.ForAll(Gen.Choose(0, 6).ToArbitrary(), steps.ToArbitrary(), (planned, ways) =>
        {
            var (counted, approved, refused) = (0, 0, 0);
            foreach (var way in ways)
            {
                var form = Form with { Reason = way == 1 ? "理由" : "", Approval = way == 2 ? "批准" : "" };
                var decided = LedgerRules.Decide(form, Facts with { Planned = planned, Counted = counted, Keeps = way >= 2 }, Today);
                if (!decided.Succeeded) refused++;
                else if (decided.Value.State == EntryState.Counted) (counted, approved) = (counted + 1, approved + (decided.Value.IsOverPlan ? 1 : 0));
            }

            return counted - approved <= planned && (refused == 0 || counted >= planned);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_plan_is_more_only_when_it_exceeds_what_the_rule_leaves_of_last_year() =>
        Prop.ForAll(Gen.Choose(0, 200).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (planned, last) =>
            SetPlan.IsMore(planned, last, 1) == planned > last && !SetPlan.IsMore(planned, null, 1) && (SetPlan.IsMore(planned, last, 0.9m) || planned <= last * 0.9m)).QuickCheckThrowOnFailure();

    private static readonly IReadOnlyList<KindWord> Kinds =
    [
        new("document", "文件", "件", []), new("meeting", "会议", "次", ["召开"]), new("inspection", "督检考", "项", ["督查", "检查"]),
        new("pledge", "责任状", "项", ["责任状"]), new("form", "报表", "张", ["填报"]), new("group", "工作群", "个", ["工作群"]),
    ];
}
