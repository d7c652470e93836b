using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Rounds;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision.Rounds;

/// A calendar of inspections by lot that reaches everybody within half a year.
public sealed class RoundTests
{
    [Fact]
    [Trait("req", "M15-A22")]
    public void Whoever_was_not_reached_in_this_half_is_drawn_first_and_nobody_twice_at_once()
    {
        var any = from all in Gen.Choose(1, 12) from missing in Gen.Choose(0, 12) from count in Gen.Choose(1, 8) from seed in Gen.Choose(0, 999) select (all, Math.Min(all, missing), count, seed);
        Prop.ForAll(any.ToArbitrary(), of =>
        {
            var (all, missing, count, seed) = of;
            IReadOnlyList<long> places = [.. Enumerable.Range(1, all).Select(n => (long)n)], uncovered = [.. places.TakeLast(missing)];
            var turn = seed;
            var drawn = RoundRules.Draw(places, uncovered, count, n => (turn = ((turn * 31) + 7) % 9973) % n);
            drawn.Count.ShouldBe(Math.Min(count, all));
            drawn.ShouldBeUnique();
            drawn.Take(Math.Min(count, missing)).ShouldBeSubsetOf(uncovered);
        }).QuickCheckThrowOnFailure();
    }

    [Theory, Engines]
    [Trait("req", "M15-A22")]
    public async Task Drawn_month_by_month_everybody_is_reached_by_the_end_of_the_half_and_no_draw_is_repeated(string engine)
    {
        RoundRules.HalfOf(new DateOnly(2026, 6, 30)).ShouldBe((new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)));
        Tasks.Book.Value(RoundRules.Areas).Count.ShouldBe(6);
        await using var scene = await Scene.OpenAsync(engine);
        (await DrawAsync(scene, "director")).ShouldBe("platform.forbidden");
        (await DrawAsync(scene, "supervision")).ShouldBe("ok");
        (await DrawAsync(scene, "supervision")).ShouldBe("supervision.round-early");
        var first = await scene.AsAsync("supervision", s => KeepRound.Mine(s.GetRequiredService<Office>()).SingleAsync());
        first.Places.Count.ShouldBe(3);
        (await HoldAsync(scene, first.Id)).ShouldBe("supervision.missing");
        (await HoldAsync(scene, first.Id, "制度执行", "作风纪律")).ShouldBe("ok");
        (await HoldAsync(scene, first.Id, "制度执行")).ShouldBe("supervision.round-done");
        scene.Clock.Pass(TimeSpan.FromDays(31));
        (await DrawAsync(scene, "supervision")).ShouldBe("ok");
        var both = await scene.AsAsync("supervision", s => KeepRound.Mine(s.GetRequiredService<Office>()).ToListAsync());
        both.SelectMany(r => r.Places).ShouldBeUnique();
    }

    [Theory, Engines]
    public async Task A_place_that_was_drawn_and_not_looked_at_yet_follows_a_merger(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await DrawAsync(scene, "supervision")).ShouldBe("ok");
        var places = (await scene.AsAsync("supervision", s => KeepRound.Mine(s.GetRequiredService<Office>()).AsNoTracking().SingleAsync())).Places;
        await scene.SucceedAsync(places[0], places[1]);
        (await scene.AsAsync("supervision", s => KeepRound.Mine(s.GetRequiredService<Office>()).AsNoTracking().SingleAsync())).Places.ShouldBe(places.Skip(1));
    }

    [Fact]
    [Trait("req", "M15-A22")]
    public async Task The_lot_is_drawn_on_the_page_and_what_was_seen_is_told_there()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        (await officer.SubmitAsync(await officer.GetAsync("/supervision/rounds"), "form.draw-form")).Location.ShouldBe("/supervision/rounds");
        var page = await officer.GetAsync("/supervision/rounds");
        page.Text.ShouldContain("已到3个");
        (await officer.SubmitAsync(page, "form.hold-form", ("areas", "组织建设"), ("found", "支部换届按期完成。"))).Location.ShouldBe("/supervision/rounds");
        (await officer.GetAsync("/supervision/rounds")).Text.ShouldContain("支部换届按期完成。");
    }

    private static async Task<string> DrawAsync(Scene scene, string login) => (await scene.AsAsync(login, s => s.GetRequiredService<KeepRound>().DrawAsync("check", null, default))).Refusal?.Rule ?? "ok";

    private static async Task<string> HoldAsync(Scene scene, long id, params string[] areas) => (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepRound>().HoldAsync(id, areas, "情况良好。", null, default))).Refusal?.Rule ?? "ok";
}
