using Zhongshu.Proofing;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Engines.Tests.Proofing.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Deep;

/// <summary>Characters missing, too many or in the wrong order.</summary>
public sealed class Mishaps(TheModel model) : IClassFixture<TheModel>
{
    [Theory]
    [InlineData("加快推进农业农村现代化化建设，全面推进乡村振兴。", "化", "")]
    public void Are_found_where_the_context_is_sure(string text, string written, string meant)
    {
        var finding = Check(text).ShouldHaveSingleItem();
        finding.Text.ShouldBe(written);
        finding.Fix.ShouldBe(meant);
        finding.Rule.ShouldBe(ContextTypos.Rule);
        finding.Severity.ShouldBe(Severity.Suspect);
    }

    [Fact]
    public void A_word_list_gives_way_to_the_context()
    {
        const string Clean = "强化科技成果高质量供给与转化应用。";
        var document = SourceDocument.FromText(Clean);
        Proofreader.CheckLines(document, new CheckOptions { Rules = Pipeline.Rules, Model = model.Open }).ShouldBeEmpty();
    }

    private IReadOnlyList<Finding> Check(string text) => ContextTypos.Check(SourceDocument.FromText(text), model.Open);
}
