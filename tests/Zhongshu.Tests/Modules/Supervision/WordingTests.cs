using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Show;
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

    [Theory]
    [InlineData("study", "对接", "会商", "方案")]
    [InlineData("start", "统一认识", "分工", "协调")]
    [InlineData("running", "保障措施", "有序推进", "防止前紧后松")]
    [InlineData("finished", "总结", "整改", "完善长效制度")]
    [Trait("req", "M7-B38")]
    [Trait("req", "M7-B39")]
    [Trait("req", "M7-B40")]
    public void the_advice_is_drafted_by_the_phase_of_the_matter(string phase, string one, string two, string three)
    {
        var advice = string.Concat(Drafted(new SupervisionItem { UnitId = 10, LimitClass = "routine", Reporting = Reporting.Batch, Phase = phase }).Requirements);
        advice.ShouldSatisfyAllConditions(a => a.ShouldContain(one), a => a.ShouldContain(two), a => a.ShouldContain(three));
        Drafted(new SupervisionItem { UnitId = 10, LimitClass = "routine", Reporting = Reporting.Batch, Phase = phase, Advice = "按原定方案办。" }).Requirements.ShouldBe(["按原定方案办。"]);
    }

    [Theory]
    [InlineData(1, "一事一报")]
    [InlineData(2, "督查专报或签报")]
    [InlineData(3, "定期汇总")]
    [Trait("req", "M7-B46")]
    public void the_letter_says_in_which_of_three_ways_to_report(int way, string words) =>
        Drafted(new SupervisionItem { UnitId = 10, LimitClass = "routine", Reporting = (Reporting)way }).Feedback[0].ShouldContain(words);

    [Fact]
    [Trait("req", "M7-B04")]
    public void each_limit_class_has_a_frequency_of_its_own_by_which_silence_turns_yellow()
    {
        var yellow = new[] { "urgent", "routine", "complex" }.Select(l => TaskLights.Of(Tasks.In(TaskState.Running) with { DueOn = new DateOnly(2027, 6, 30) }, TaskFigures.Of(Tasks.Book, l)).YellowAt).ToList();
        yellow.ShouldBe(yellow.Order());
        yellow.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    [Trait("req", "M7-B28")]
    public void a_crossing_task_has_one_unit_that_answers_for_it()
    {
        Decided(Docketable with { Tasks = [Docketable.Tasks[0] with { Supporting = [53] }] }).Refusal!.Field.ShouldBe("support-0");
        Decided(Docketable with { Tasks = [Docketable.Tasks[0] with { Supporting = [50, 54] }] }).Value.Tasks.Single().LeadUnitId.ShouldBe(53);
    }

    [Fact]
    [Trait("req", "M7-A36")]
    public void where_nobody_is_clearly_competent_the_office_takes_it()
    {
        var input = new DocketInput { Title = "无主事项", Source = "meeting", Origin = "常务会议", Tasks = [new TaskInput { Lead = Receivers.Fallback }] };
        var form = input.Read(Tasks.Book, DemoOffice.Present.Book(), Tasks.Monday).Value;
        (form.Tasks[0].IsFallback, form.Tasks[0].LeadUnitId).ShouldBe((true, 15));
        Decided(form).Value.Tasks[0].IsFallback.ShouldBeTrue();
        (input with { Tasks = [new TaskInput()] }).Read(Tasks.Book, DemoOffice.Present.Book(), Tasks.Monday).Value.Tasks[0].IsFallback.ShouldBeFalse();
    }

    [Fact]
    [Trait("req", "M7-A32")]
    [Trait("req", "M15-A26")]
    public void what_is_not_clear_or_cannot_be_measured_is_said_before_the_letter_goes()
    {
        FiveClear.IsMeasurable("新增泊位500个").ShouldBeTrue();
        FiveClear.IsMeasurable("方案印发并开工").ShouldBeTrue();
        FiveClear.IsMeasurable("取得明显成效").ShouldBeFalse();
        TaskView View(string measure) => new(new SupervisionTask { Title = "建停车场", Number = 1, Measure = measure, DueOn = new DateOnly(2026, 12, 14), OpenedAt = Tasks.Morning }, "市住建局", "", "", "", Side.Office, [], []);
        FiveClear.Of([View("新增泊位500个")], ["请抓紧。"], []).ShouldBeEmpty();
        FiveClear.Of([View("")], [], []).Count.ShouldBe(2);
        FiveClear.Of([View("取得明显成效")], ["请抓紧。"], []).Single().ShouldContain("可度量");
    }

    [Fact]
    [Trait("req", "M15-B33")]
    public void words_that_only_press_down_are_pointed_out()
    {
        var words = Tasks.Book.Value(SupervisionRules.PressingWords);
        FiveClear.Of([], ["请抓紧推进。"], words).ShouldBeEmpty();
        FiveClear.Of([], ["一把手要亲自抓，层层签订责任状。"], words).Single().ShouldSatisfyAllConditions(l => l.ShouldContain("一把手要亲自抓"), l => l.ShouldContain("签订责任状"));
    }

    [Fact]
    [Trait("req", "M7-A25")]
    [Trait("req", "M7-B55")]
    public void topics_and_ledgers_are_rows_of_rules_that_must_fit()
    {
        new[] { "巡视巡察整改", "生态环保督察整改", "重大项目", "农村环境整治", "基层党建", "民生实事" }.ShouldBeSubsetOf(Tasks.Book.Value(SupervisionRules.Topics).Select(t => t.Word));
        new[] { "政府工作报告", "民生实事", "巡视审计督察整改", "上级文件", "需上会或发文事项" }.ShouldBeSubsetOf(Tasks.Book.Value(SupervisionRules.Ledgers).Where(l => l.Group == "分类台账").Select(l => l.Word));
    }

    [Fact]
    [Trait("req", "M7-A22")]
    [Trait("req", "M7-B29")]
    [Trait("req", "M7-B105")]
    public void the_ways_of_going_and_of_checking_are_all_there()
    {
        new[] { "日常督促", "明查", "暗访", "实地督查", "蹲点督办", "媒体曝光核查" }.ShouldBeSubsetOf(Tasks.Book.Value(SupervisionRules.VisitWays).Select(w => w.Word));
        foreach (var way in new[] { "papers", "onsite", "interview" })
            TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close) with { Ways = [way] }, Tasks.At(Tasks.Morning, last: Tasks.Final())).Succeeded.ShouldBeTrue(way);
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close) with { Ways = ["看台账"] }, Tasks.At(Tasks.Morning, last: Tasks.Final())).Refusal!.Rule.ShouldBe("supervision.ways");
    }

    private static Zhongshu.Typesetting.Slips.SupervisionLetter Drafted(SupervisionItem item) =>
        DraftLetter.Of(new LetterFacts(item, "城区内涝点整治", [], [Task(1, 53, "改造排水管网")], []) { Book = DemoOffice.Present.Book(), Rules = Tasks.Book, Today = Tasks.Monday });

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
