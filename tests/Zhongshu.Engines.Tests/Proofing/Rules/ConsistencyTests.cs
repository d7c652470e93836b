using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

public sealed class ConsistencyTests
{
    private static readonly CheckContext Known = CheckContext.Empty with
    {
        Officials = [new Official("王明远", ["县长", "县委副书记"]), new Official("李知行", ["副县长"]), new Official("周清和", ["县政府办公室主任"])],
        KnownDocuments = new Dictionary<string, string> { ["青政发〔2025〕1号"] = "青石县公文处理办法" },
    };

    [Theory]
    [Trait("req", "M3-A26")]
    [Trait("req", "M3-B20")]
    [InlineData("县长王明远、副县长李知行出席会议。", null)]
    [InlineData("出席会议的有李知行、王明远。", "consistency.order")]
    [InlineData("县长王名远主持会议。", "consistency.name")]
    [InlineData("县长李知行主持会议。", "consistency.title")]
    public void Names_order_and_titles_follow_the_organisation_table(string text, string? rule) =>
        Pipeline.Check(text, Known).Select(f => f.Rule).ShouldBe(rule is null ? [] : [rule]);

    [Theory]
    [Trait("req", "M3-B19")]
    [InlineData("根据《青石县公文处理办法》（青政发〔2025〕1号）规定，制定本细则。", null)]
    [InlineData("根据《青石县公文办法》（青政发〔2025〕1号）规定，制定本细则。", "consistency.known-title")]
    [InlineData("根据《青石县公文处理办法》（青政发〔2025〕7号）规定，制定本细则。", "consistency.known-number")]
    public void Cited_documents_agree_with_the_document_base(string text, string? rule) =>
        Pipeline.Check(text, Known).Select(f => f.Rule).ShouldBe(rule is null ? [] : [rule]);

    [Fact]
    public void A_table_total_is_worked_out_and_the_difference_told()
    {
        string[][] rows = [["乡镇", "户数"], ["白河镇", "120"], ["青山镇", "80"], ["合计", "210"]];
        var cells = rows.SelectMany((row, r) => row.Select((text, c) => (text, r, c))).Select((cell, i) => new Paragraph
        {
            Index = i, Text = cell.text, Place = ParagraphPlace.TableCell, Cell = new CellAddress(0, cell.r, cell.c),
        }).ToList();
        var finding = Pipeline.Check(new DocumentStructure { Document = new SourceDocument(cells), Roles = new ElementRole[cells.Count] }).ShouldHaveSingleItem();
        finding.Rule.ShouldBe("consistency.table-sum");
        finding.Text.ShouldBe("210");
        finding.Message.ShouldContain("相差 10");
    }

    [Fact]
    public void A_growth_rate_is_worked_out_from_its_two_amounts()
    {
        Pipeline.Check("产值由80亿元增加到100亿元，增长20%。").ShouldHaveSingleItem().Message.ShouldContain("25%");
        Pipeline.Check("产值由79.6亿元增加到100.3亿元，增长26.0%。").ShouldBeEmpty();
    }

    [Fact]
    public void A_finding_let_stand_needs_a_reason()
    {
        const string Text = "各单位要认真布署今年的工作。";
        Pipeline.Check(Text, CheckContext.Empty with { Suppressions = [new Suppression("typo.word", "布署", "引用历史文件原文")] }).ShouldBeEmpty();
        Pipeline.Check(Text, CheckContext.Empty with { Suppressions = [new Suppression("typo.word", "布署", "")] }).Count.ShouldBe(1);
        Pipeline.Check(Text, CheckContext.Empty with { Suppressions = [new Suppression("punct", null, "标点不查")] }).Count.ShouldBe(1);
    }

    [Fact]
    public void The_units_own_rules_hold_and_a_bad_entry_is_named_without_losing_the_others()
    {
        var rules = UnitRules.Parse("""
            words:
            - { wrong: 县府办, right: 县政府办公室, severity: 错误, reason: 机关名称用规范化简称。 }
            - { right: 缺原词 }
            patterns:
            - { pattern: '第[0-9]+期', message: 期号用汉字。 }
            - { pattern: '(' }
            sensitive:
            - { word: 内部代号 }
            ignore:
            - { rule: typo.variant, reason: 本单位沿用旧词形 }
            - { rule: typo.word }
            """);
        rules.Problems.Count.ShouldBe(3);
        var findings = Pipeline.Check("请县府办编发简报第12期，不得出现内部代号和其它事项。", CheckContext.Empty with { Unit = rules });
        findings.Select(f => f.Rule).ShouldBe(["unit.word", "unit.pattern", "secrecy.unit-word"]);
        findings[0].Severity.ShouldBe(Severity.Error);
        findings[0].Fix.ShouldBe("县政府办公室");
    }

    [Fact]
    public void A_file_that_is_no_YAML_is_a_problem_and_no_exception() =>
        UnitRules.Parse("words: [ { wrong: 甲").Problems.ShouldHaveSingleItem().ShouldContain("YAML");

    [Fact]
    public void Of_two_findings_on_one_stretch_the_graver_stands()
    {
        var unit = UnitRules.Parse("words:\n- { wrong: 认真布署, right: 部署, severity: 建议 }\n");
        Pipeline.Check("各单位要认真布署工作。", CheckContext.Empty with { Unit = unit }).ShouldHaveSingleItem().Rule.ShouldBe("typo.word");
    }
}
