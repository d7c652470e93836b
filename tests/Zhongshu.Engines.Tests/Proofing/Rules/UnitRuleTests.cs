using Zhongshu.Proofing.Rules;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

public sealed class UnitRuleTests
{
    [Fact]
    public void A_fix_takes_over_what_the_pattern_caught() =>
        Pipeline.Check("走访企业120家。", With("patterns:\n- { pattern: '([0-9]+)家', message: 用户数, fix: '$1户' }")).ShouldHaveSingleItem().Fix.ShouldBe("120户");

    [Theory]
    [InlineData("wrongkey: 3", "“3”不成条目")]
    [InlineData("words:\n- 抓手", "“抓手”不成条目")]
    [InlineData("word:\n- { wrong: 甲, right: 乙 }", "不认识的栏目“word”")]
    [InlineData("ignore:\n- { rule: numbr.wan, reason: 习惯 }", "没有“numbr.wan”这一类规则")]
    [InlineData("ignore:\n- { rule: number, text: 万 }", "须写明理由")]
    public void What_cannot_be_read_is_said(string yaml, string problem) => UnitRules.Parse(yaml).Problems.ShouldHaveSingleItem().ShouldContain(problem);

    private static CheckContext With(string yaml) => CheckContext.Empty with { Unit = UnitRules.Parse(yaml) };
}
