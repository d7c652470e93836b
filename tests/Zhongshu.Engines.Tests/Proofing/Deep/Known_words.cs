using Zhongshu.Engines.Tests.Proofing.Rules;
using Zhongshu.Proofing;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Deep;

/// <summary>Names of places and words of office life, which the texts behind the model hardly have.</summary>
public sealed class Known_words(TheModel model) : IClassFixture<TheModel>
{
    [Theory]
    [InlineData("请于周五下午到三楼会议室参加座谈会。")]
    [InlineData("全县共有二十三个行政村通了客车。")]
    [InlineData("清单报县直机关工委汇总，送综合科存档。")]
    [InlineData("请与机要室和收发室联系领取。")]
    public void Rooms_and_words_of_the_county_are_left_alone(string text) => Check(text).ShouldBeEmpty();

    [Theory]
    [InlineData("龙江县派人到淮安市鸿泽区城乡建设局学习。", "鸿", "洪")]
    [InlineData("培训班在山东省疗城市举办，为期三天。", "疗", "聊")]
    [InlineData("经研究，任命其为二级寻视员。", "寻", "巡")]
    public void A_name_missed_by_one_character_is_told(string text, string written, string meant)
    {
        var finding = Check(text).ShouldHaveSingleItem();
        (finding.Text, finding.Fix, finding.Severity).ShouldBe((written, meant, Severity.Suspect));
        finding.Message.ShouldContain("通用的名称或用语");
    }

    [Fact]
    public void A_place_of_the_same_root_is_another_place_and_no_slip() => Check("调研组赴潜山县学习考察。").ShouldNotContain(f => f.Fix == "铅");

    [Fact]
    public void A_place_that_the_document_gives_as_its_own_is_not_questioned()
    {
        const string Text = "清源县教育局关于校舍安全的请示\n清源县人民政府：\n为落实市政府关于校舍安全的要求，现将有关情况请示如下。\n全县现有学校120所，清源县财政每年安排维修资金。\n妥否，请批示。\n清源县教育局\n2026年3月1日";
        var options = new CheckOptions { Rules = Pipeline.Rules, Model = model.Open };
        Proofreader.Check(SourceDocument.FromText(Text), options).Findings.ShouldNotContain(f => f.Rule == ContextTypos.Rule && f.Text == "源");
        Proofreader.Check(SourceDocument.FromText("关于校舍的通知\n全县共有学校120所，清源县财政每年安排维修资金。"), options).Findings.ShouldContain(f => f.Rule == ContextTypos.Rule && f.Text == "源", "it is the document's own name that is let stand");
    }

    [Fact]
    public void Names_of_the_house_are_never_questioned()
    {
        const string Text = "加强组织领岛，压实工作责任，确保各项任务落到实处。";
        Check(Text).ShouldContain(f => f.Rule == ContextTypos.Rule && f.Text == "岛");
        Check(Text, CheckContext.Empty with { Subordinates = ["组织领岛"] }).ShouldNotContain(f => f.Rule == ContextTypos.Rule);
    }

    [Fact]
    public void The_clean_half_of_the_labelled_set_raises_no_alarm_in_the_deep_check()
    {
        var alarms = LabelledText.Clean().SelectMany(text => ContextTypos.Check(text.Structure.Document, model.Open, new ContextTypoOptions { Known = Pipeline.Rules.Data.Known })
            .Select(f => $"{f.Text} → {f.Fix} | {text.Line}"));
        alarms.ShouldBeEmpty();
    }

    private IReadOnlyList<Finding> Check(string text, CheckContext? context = null) =>
        Proofreader.CheckLines(SourceDocument.FromText(text), new CheckOptions { Rules = Pipeline.Rules, Model = model.Open, Context = context ?? CheckContext.Empty });
}
