using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Engines.Tests.Proofing.Deep;

public sealed class Context_typos(TheModel model) : IClassFixture<TheModel>
{
    [Theory]
    [InlineData("各地区各部门要认真贯彻落实党中央、国务院决策布署。", "布", "部")]
    [InlineData("现将有关事项通知如下，请认真惯彻执行。", "惯", "贯")]
    [InlineData("加强组织领岛，压实工作责任，确保各项任务落到实处。", "岛", "导")]
    [InlineData("进一步完善社会保账体系，切实保障和改善民生。", "账", "障")]
    [InlineData("坚持以人民为中心的发展思想，深入推进供给测结构性改革。", "测", "侧")]
    public void Finds_a_slip_and_what_was_meant(string text, string written, string meant)
    {
        var finding = Check(text).ShouldHaveSingleItem();
        finding.Text.ShouldBe(written);
        finding.Fix.ShouldBe(meant);
        finding.Start.ShouldBe(text.IndexOf(written, StringComparison.Ordinal));
        finding.Rule.ShouldBe(ContextTypos.Rule);
    }

    [Theory]
    [InlineData("维护公平竞争的时长秩序，激发各类经营主体活力。", "时长", "市场")]
    [InlineData("由省交通投资集团优先公司负责项目建设和运营。", "优先", "有限")]
    public void Finds_two_characters_that_went_wrong_together(string text, string written, string meant)
    {
        var finding = Check(text).ShouldHaveSingleItem();
        finding.Text.ShouldBe(written);
        finding.Fix.ShouldBe(meant);
    }

    [Fact]
    public void A_county_that_names_itself_twice_knows_its_name()
    {
        var known = ContextTypoOptions.Default with { Known = Zhongshu.Proofing.Rules.RuleData.Load(Path.GetDirectoryName(TheModel.Path)!).Known };
        IReadOnlyList<Finding> Of(string text) => ContextTypos.Check(SourceDocument.FromText(text), model.Open, known);
        Of("清源县人民政府办公室关于开展安全生产大检查的通知\n请各单位认真组织实施。").ShouldContain(f => f.Text == "源" && f.Fix == "河");
        Of("清源县人民政府办公室关于开展安全生产大检查的通知\n请各单位认真组织实施。\n清源县人民政府办公室").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("由陈志远同志任组长。")]
    [InlineData("会议由陈志远同志主持。")]
    public void A_person_spoken_of_with_a_title_keeps_the_name(string text) => Check(text).ShouldBeEmpty();

    [Fact]
    public void Never_says_more_than_suspect() =>
        Check("请认真惯彻执行，加强组织领岛。").ShouldAllBe(finding => finding.Severity == Severity.Suspect);

    [Fact]
    public void Explains_by_likeness_and_by_how_often_each_wording_was_read()
    {
        var message = Check("各地区各部门要认真贯彻落实党中央、国务院决策布署。").ShouldHaveSingleItem().Message;
        message.ShouldStartWith("「布署」疑为「部署」：「布」与「部」同音");
        message.ShouldContain("「布署」未见");
    }

    [Theory]
    [InlineData("各地区各部门要认真贯彻落实党中央、国务院决策部署。")]
    [InlineData("现将有关事项通知如下，请认真贯彻执行。")]
    [InlineData("加强组织领导，压实工作责任，确保各项任务落到实处。")]
    [InlineData("经研究，同意你单位关于举办业务培训班的请示。")]
    [InlineData("请于2025年3月27日前将报名回执报送办公室。")]
    [InlineData("深入学习贯彻党的二十届二中全会精神。")]
    [InlineData("本机关定于下周三下午召开第七次办公会议。")]
    [InlineData("主持人：沈知予、陆见山，记录：顾小满。")]
    public void Leaves_clean_text_alone(string text) => Check(text).ShouldBeEmpty();

    [Fact]
    public void Leaves_the_offices_own_words_alone()
    {
        const string text = "各地区各部门要认真贯彻落实党中央、国务院决策布署。";
        var options = new ContextTypoOptions { OwnWords = ["决策布署"] };
        ContextTypos.Check(SourceDocument.FromText(text), model.Open, options).ShouldBeEmpty();
    }

    [Fact]
    public void Names_the_paragraph_it_is_in()
    {
        var findings = Check("第一段没有问题。\n请认真惯彻执行上级决策部署。\n第三段也没有问题。");
        findings.ShouldHaveSingleItem().Paragraph.ShouldBe(1);
    }

    [Fact]
    public void A_text_on_one_line_is_read_as_far_as_its_end()
    {
        const string Sentence = "各地要加强组织领岛，认真惯彻执行国务院决策布署。";
        var slips = Check(string.Concat(Enumerable.Repeat(Sentence, 2000)));
        slips.Select(f => f.Start / Sentence.Length).Distinct().Count().ShouldBe(2000);
        slips.GroupBy(f => (f.Start % Sentence.Length, f.Fix)).ShouldAllBe(slip => slip.Count() == 2000);
    }

    [Fact]
    public void Asks_for_an_open_model()
    {
        var closed = ContextModel.Open(TheModel.Path);
        closed.Dispose();
        Should.Throw<ObjectDisposedException>(() => ContextTypos.Check(SourceDocument.FromText("文本"), closed));
    }

    [Fact]
    public void Takes_any_text_and_keeps_its_spans_inside_it()
    {
        var pieces = Gen.OneOf(
            Gen.Choose(0, char.MaxValue).Select(c => ((char)c).ToString()),
            Gen.Elements("贯彻落实", "惯彻", "决策布署", "。", "\n", "《", "》", "〔2024〕", "12.5%", "𠮷", "\ud840", "王", "同志", "　", "布署部署"));
        Prop.ForAll(pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary(), text =>
        {
            var document = SourceDocument.FromText(text);
            var last = (-1, 0);
            foreach (var finding in ContextTypos.Check(document, model.Open))
            {
                var paragraph = document.Paragraphs[finding.Paragraph].Text;
                paragraph[finding.Start..finding.End].ShouldBe(finding.Text);
                Math.Abs(finding.Fix!.Length - finding.Text.Length).ShouldBeLessThanOrEqualTo(1);
                finding.Fix.ShouldNotBe(finding.Text);
                finding.Confidence.ShouldBeInRange(0, 1);
                (finding.Paragraph, finding.Start).ShouldBeGreaterThanOrEqualTo(last);
                last = (finding.Paragraph, finding.End);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Says_the_same_each_time_and_on_every_thread()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 50; i++) text.AppendLine("各地要加强组织领岛，认真惯彻执行国务院决策布署。");
        var once = Check(text.ToString());
        once.Count.ShouldBeGreaterThanOrEqualTo(100);
        var again = new IReadOnlyList<Finding>[4];
        Parallel.For(0, again.Length, i => again[i] = Check(text.ToString()));
        foreach (var findings in again) findings.ShouldBe(once);
    }

    private IReadOnlyList<Finding> Check(string text) => ContextTypos.Check(SourceDocument.FromText(text), model.Open);
}
