using Zhongshu.Typesetting;

namespace Zhongshu.Engines.Tests.Typesetting;

public sealed class HeadingNumberTests
{
    [Theory]
    [InlineData(0, "一")]
    [InlineData(8, "九")]
    [InlineData(9, "十")]
    [InlineData(10, "十一")]
    [InlineData(19, "二十")]
    [InlineData(20, "二十一")]
    [InlineData(98, "九十九")]
    [InlineData(99, "100")]
    public void A_heading_is_numbered_as_one_reads_it(int index, string numeral) => HeadingNumber.Of(index).ShouldBe(numeral);
}
