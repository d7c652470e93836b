using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Propose;

namespace Zhongshu.Tests.Modules.Supervision.Propose;

/// What a report proposes, by the shipped words; the day is Monday 23 November 2026.
public sealed class TaskSentencesTests
{
    private static readonly ReportReading Reading = new()
    {
        Units =
        [
            new(50, "云岭市发展和改革委员会", ["云岭市发展和改革委员会", "市发展改革委", "发展改革委"]),
            new(51, "云岭市财政局", ["云岭市财政局", "市财政局", "财政局"]),
            new(53, "云岭市住房和城乡建设局", ["云岭市住房和城乡建设局", "市住建局", "住建局"]),
        ],
        ByDuty = text => text.Contains("学校", StringComparison.Ordinal) ? (52, "各级各类教育") : null,
        Verbs = Tasks.Book.Value(SupervisionRules.ProposalVerbs),
        PastMarks = Tasks.Book.Value(SupervisionRules.ProposalPast),
        Year = 2027,
        Today = Tasks.Monday,
        Calendar = Tasks.Book.Calendar,
    };

    [Fact]
    [Trait("req", "M7-B107")]
    [Trait("req", "M7-B74")]
    public void A_sentence_that_sets_work_gives_its_task_measure_day_and_units()
    {
        var task = TaskSentences.Of("一、重点工作\n（一）城市更新\n加快城区停车场建设，6月底前新增泊位500个，由市住建局牵头，市财政局配合。", Reading).ShouldHaveSingleItem();
        (task.Title, task.Measure, task.Lead, task.LeadWhy).ShouldBe(("加快城区停车场建设", "6月底前新增泊位500个", 53, "文中点名"));
        task.Supporting.ShouldBe([51]);
        (task.Due, task.DueWords).ShouldBe((new DateOnly(2027, 6, 30), "6月底前"));
        (task.Paragraph, task.Heading).ShouldBe((3, "一、重点工作 （一）城市更新"));
        task.Sentence.ShouldBe("加快城区停车场建设，6月底前新增泊位500个，由市住建局牵头，市财政局配合。");
    }

    [Fact]
    public void What_was_done_and_what_is_only_wished_is_no_task()
    {
        TaskSentences.Of("一、2026年工作回顾\n新增泊位500个，完成投资3亿元。", Reading).ShouldBeEmpty();
        TaskSentences.Of("全年完成投资30亿元，同比增长5%。", Reading).ShouldBeEmpty();
        TaskSentences.Of("加强作风建设。天气晴好，公园里有500个人。", Reading).ShouldBeEmpty();
        TaskSentences.Of("加强作风建设，年底前完成全员轮训。", Reading).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("新改建农村公路100公里，年底前完工。", "新改建农村公路100公里")]
    [InlineData("城镇新增就业3.2万人。", "城镇新增就业3.2万人")]
    public void What_reports_say_every_year_is_proposed(string text, string title) => TaskSentences.Of(text, Reading).ShouldHaveSingleItem().Title.ShouldBe(title);

    [Theory]
    [InlineData("新建学校3所。（牵头单位：市发展改革委；配合单位：市财政局、市住建局）", 50L)]
    [InlineData("市财政局会同市住建局负责筹集资金2亿元，新建公园3个。", 51L)]
    [InlineData("新建学校3所，支持市财政局工作，由发展改革委牵头。", 50L)]
    [InlineData("新建学校3所。", 52L)]
    public void The_lead_is_whom_the_text_says_leads_or_else_whose_duty_it_is(string text, long lead) =>
        TaskSentences.Of(text, Reading).ShouldHaveSingleItem().Lead.ShouldBe(lead);

    [Theory]
    [InlineData("6月底前完成", 2027, 6, 30)]
    [InlineData("2月底前完成", 2027, 2, 26)]
    [InlineData("2028年3月15日前完成", 2028, 3, 15)]
    [InlineData("十一月中旬完成", 2027, 11, 19)]
    [InlineData("二季度开工", 2027, 6, 30)]
    [InlineData("前三季度完成", 2027, 9, 30)]
    [InlineData("上半年完成", 2027, 6, 30)]
    [InlineData("年底前完成", 2027, 12, 31)]
    [InlineData("2026年底前完成", 2026, 12, 31)]
    [InlineData("一季度开工，年底前建成", 2027, 12, 31)]
    [InlineData("本月底前报送", 2026, 11, 30)]
    [InlineData("15个工作日内办结", 2026, 12, 14)]
    [InlineData("三个月内整改到位", 2027, 2, 23)]
    public void A_deadline_phrase_means_the_last_workday_of_its_period(string text, int year, int month, int day) =>
        DeadlinePhrases.Find(text, 2027, Tasks.Monday, Tasks.Book.Calendar)!.Day.ShouldBe(new DateOnly(year, month, day));

    [Theory]
    [InlineData("每月通报进展")]
    [InlineData("每季度调度一次")]
    [InlineData("3个月份额")]
    [InlineData("加强管理")]
    public void What_recurs_is_no_deadline(string text) => DeadlinePhrases.Find(text, 2027, Tasks.Monday, Tasks.Book.Calendar).ShouldBeNull();

    [Fact]
    public void The_year_is_the_plans_own()
    {
        TaskSentences.YearOf("云岭市2027年政府工作报告\n……", 2026).ShouldBe(2027);
        TaskSentences.YearOf("工作安排", 2026).ShouldBe(2026);
    }

    [Fact]
    public void Whatever_the_text_each_proposal_stands_in_its_paragraph_to_the_letter()
    {
        var pieces = Gen.Elements("加快", "完成", "新建", "学校", "6月底前", "2月30日", "第二季度", "年底前", "，", "。", "；", "（", "）", "\n", "一、", "（二）", "500个", "99%", "市财政局", "牵头", "由", "责任单位：", "同比", " ", "十", "0", "个工作日内", "9999年", "A");
        var texts = Gen.ArrayOf(pieces).Select(string.Concat).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(texts, text =>
        {
            var paragraphs = ReportParagraph.Of(text);
            foreach (var task in TaskSentences.Of(text, Reading))
            {
                paragraphs.Single(p => p.Number == task.Paragraph).Text.ShouldContain(task.Sentence);
                task.Supporting.ShouldNotContain(task.Lead ?? 0);
                if (task.Due is { } due) due.ShouldBeInRange(new DateOnly(2000, 1, 1), new DateOnly(9998, 12, 31));
            }
        }));
    }
}
