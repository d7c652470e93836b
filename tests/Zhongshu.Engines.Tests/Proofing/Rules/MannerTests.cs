using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>文风: what offices ask of a draft beside correctness. All of it is 建议.</summary>
public sealed class MannerTests
{
    private const string Declared = "各单位要提高站位，坚定不移把思想统一到会议精神上来，以更加饱满的热情投身工作。";
    private const string Measured = "县数据局牵头，3月底前建成平台并组织培训120人。";

    [Theory]
    [Trait("req", "M3-B06")]
    [Trait("req", "M3-B07")]
    [Trait("req", "M3-B30")]
    [Trait("req", "M3-B26")]
    [Trait("req", "M3-A20")]
    [InlineData("政策犹如甘霖，滋润了企业。", "length.figurative")]
    [InlineData("全县建设如火如荼。", "length.ornate")]
    [InlineData("改革的意义在于激发活力。", "length.definition")]
    [InlineData("全年工作成绩显著，来年继续努力。", "length.cliche")]
    [InlineData("这一做法史无前例，效果很好。", "length.absolute")]
    public void A_figure_of_speech_a_cliche_or_a_boast_is_named(string text, string rule)
    {
        var finding = Pipeline.Check(text).ShouldHaveSingleItem();
        finding.Rule.ShouldBe(rule);
        finding.Severity.ShouldBe(Severity.Suggestion);
        finding.Fix.ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M3-B08")]
    public void More_declarations_than_measures_are_told_with_both_counts()
    {
        var finding = Rules(Notice([.. Repeat(Declared, 16), .. Repeat(Measured, 3)])).Single(f => f.Rule == "length.declarations");
        finding.Message.ShouldContain("16 句");
        finding.Message.ShouldContain("3 句");
        Rules(Notice([.. Repeat(Declared, 3), .. Repeat(Measured, 20)])).ShouldNotContain(f => f.Rule == "length.declarations");
    }

    [Fact]
    [Trait("req", "M3-A12")]
    public void A_text_mostly_in_general_terms_is_told_its_share()
    {
        const string General = "这项工作关系群众切身利益，也关系长远发展，大家都应当认真对待，把它放在心上。";
        Rules(Notice([.. Repeat(General, 20), .. Repeat(Measured, 4)])).ShouldContain(f => f.Rule == "length.general");
        Rules(Notice([.. Repeat(General, 4), .. Repeat(Measured, 30)])).ShouldNotContain(f => f.Rule == "length.general");
    }

    [Fact]
    [Trait("req", "M3-B14")]
    public void A_long_way_to_the_point_is_told_in_characters()
    {
        var runUp = Repeat("这项工作由来已久，历届班子都很重视，干部群众也一直盼着把它做好，方方面面都有期待。", 12);
        Rules(Notice([.. runUp, "现将有关事项通知如下：", .. Repeat(Measured, 10)])).ShouldContain(f => f.Rule == "length.run-up");
        Rules(Notice(["现将有关事项通知如下：", .. Repeat(Measured, 30)])).ShouldNotContain(f => f.Rule == "length.run-up");
    }

    [Fact]
    [Trait("req", "M3-B13")]
    public void Results_without_a_figure_ask_for_one()
    {
        var empty = string.Concat(Repeat("基层治理水平稳步提升，群众生活明显改善，", 8)) + "各方面都很满意。";
        Rules(Of(DocumentKind.报告, empty)).ShouldContain(f => f.Rule == "length.no-figures");
        Rules(Of(DocumentKind.报告, empty + "全年新增就业320人。")).ShouldNotContain(f => f.Rule == "length.no-figures");
    }

    [Fact]
    [Trait("req", "M3-B09")]
    public void A_goal_without_anybody_to_reach_it_is_no_measure()
    {
        Rules(Of(DocumentKind.方案, "1.服务质量显著提升，群众满意程度达到全市前列。")).ShouldContain(f => f.Rule == "length.goal-only");
        Rules(Of(DocumentKind.方案, "1.县数据局牵头制定服务清单，群众满意程度达到全市前列。")).ShouldNotContain(f => f.Rule == "length.goal-only");
    }

    [Fact]
    [Trait("req", "M3-B23")]
    public void A_regulation_speaks_the_language_of_law()
    {
        Rules(Of(DocumentKind.办法, "第三条　各部门要大力做好服务。")).ShouldContain(f => f.Rule == "kind.law-words" && f.Text == "大力");
        Rules(Of(DocumentKind.办法, "第三条　各部门应当提供服务。")).ShouldNotContain(f => f.Rule == "kind.law-words");
    }

    [Fact]
    [Trait("req", "M3-A27")]
    public void A_report_that_tells_no_problem_and_no_next_step_lacks_its_elements()
    {
        var done = Repeat("县里按照要求做了摸底，各乡镇逐户走访，登记在册，工作进展顺利，群众反映良好，干部作风扎实。", 20);
        Rules(Of(DocumentKind.报告, done)).Single(f => f.Rule == "kind.report-parts").Message.ShouldContain("存在问题、下一步打算");
        Rules(Of(DocumentKind.报告, [.. done, "主要问题是人手不足。", "下一步，县里增配人员。"])).ShouldNotContain(f => f.Rule == "kind.report-parts");
    }

    [Fact]
    [Trait("req", "M3-B16")]
    public void A_deployment_shows_its_frame_its_tasks_and_its_course()
    {
        var filler = Repeat(Measured, 50).Select(t => (ElementRole.Body, t));
        (ElementRole, string)[] some = [(ElementRole.Heading1, "一、总体要求"), (ElementRole.Heading1, "二、重点任务"), (ElementRole.Heading1, "三、工作要点")];
        Rules(Pipeline.Structure(DocumentKind.方案, [.. some, .. filler])).Single(f => f.Rule == "kind.plan-parts").Message.ShouldContain("步骤、分工或保障");
        Rules(Pipeline.Structure(DocumentKind.方案, [.. some, (ElementRole.Heading1, "四、组织实施"), .. filler])).ShouldNotContain(f => f.Rule == "kind.plan-parts");
    }

    [Fact]
    [Trait("req", "M3-B29")]
    public void An_upward_text_is_divided_and_one_for_the_grass_roots_is_plain()
    {
        var flat = Repeat("县里按照要求做了摸底，主要问题是人手不足，下一步增配人员。", 60);
        Rules(Of(DocumentKind.报告, flat)).ShouldContain(f => f.Rule == "length.unstructured");
        Rules(Of(DocumentKind.报告, ["一、工作情况", .. flat])).ShouldNotContain(f => f.Rule == "length.unstructured");
        var wordy = Notice([.. Repeat("各村要在镇党委统一领导下按照既定部署和时间节点有序推进人居环境整治提升行动各项具体任务并将进展情况和存在的困难问题及时向镇里报送以便统筹研究解决。", 10)]);
        Rules(wordy with { Addressee = "各村民委员会" }).ShouldContain(f => f.Rule == "length.plain");
        Rules(wordy with { Addressee = "市政府各部门" }).ShouldNotContain(f => f.Rule == "length.plain");
    }

    [Fact]
    [Trait("req", "M3-B02")]
    public void A_report_carries_few_attachments()
    {
        var text = Pipeline.Structure(DocumentKind.报告, (ElementRole.Body, "现将情况报告如下。"), (ElementRole.AttachmentNote, "附件：1.甲表")) with { Attachments = ["甲表", "乙表", "丙表"] };
        Rules(text).ShouldContain(f => f.Rule == "length.attachments");
        Rules(text with { Attachments = ["甲表"] }).ShouldNotContain(f => f.Rule == "length.attachments");
    }

    [Fact]
    [Trait("req", "M3-B15")]
    public void What_only_copies_the_superior_is_told_the_share()
    {
        var superior = string.Join('\n', Repeat(Measured, 1)) + "各地要结合实际细化措施，压实责任，按时报送进展，省里将适时组织督查并通报结果，确保年底前全部完成。";
        Rules(Notice([superior]), CheckContext.Empty with { SuperiorText = superior }).ShouldContain(f => f.Rule == "length.same-as-superior");
        Rules(Notice(["县里自己定了五条办法，逐条落到镇村，由县长每周调度，镇村干部包片包户，谁的事谁来办，办不好要说明原因并限期整改到位。"]), CheckContext.Empty with { SuperiorText = superior }).ShouldNotContain(f => f.Rule == "length.same-as-superior");
    }

    [Fact]
    [Trait("req", "M3-A35")]
    public void Each_demand_of_the_superior_and_each_own_decision_is_looked_for_in_the_text()
    {
        var context = CheckContext.Empty with { Points = ["年底前完成城区内涝点整治", "推行河湖长巡河打卡", "略"] };
        var carried = Notice(["各镇要在今年年底前全面完成城区内涝点的整治任务，逐点销号。", "推行河湖长巡河打卡制度，每月通报。"]);
        var half = Notice(["各镇要在今年年底前全面完成城区内涝点的整治任务，逐点销号。", "加强值班值守。"]);
        Rules(carried, context).ShouldNotContain(f => f.Rule == "consistency.not-carried");
        Rules(half).ShouldNotContain(f => f.Rule == "consistency.not-carried");
        var told = Rules(half, context).Single(f => f.Rule == "consistency.not-carried").Message;
        told.ShouldContain("“推行河湖长巡河打卡”");
        told.ShouldNotContain("内涝");
    }

    [Fact]
    [Trait("req", "M3-B11")]
    public void What_the_same_reader_was_told_before_is_shortened()
    {
        const string Told = "县里建成十二个服务站，配备专职人员三十名，群众办事平均少跑两趟，办理时间由五天缩短到一天，回访满意率百分之九十八，做法已经写成手册印发各乡镇。";
        Rules(Of(DocumentKind.报告, Told, "今年新开工两个服务站。"), CheckContext.Empty with { EarlierTexts = [Told] }).Single(f => f.Rule == "length.told-before").Paragraph.ShouldBe(0);
        Rules(Of(DocumentKind.报告, "今年新开工两个服务站。"), CheckContext.Empty with { EarlierTexts = [Told] }).ShouldNotContain(f => f.Rule == "length.told-before");
    }

    [Fact]
    [Trait("req", "M3-B10")]
    public void A_report_on_the_same_subject_every_year_leaves_its_background_out()
    {
        var text = Of(DocumentKind.报告, "做好节水工作具有重要意义，是贯彻落实新发展理念的必然要求，各方面都要充分认识。") with { Title = "关于2026年节水工作情况的报告" };
        Rules(text, CheckContext.Empty with { LastYear = "关于2025年节水工作情况的报告\n去年的正文。" }).ShouldContain(f => f.Rule == "length.not-first");
        Rules(text, CheckContext.Empty with { LastYear = "关于2025年防汛工作情况的报告\n去年的正文。" }).ShouldNotContain(f => f.Rule == "length.not-first");
    }

    private static IReadOnlyList<Finding> Rules(DocumentStructure text, CheckContext? context = null) => Pipeline.Check(text, context);

    private static DocumentStructure Notice(string[] lines) => Of(DocumentKind.通知, lines);

    private static DocumentStructure Of(DocumentKind kind, params string[] lines) =>
        Pipeline.Structure(kind, [.. lines.Select(line => (line.StartsWith("一、", StringComparison.Ordinal) ? ElementRole.Heading1 : ElementRole.Body, line))]);

    private static string[] Repeat(string text, int times) => [.. Enumerable.Repeat(text, times)];
}
