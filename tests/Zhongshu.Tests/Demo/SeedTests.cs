using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo.Seeding;
using Zhongshu.Modules.Search;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Search;
using Zhongshu.Platform.Trail;
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

    [Theory]
    [Engines]
    public async Task What_was_said_on_seeded_documents_is_found_at_once(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.AsSystemAsync(async s =>
        {
            await new SeedOffice(s.GetRequiredService<OfficeDb>(), s.GetRequiredService<RuleShelf>().Book).RunAsync(new SeedPlan(30, 1, OfficeDay.Of(scene.Clock.GetUtcNow()).AddDays(-1), 0.1), _ => { });
            return 0;
        });

        var hits = (await scene.AsAsync("director", s => SearchView.ReadAsync(s.GetRequiredService<Office>(), "意见:同意办结", null, s.GetRequiredService<SearchSources>(), default))).Hits;

        hits.ShouldNotBeEmpty();
        hits.ShouldAllBe(h => h.Snippet.Any(p => p.Hit));
        (await scene.AsSystemAsync(s => s.GetRequiredService<OpinionIndex>().RunAsync(default))).ShouldBe(0);
    }

    [Theory]
    [Engines]
    public async Task Seeded_items_are_on_the_board_whole_with_an_unbroken_trail_and_can_be_worked_on(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.AsSystemAsync(async s =>
        {
            await new SeedItems(s.GetRequiredService<OfficeDb>()).RunAsync(new SeedPlan(60, 1, OfficeDay.Of(scene.Clock.GetUtcNow()).AddDays(-1), 0.2), _ => { });
            return 0;
        });
        var (rows, _) = await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter(), BoardFilter.PageSize, default));
        rows.ShouldNotBeEmpty();
        var view = (await scene.AsAsync("supervision", s => ItemView.ReadAsync(s.GetRequiredService<Office>(), rows[0].Code, default)))!;
        view.Tasks.ShouldHaveSingleItem().Task.Title.ShouldBe(view.Matter.Title);
        view.Letters.ShouldHaveSingleItem();
        view.Trail.Count.ShouldBe(view.Matter.TrailCount);
        var faults = await scene.AsSystemAsync(async s =>
        {
            var check = new ChainCheck(view.Matter.Id);
            var found = view.Trail.OrderBy(t => t.Sequence).SelectMany(check.Take).ToList();
            return check.End(view.Matter.TrailCount, view.Matter.TrailHash) is { } end ? [.. found, end] : found;
        });
        faults.ShouldBeEmpty();
        var act = new TaskActForm { Verb = TaskVerb.Withdraw, Reason = "事项已合并办理。" };
        (await scene.AsAsync("supervision", s => s.GetRequiredService<ActOnTask>().RunAsync(rows[0].Code, 1, act, default))).Refusal.ShouldBeNull();
    }
}
