using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>Rules of kind and layout on plain documents, structure recovered as the command line does it.</summary>
public sealed class WholeDocumentTests
{
    [Theory]
    [InlineData("青石县人民政府关于恳请解决防汛物资经费请示的报告", "kind.request-report")]
    [InlineData("青石县水利局关于审批青溪大道项目建议书和核增编制的请示", "kind.request-two")]
    [InlineData("关于做好2026年度安全生产工作的通知。", "heading.title-stop")]
    public void A_title_is_read_even_where_it_is_wrong(string title, string rule) =>
        Check($"{title}\n市人民政府：\n现将有关情况报来，请审阅。\n青石县人民政府\n2026年8月3日").ShouldContain(f => f.Rule == rule);

    [Theory]
    [InlineData("青石县水利局关于申请建设和运营青溪水库的请示")]
    [InlineData("青石县水利局关于解决河道疏浚和堤防加固资金的请示")]
    public void One_matter_in_several_words_stays_one_matter(string title) =>
        Check($"{title}\n县人民政府：\n现将有关事项请示如下。\n妥否，请批示。\n青石县水利局\n2026年8月3日").ShouldNotContain(f => f.Rule == "kind.request-two");

    [Fact]
    public void Two_requests_numbered_in_the_text_are_two_matters() =>
        Check("青石县水利局关于青溪大道项目的请示\n县人民政府：\n特申请：一、批复项目建议书；二、核增事业编制3名。\n妥否，请批示。\n青石县水利局\n2026年8月3日")
            .ShouldContain(f => f.Rule == "kind.request-two" && f.Text.StartsWith("二、核增"));

    [Theory]
    [InlineData("请求拨付防汛经费20万元。同时，恳请核增事业编制3名。", "同时，恳请")]
    [InlineData("请求拨付防汛经费20万元。同时，请求增加编制2名。", "同时，请求")]
    [InlineData("特申请经费20万元，另外申请增加编制2名。", "另外申请")]
    [InlineData("一、关于拨付防汛经费\n请拨付20万元。\n二、关于核增编制\n请核增3名。", "二、关于核增编制")]
    public void A_second_request_is_a_second_matter_wherever_it_stands(string body, string second) =>
        Check($"青石县水利局关于防汛工作有关事项的请示\n县人民政府：\n现将有关事项请示如下。\n{body}\n妥否，请批示。\n青石县水利局\n2026年8月3日")
            .ShouldContain(f => f.Rule == "kind.request-two" && f.Text.StartsWith(second));

    [Theory]
    [InlineData("全市优化营商环境专项行动方案", true)]
    [InlineData("全市优化营商环境专项行动工作方案", false)]
    [InlineData("优化营商环境条例", false)]
    public void A_text_calls_what_it_prints_as_its_title_does(string said, bool told) =>
        Check($"云岭市人民政府办公室关于印发《全市优化营商环境专项行动工作方案》的通知\n各县（区）人民政府：\n《{said}》已经市政府同意，现印发给你们，请认真执行。\n云岭市人民政府办公室\n2026年11月5日")
            .Any(f => f.Rule == "consistency.printed-title" && f.Text == said).ShouldBe(told);

    [Theory]
    [InlineData("出席：王明、李强、赵刚\n列席：孙七、李强", "李强")]
    [InlineData("出席人员：王明、李强、王明\n请假：孙七", "王明")]
    [InlineData("出席：王明、李强（记录）\n列席：孙七、李强（综合科）", null)]
    public void Nobody_attends_twice(string lists, string? twice)
    {
        var found = Check($"云岭市人民政府办公室主任办公会议纪要\n11月20日，办公室主任主持召开主任办公会议。纪要如下：\n会议研究了安全生产工作，明确了责任分工。\n{lists}").Where(f => f.Rule == "consistency.attendance").Select(f => f.Text);
        found.ShouldBe(twice is null ? [] : [twice]);
    }

    [Theory]
    [InlineData("2026.3.5", "2026年3月5日")]
    [InlineData("2026-03-05", "2026年3月5日")]
    [InlineData("2026年3月5", "2026年3月5日")]
    [InlineData("2026年3月5号", "2026年3月5日")]
    public void A_date_in_figures_under_the_signature_is_written_out(string written, string right)
    {
        var finding = Check($"青石县水利局关于拨付防汛经费的请示\n县人民政府：\n请求拨付防汛经费20万元。\n妥否，请批示。\n附：1、预算表\n青石县水利局\n{written}");
        finding.ShouldContain(f => f.Rule == "kind.date-form" && f.Text == written && f.Fix == right);
        finding.ShouldContain(f => f.Rule == "kind.attachment-word" && f.Fix == "附件：");
        finding.ShouldContain(f => f.Rule == "punct.ordinal-arabic" && f.Text == "、");
    }

    [Fact]
    public void What_is_done_besides_is_no_second_request() =>
        Check("青石县水利局关于拨付防汛经费的请示\n县人民政府：\n请求拨付防汛经费20万元。同时，我局将加强资金管理。\n一、基本情况\n二、资金安排\n妥否，请批示。\n青石县水利局\n2026年8月3日").ShouldNotContain(f => f.Rule == "kind.request-two");

    [Theory]
    [InlineData("市人民政府", "临江市教育局", true)]
    [InlineData("临江市人民政府", "临江市教育局", true)]
    [InlineData("市人民政府", "东山县人民政府", true)]
    [InlineData("西川市人民政府", "临江市教育局", false)]
    [InlineData("市人民政府", "中共临江市委组织部", false)]
    [InlineData("市财政局", "临江市教育局", false)]
    [InlineData("临江市人民政府", "西川市人民政府", false)]
    public void A_letter_to_the_own_government_should_have_been_a_request(string to, string by, bool told) =>
        Check($"{by}关于商请解决校舍用地的函\n{to}：\n现将有关事项函商如下。\n特此函达。\n{by}\n2026年8月3日").Any(f => f.Rule == "kind.letter-up").ShouldBe(told);

    [Fact]
    public void An_attachment_is_named_by_its_title() =>
        Check("关于召开会议的通知\n各科室：\n现将有关事项通知如下。\n附件：1.会议回执表.docx\n2.座次表\n办公室\n2026年8月3日").Where(f => f.Rule == "kind.attachment-file").ShouldHaveSingleItem().Text.ShouldBe(".docx");

    [Fact]
    public void A_number_typed_with_blanks_is_still_a_number() =>
        Check("临江市人民政府文件\n临政发 [2026] 12号\n关于做好防汛工作的通知\n各县人民政府：\n请做好防汛工作。\n临江市人民政府\n2026年6月1日")
            .Where(f => f.Rule.StartsWith("kind.number", StringComparison.Ordinal)).Select(f => (f.Rule, f.Text, f.Fix))
            .ShouldBe([("kind.number-blank", " ", ""), ("kind.number-bracket-head", "[", "〔"), ("kind.number-bracket-head", "]", "〕"), ("kind.number-blank", " ", "")]);

    [Theory]
    [InlineData("各乡（镇）人民政府；")]
    [InlineData("各乡镇人民政府，县政府各部门。")]
    [InlineData("各县（市、区）人民政府、市直各部门、")]
    public void An_addressee_with_another_mark_is_still_the_addressee(string addressee) =>
        Check($"关于召开工作推进会的通知\n{addressee}\n经研究，定于近日召开会议，现将有关事项通知如下。\n青石县人民政府办公室\n2026年5月6日")
            .ShouldContain(f => f.Rule == "layout.addressee-colon" && f.Fix == "：");

    [Theory]
    [InlineData("各部门要抓好落实。")]
    [InlineData("各单位：请认真准备。")]
    public void A_sentence_below_the_title_is_no_addressee(string sentence) =>
        Check($"关于召开工作推进会的通知\n{sentence}\n现将有关事项通知如下。\n青石县人民政府办公室\n2026年5月6日").ShouldNotContain(f => f.Rule == "layout.addressee-colon");

    [Fact]
    public void A_fault_of_a_whole_line_stands_beside_a_typo_inside_it()
    {
        var findings = Check("关于开展隐患排查的通知\n各乡镇人民政府：\n现将有关事项通知如下。\n附件：1.隐患排查清单\n　　　2.责任分工表\n青石县人民政府办公室\n2026年5月6日\n附件1\n隐患排查台帐\n略\n附件2\n责任分工表\n略");
        findings.ShouldContain(f => f.Rule == "kind.attachment-name" && f.Text == "隐患排查");
        findings.ShouldContain(f => f.Text == "台帐" && f.Fix == "台账");
    }

    [Theory]
    [InlineData("对照《方案》[青办发〔2026〕12号]要求，逐项排查。", "punct.half-width-bracket", "（")]
    [InlineData("在产业协作方面……等领域加强合作。", "punct.ellipsis-etc", "……")]
    [InlineData("各地要抓抓落实工作，完善机制。", "", null)]
    [InlineData("各单位要细化措措施。", "typo.repeat", "措")]
    [InlineData("要以以项目建设为抓手。", "typo.repeat", "以")]
    [InlineData("可以以书面形式提出。", "", null)]
    [InlineData("进一步压实责任，确保彻彻底底整改。", "", null)]
    public void Marks_and_doubled_characters(string text, string rule, string? fix)
    {
        var findings = Pipeline.Check(text);
        if (rule.Length == 0) findings.ShouldBeEmpty();
        else findings[0].ShouldSatisfyAllConditions(f => f.Rule.ShouldBe(rule), f => f.Fix.ShouldBe(fix));
    }

    private static IReadOnlyList<Finding> Check(string text) =>
        Pipeline.Rules.Check(StructureRecovery.Recover(SourceDocument.FromText(text)), CheckContext.Empty);
}
