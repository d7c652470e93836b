using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Demo;
using Zhongshu.Typesetting;

namespace Zhongshu.Tests.Modules.Supervision;

public sealed class WordingTests
{
    [Fact]
    public void sentences_taken_over_from_the_last_feedback_are_marked_to_the_letter()
    {
        const string Before = "已召开专题会研究部署。正在开展现场勘察，涉及12处点位。";
        const string Now = "正在开展现场勘察，涉及12处点位。已完成8处点位的改造，其余4处月底前完成。";

        var pieces = CopiedSentences.Mark(Now, Before);

        string.Concat(pieces.Select(p => p.Text)).ShouldBe(Now);
        pieces.Where(p => p.IsCopied).Select(p => p.Text).ShouldBe(["正在开展现场勘察，涉及12处点位。"]);
        CopiedSentences.Percent(pieces).ShouldBeInRange(30, 50);
        CopiedSentences.Percent(CopiedSentences.Mark("全新的情况，没有一句旧话。", Before)).ShouldBe(0);
    }

    [Fact]
    public void titles_of_one_thing_are_alike_and_of_two_things_are_not()
    {
        var least = (double)Tasks.Book.Value(SupervisionRules.Likeness);
        Likeness.Of("关于做好城区内涝点整治工作的通知", "城区内涝点整治").ShouldBeGreaterThanOrEqualTo(least);
        Likeness.Of("城区内涝点整治", "农村饮水安全工程建设").ShouldBeLessThan(least);
    }

    [Fact]
    [Trait("req", "M7-B43")]
    public void a_unit_that_wrote_the_report_and_would_be_supervised_on_it_is_flagged()
    {
        var form = new DocketForm { WrittenByUnitId = 53, Tasks = [new TaskForm("改造", "", 53, [], [], null)] };
        DocketRules.Turning(form, DemoOffice.Present.Book()).ShouldContain("打转");
        DocketRules.Turning(form with { WrittenByUnitId = 71, Tasks = [form.Tasks[0] with { LeadUnitId = 50 }] }, DemoOffice.Present.Book()).ShouldContain("打转");
        DocketRules.Turning(form with { WrittenByUnitId = 1 }, DemoOffice.Present.Book()).ShouldBe("");
    }

    [Fact]
    [Trait("req", "M7-B48")]
    [Trait("req", "M7-B49")]
    public void a_deadline_shorter_than_its_class_grants_for_the_papers_the_inquiry_and_the_work_needs_a_reason()
    {
        var form = Docketable with { Tasks = [Docketable.Tasks[0] with { DueOn = new DateOnly(2026, 11, 30) }] };
        Decided(form).Refusal!.Rule.ShouldBe("supervision.short");
        Decided(form with { ShortReason = "汛期将至" }).Value.Tasks[0].DueOn.ShouldBe(new DateOnly(2026, 11, 30));
        Decided(form with { LimitClass = "urgent" }).Succeeded.ShouldBeTrue();
        Decided(Docketable).Value.Tasks[0].DueOn.ShouldBe(new DateOnly(2026, 12, 14));
    }

    [Fact]
    [Trait("req", "M7-B07")]
    public void a_task_a_unit_and_a_day_are_what_every_docketing_names()
    {
        Decided(Docketable with { Tasks = [] }).Refusal!.Field.ShouldBe("lead-0");
        Decided(Docketable with { Tasks = [Docketable.Tasks[0] with { LeadUnitId = 0 }] }).Refusal!.Field.ShouldBe("lead-0");
        Decided(Docketable with { Quote = "" }).Refusal!.Field.ShouldBe("quote");
        Decided(Docketable with { Source = SourceKind.Meeting }).Refusal!.Field.ShouldBe("origin");
        Decided(Docketable with { Tasks = [Docketable.Tasks[0] with { Supporting = [53] }] }).Refusal!.Field.ShouldBe("support-0");
    }

    [Fact]
    [Trait("req", "M7-B36")]
    [Trait("req", "M7-B42")]
    public void the_letter_has_its_four_parts_and_a_list_of_duties_when_several_units_lead()
    {
        var item = new SupervisionItem { UnitId = 10, LimitClass = "routine", Reporting = Reporting.Checked, Phase = "running" };
        var tasks = new[] { Task(1, 53, "改造排水管网"), Task(2, 54, "疏通道路涵洞") };
        var letter = DraftLetter.Of(new LetterFacts(item, "城区内涝点整治", [new Basis { Quote = "请抓紧整治，汛前完成。", LeaderName = "岭知行", LeaderId = 1 }], tasks, [])
        {
            Book = DemoOffice.Present.Book(),
            Rules = Tasks.Book,
            Today = Tasks.Monday,
        });
        var text = string.Concat(Typesetter.Layout(letter.ToDocument(), Zhongshu.Typesetting.Rules.LayoutRules.Standard).Text.Where(c => !char.IsWhiteSpace(c)));

        foreach (var part in new[] { "一、批示抄清", "二、督办意见", "三、责任单位", "四、反馈要求" }) text.ShouldContain(part);
        text.ShouldContain("岭知行市长批示：请抓紧整治，汛前完成。");
        text.ShouldContain("疏通道路涵洞");
        text.ShouldContain("云岭市住房和城乡建设局、云岭市交通运输局");
        LetterParts.Read(LetterParts.Write(letter)).Duties.ShouldBe(letter.Duties);
    }

    private static readonly DocketForm Docketable = new()
    {
        Title = "城区内涝点整治",
        Source = SourceKind.Instruction,
        Quote = "请抓紧整治。",
        LeaderName = "岭知行",
        LimitClass = "routine",
        Tasks = [new TaskForm("", "12处点位全部销号", 53, [], [], null)],
    };

    private static SupervisionTask Task(int number, long lead, string title) => new() { Number = number, Title = title, LeadUnitId = lead, DueOn = new DateOnly(2026, 12, 14), OpenedAt = Tasks.Morning };

    private static Zhongshu.Platform.Decisions.Outcome<PlannedDocket> Decided(DocketForm form) => DocketRules.Decide(form, Tasks.Book, DemoOffice.Present.Book(), Tasks.Monday);
}
