using Zhongshu.Platform.Notices;

namespace Zhongshu.Tests.Modules.Notices;

public sealed class NoticeFitTests
{
    [Fact]
    public void What_is_too_long_to_be_kept_is_cut_at_a_character()
    {
        var longest = new string('办', Notice.Longest);
        Notice.Fit(longest).ShouldBe(longest);
        Notice.Fit(longest + "文").ShouldBe(new string('办', Notice.Longest - 1) + "…");
        // The two units of the rare character would stand on both sides of the cut.
        Notice.Fit(new string('办', Notice.Longest - 2) + "𬱖办文").ShouldBe(new string('办', Notice.Longest - 2) + "…");
    }
}
