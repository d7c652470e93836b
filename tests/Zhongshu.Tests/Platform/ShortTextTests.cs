using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Platform;

namespace Zhongshu.Tests.Platform;

public sealed class ShortTextTests
{
    [Fact]
    public void what_fits_stays_and_what_does_not_ends_with_an_ellipsis_within_the_length()
    {
        "办理情况".Cut(4).ShouldBe("办理情况");
        "办理情况说明".Cut(4).ShouldBe("办理情…");
        "".Cut(20).ShouldBe("");
    }

    [Fact]
    public void a_character_of_two_halves_is_never_cut_through()
    {
        "甲𬱖乙丙".Cut(3).ShouldBe("甲…");
        Prop.ForAll(Gen.Elements("甲", "𬱖", "a").ListOf().ToArbitrary(), Gen.Choose(2, 20).ToArbitrary(), (pieces, most) =>
        {
            var text = string.Concat(pieces);
            var cut = text.Cut(most);
            return cut.Length <= most && !char.IsHighSurrogate(cut.TrimEnd('…').LastOrDefault()) && (text.Length > most || cut == text);
        }).QuickCheckThrowOnFailure();
    }
}
