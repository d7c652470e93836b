using System.Net.Http.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Burdens.Ratings;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Burdens;

public sealed class RatingTests
{
    private static readonly int[] Good = [5, 4, 5, 4, 5];

    [Theory, Engines]
    [Trait("req", "M15-B11")]
    public async Task A_unit_rates_once_nobody_can_join_sheet_and_rater_and_few_sheets_are_not_told(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var round = (await OpenAsync(scene, "2026年下半年")).Value;
        var trail = await CountAsync<TrailEntry>(scene);
        (await GiveAsync(scene, "county", round.Id, Good)).Refusal.ShouldBeNull();
        (await GiveAsync(scene, "county", round.Id, Good)).Refusal!.Rule.ShouldBe("ratings.once");
        (await GiveAsync(scene, "head1", round.Id, Good)).Refusal.ShouldNotBeNull("only who was asked rates");
        (await CountAsync<TrailEntry>(scene)).ShouldBe(trail, "a rating leaves no line");

        var sheet = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<RatingSheet>().SingleAsync());
        typeof(RatingSheet).GetProperties().Select(p => p.Name).ShouldNotContain(n => n.Contains("Rater") || n.Contains("Person") || n == "At");
        typeof(RatingDone).GetProperties().Select(p => p.Name).ShouldBe(["RoundId", "RaterId", "RatedId"]);
        RatingResult.Of([50], [sheet], 5, round.LeastGroup).Single().ShouldSatisfyAllConditions(r => r.Sheets.ShouldBe(1), r => r.Mean.ShouldBeNull(), r => r.Words.ShouldBeEmpty());

        await scene.AsAsync("director", s => s.GetRequiredService<Rate>().PublishAsync(round.Id, default));
        (await GiveAsync(scene, "county", round.Id, Good)).Refusal!.Rule.ShouldBe("ratings.over");
        (await scene.AsAsync("bureau", s => s.GetRequiredService<Rate>().PledgeAsync(round.Id, "合并报表，年底前完成", default))).Refusal.ShouldBeNull();
    }

    [Fact]
    [Trait("req", "M15-B11")]
    public async Task Nothing_is_marked_until_somebody_marks_it()
    {
        await using var office = await TestOffice.StartAsync();
        var keeper = await office.TokenAsync("director");
        using var opened = await keeper.PostAsJsonAsync("/api/v1/burdens/ratings/", new { title = "2026年下半年", until = $"{TestClock.MondayMorning.AddDays(9):yyyy-MM-dd}", rated = new[] { 50 }, raters = new[] { 40, 41, 42, 43, 44 } });
        var county = await office.SignedInAsAsync("county");
        var path = opened.Headers.Location!.ToString().Replace("/api/v1", "", StringComparison.Ordinal);
        var page = await county.GetAsync(path);
        page.Page.QuerySelectorAll("select[name=score]").ShouldAllBe(s => s.QuerySelector("option")!.GetAttribute("value") == "" && s.HasAttribute("required"));
        (await county.SubmitAsync(page, "form:has(select[name=score])")).Text.ShouldContain("请给每一项打分");
    }

    [Fact]
    [Trait("req", "M15-B11")]
    public async Task A_period_is_rated_once_by_enough_units_that_are_not_rated_themselves()
    {
        await using var scene = await Scene.OpenAsync();
        (await OpenAsync(scene, "2026年", [40, 41])).Refusal!.Rule.ShouldBe("ratings.few");
        (await OpenAsync(scene, "2026年", [40, 41, 50])).Refusal!.Rule.ShouldBe("ratings.both");
        (await OpenAsync(scene, "2026年")).Refusal.ShouldBeNull();
        (await OpenAsync(scene, "2026年")).Refusal!.Rule.ShouldBe("ratings.period");
    }

    [Fact]
    public void Below_the_least_group_nothing_but_the_number_is_told_and_above_it_the_mean_whatever_the_order()
    {
        var sheet = from rated in Gen.Choose(50, 53) from scores in Gen.Choose(1, 5).ListOf(2) select new RatingSheet { RatedId = rated, Scores = string.Join(',', scores), Words = "意见" };
        Prop.ForAll(sheet.ListOf().ToArbitrary(), Gen.Choose(3, 5).ToArbitrary(), (sheets, least) =>
        {
            var told = RatingResult.Of([50, 51, 52, 53], sheets, 2, least);
            var turned = RatingResult.Of([53, 52, 51, 50], [.. sheets.AsEnumerable().Reverse()], 2, least);
            return told.All(r => r.Sheets == sheets.Count(s => s.RatedId == r.UnitId) && (r.Mean is null) == (r.Sheets < least) && (r.Words.Count == 0) == (r.Mean is null) && r.Mean is null or >= 1 and <= 5)
                && told.Zip(turned).All(p => p.First.UnitId == p.Second.UnitId && p.First.Mean == p.Second.Mean && p.First.Words.SequenceEqual(p.Second.Words));
        }).QuickCheckThrowOnFailure();
    }

    [Theory, Engines]
    [Trait("req", "M15-B11")]
    public async Task A_round_under_way_follows_a_merger_on_both_sides_and_nobody_rates_itself_or_twice(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var round = (await OpenAsync(scene, "2026年下半年")).Value.Id;
        (await GiveAsync(scene, "county", round, Good)).Refusal.ShouldBeNull();
        await scene.SucceedAsync(50, 51);
        (await UnitsAsync(scene)).ShouldBe([(40, true), (41, true), (42, true), (51, false)]);
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<RatingSheet>().SingleAsync())).RatedId.ShouldBe(51);
        (await GiveAsync(scene, "county", round, Good, 51)).Refusal!.Rule.ShouldBe("ratings.once", "the sheet went along");

        await scene.SucceedAsync(40, 44);
        await scene.SucceedAsync(41, 42);
        (await UnitsAsync(scene)).ShouldBe([(42, true), (44, true), (51, false)]);
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<RatingDone>().SingleAsync())).ShouldSatisfyAllConditions(d => d.RaterId.ShouldBe(44), d => d.RatedId.ShouldBe(51));
        await scene.SucceedAsync(51, 42);
        (await UnitsAsync(scene)).ShouldBe([(42, false), (44, true)], "who is rated rates no more");

        await scene.AsAsync("director", s => s.GetRequiredService<Rate>().PublishAsync(round, default));
        await scene.SucceedAsync(42, 43);
        (await UnitsAsync(scene)).ShouldBe([(42, false), (44, true)], "what was told stays told");
    }

    private static Task<List<(long, bool)>> UnitsAsync(Scene scene) => scene.AsSystemAsync(async s =>
        (await s.GetRequiredService<OfficeDb>().Set<RatingUnit>().AsNoTracking().OrderBy(u => u.UnitId).ToListAsync()).ConvertAll(u => (u.UnitId, u.Rates)));

    private static Task<Outcome<RatingRound>> OpenAsync(Scene scene, string title, IReadOnlyList<long>? raters = null) =>
        scene.AsAsync("director", s => s.GetRequiredService<Rate>().OpenAsync(new RoundInput(title, new DateOnly(2026, 12, 10), [50], raters ?? [40, 41, 42]), null, default));

    private static Task<Outcome<Done>> GiveAsync(Scene scene, string login, long round, IReadOnlyList<int> scores, long rated = 50) =>
        scene.AsAsync(login, s => s.GetRequiredService<Rate>().GiveAsync(round, rated, scores, "报表少了", default));

    private static Task<int> CountAsync<T>(Scene scene) where T : class => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<T>().CountAsync());
}
