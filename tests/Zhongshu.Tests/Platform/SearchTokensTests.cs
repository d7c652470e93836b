using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Platform.Search;

namespace Zhongshu.Tests.Platform;

/// What the index holds and what a search asks for fit each other.
public sealed class SearchTokensTests
{
    [Theory]
    [InlineData("督查督办", "督查 查督 督办 办")]
    [InlineData("岚政办发〔2026〕18号", "岚政 政办 办发 发 2026 18 号")]
    [InlineData("GDP增长5.2%", "gdp 增长 长 5 2")]
    [InlineData("ABC", "abc")]
    [InlineData("", "")]
    public void Text_is_taken_apart_into_bigrams_and_words(string text, string tokens) =>
        string.Join(' ', SearchTokens.Of(text)).ShouldBe(tokens);

    [Fact]
    public void One_character_is_a_prefix_two_are_a_token_more_are_a_phrase()
    {
        SearchTokens.Asked("督").ShouldHaveSingleItem().IsPrefix.ShouldBeTrue();
        SearchTokens.Asked("督查").ShouldHaveSingleItem().Tokens.ShouldBe(["督查"]);
        SearchTokens.Asked("督查督办").ShouldHaveSingleItem().Tokens.ShouldBe(["督查", "查督", "督办"]);
    }

    [Fact]
    public void Fields_phrases_days_and_unwanted_words_are_understood()
    {
        var ask = SearchAsk.Read("预算 来文单位:财政局 \"老旧小区 改造\" -征求意见 从：2026-01-01");

        ask.Wanted.ShouldBe([(null, "预算"), ("sender", "财政局"), (null, "老旧小区 改造")]);
        ask.Unwanted.ShouldBe(["征求意见"]);
        ask.From.ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void Nothing_typed_is_syntax_of_the_index()
    {
        var typed = "\") OR title:* NEAR(a b) ' & | ! <-> -- ;";
        SearchExpression.ForSqlite(SearchAsk.Read(typed)).ShouldNotContain("*)");
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            var expression = SearchExpression.ForSqlite(SearchAsk.Read(text));
            return expression.Count(c => c == '"') % 2 == 0;
        }).QuickCheckThrowOnFailure();
    }
}
