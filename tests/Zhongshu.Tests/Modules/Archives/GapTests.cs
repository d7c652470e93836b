using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class GapTests
{
    [Fact]
    [Trait("req", "M12-A06")]
    public void A_year_in_which_a_section_that_had_filed_before_filed_nothing_is_a_gap_once_its_time_is_over()
    {
        (int, string)[] filed = [(2022, "MSE"), (2023, "MSE"), (2025, "MSE"), (2024, "MSY")];

        ArchiveGap.Among(filed, 2025).ShouldBe([new(2024, "MSE"), new(2025, "MSY")]);
        ArchiveGap.Among(filed, 2024).ShouldBe([new(2024, "MSE")], "the time for 2025 is not over");
        ArchiveGap.Among([], 2025).ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M12-A06")]
    public async Task The_archive_tells_the_gap_when_the_day_of_filing_has_passed()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));
        (await scene.AsAsync("archivist", s => s.GetRequiredService<FileMatter>().RunAsync(code, new FilingForm(), default))).Refusal.ShouldBeNull();
        scene.Clock.Pass(new DateTime(2028, 6, 30) - new DateTime(2026, 11, 23));
        (await GapsAsync(scene)).ShouldBeEmpty();

        scene.Clock.Pass(TimeSpan.FromDays(1));

        (await GapsAsync(scene)).ShouldBe([new(2027, "MSE")]);
    }

    private static Task<IReadOnlyList<ArchiveGap>> GapsAsync(Scene scene) => scene.AsAsync("archivist", s => s.GetRequiredService<ArchiveList>().GapsAsync(default));
}
