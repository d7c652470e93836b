using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>What a text taken over from another leaves behind, where no table of the office says which places are its own.</summary>
public sealed class ResidueTests
{
    [Theory]
    [InlineData("清江县委、县政府高度重视。", "length.residue-place", "清江县")]
    [InlineData("完成××项目建设。", "length.residue-blank", "××")]
    [InlineData("预计投资XX亿元。", "length.residue-blank", "XX")]
    [InlineData("到2025年底，力争全部建成。", "length.residue-year", "2025年底")]
    public void What_was_left_is_told(string sentence, string rule, string stretch) =>
        Residue(Signed("东山县人民政府", sentence)).ShouldBe([(rule, stretch)]);

    [Theory]
    [InlineData("东山县委、县政府高度重视。")]
    [InlineData("赴清江县委学习考察。")]
    [InlineData("临江市委、市政府高度重视。")]
    [InlineData("到2025年底，全县已建成12个。")]
    [InlineData("到2027年底，力争全部建成。")]
    [InlineData("安装MAX型设备。")]
    public void What_belongs_is_let_stand(string sentence) => Residue(Signed("东山县人民政府", sentence)).ShouldBeEmpty();

    [Fact]
    public void A_text_that_masks_its_own_name_means_to() => Residue(Signed("××县人民政府", "完成××项目建设。")).ShouldBeEmpty();

    private static IEnumerable<(string Rule, string Text)> Residue(string text) =>
        Pipeline.Check(StructureRecovery.Recover(SourceDocument.FromText(text))).Where(f => f.Rule.StartsWith("length.residue", StringComparison.Ordinal)).Select(f => (f.Rule, f.Text));

    private static string Signed(string by, string sentence) => $"关于做好春耕工作的通知\n各乡镇人民政府：\n现将有关事项通知如下。\n{sentence}\n\n{by}\n2026年3月5日";
}
