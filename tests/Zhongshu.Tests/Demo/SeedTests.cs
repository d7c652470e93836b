using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo.Seeding;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Demo;

public sealed class SeedTests
{
    [Fact]
    public async Task Seeding_beside_what_is_there_takes_no_number_twice_and_leaves_it_the_newest()
    {
        await using var scene = await Scene.OpenAsync();
        var first = await scene.RegisteredAsync(ScenePlay.Paper("关于秋冬农业生产的报告"));
        await scene.AsSystemAsync(async s =>
        {
            var until = OfficeDay.Of(scene.Clock.GetUtcNow()).AddDays(-1);
            await new SeedOffice(s.GetRequiredService<OfficeDb>(), s.GetRequiredService<RuleShelf>().Book).RunAsync(new SeedPlan(40, 1, until, 0.1), _ => { });
            return 0;
        });
        var next = await scene.RegisteredAsync(ScenePlay.Paper("关于冬季供暖准备的报告", 2));

        var codes = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Matter>().OrderBy(m => m.Id).Select(m => m.Code).ToListAsync());
        codes.Count.ShouldBe(42);
        codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(42);
        codes[^2..].ShouldBe([first, next]);
    }
}
