using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;
using Zhongshu.Proofing.Structure;
using Zhongshu.Engines.Tests.Proofing.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Annotate;

public sealed class CheckSheetTests
{
    private static readonly DocumentStructure Text = StructureRecovery.Recover(SourceDocument.FromText(
        "青石县人民政府文件\n青政发〔2026〕3号\n青石县人民政府关于安排专项资金的请示报告\n市人民政府：\n　　全县共有12个村未通公路，布署工作时发现资金不足,请予支持。\n　　妥否，请批示。\n青石县人民政府\n2026年3月5日\n抄送：各乡镇人民政府。"));

    [Fact]
    [Trait("req", "M3-A14")]
    [Trait("req", "M3-B24")]
    [Trait("req", "M3-B32")]
    public void Findings_stand_under_the_three_gates_they_belong_to()
    {
        var rows = Rows("三关");
        rows.Where(r => r.Gate == "文字关" && r.Item.StartsWith("错别字", StringComparison.Ordinal)).ShouldHaveSingleItem().Errors.ShouldBeGreaterThan(0);
        rows.Where(r => r.Gate == "文字关" && r.Item == "标点").ShouldHaveSingleItem().Errors.ShouldBeGreaterThan(0);
        rows.Select(r => r.Gate).Distinct().ShouldBe(["内容关", "格式关", "文字关"]);
        rows.Sum(r => r.Errors + r.Suspects + r.Suggestions).ShouldBe(Found().Count);
    }

    [Fact]
    [Trait("req", "M3-A19")]
    public void The_gate_of_form_reads_its_seven_items_out_of_the_document()
    {
        var read = Rows("三关").Where(r => r.Gate == "格式关" && r.Read.Length > 0).ToDictionary(r => r.Item, r => r.Read);
        read["文种"].ShouldNotBe("未标注");
        read["密级"].ShouldBe("未标注");
        read["紧急程度"].ShouldBe("未标注");
        read["主送"].ShouldBe("市人民政府");
        read["抄送"].ShouldContain("各乡镇人民政府");
        read["发文时间"].ShouldBe("2026年3月5日");
        read["发文号"].ShouldBe("青政发〔2026〕3号");
    }

    [Fact]
    [Trait("req", "M3-A21")]
    public void The_three_common_ills_are_counted_apart()
    {
        var ills = Rows("常见病").ToDictionary(r => r.Gate, r => r.Errors + r.Suspects + r.Suggestions);
        ills["文种混淆"].ShouldBeGreaterThan(0);
        ills["行文混乱"].ShouldBeGreaterThan(0);
        ills.Keys.ShouldBe(["行文混乱", "格式错误", "文种混淆"]);
    }

    [Fact]
    [Trait("req", "M3-A11")]
    [Trait("req", "M3-B12")]
    public void Brevity_substance_and_freshness_have_a_sheet_of_their_own()
    {
        var text = Pipeline.Structure(DocumentKind.通知, (ElementRole.Body, "改革的意义在于激发活力，成绩显著。"), (ElementRole.Body, "感谢各位在百忙之中参加会议。"));
        var rows = CheckSheet.Of(text, Pipeline.Check(text)).Where(r => r.Sheet == "短实新").ToDictionary(r => r.Gate, r => r.Suggestions);
        rows["短"].ShouldBe(1);
        rows["实"].ShouldBe(1);
        rows["新"].ShouldBe(1);
    }

    [Fact]
    public void The_report_as_a_page_carries_the_sheets()
    {
        var page = HtmlReport.Page([new CheckedFile("请示.txt", Text.Document, Found()) { Structure = Text }]);
        page.ShouldContain("核对单");
        page.ShouldContain("青政发〔2026〕3号");
        HtmlReport.Page([new CheckedFile("句子.txt", Text.Document, Found())]).ShouldNotContain("核对单");
    }

    private static IReadOnlyList<Finding> Found() => Pipeline.Check(Text);

    private static List<CheckRow> Rows(string sheet) => [.. CheckSheet.Of(Text, Found()).Where(r => r.Sheet == sheet)];
}
