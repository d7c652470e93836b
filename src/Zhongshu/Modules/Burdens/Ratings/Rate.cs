using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Burdens.Ratings;

/// A round as it is opened.
public sealed record RoundInput(string Title, DateOnly? Until, IReadOnlyList<long> Rated, IReadOnlyList<long> Raters)
{
    // A program may leave them out.
    public string Title { get; init; } = Title ?? "";

    public IReadOnlyList<long> Rated { get; init; } = Rated ?? [];

    public IReadOnlyList<long> Raters { get; init; } = Raters ?? [];
}

/// 开展评议、评议、公布、认领整改.
internal sealed class Rate(Office office)
{
    public Task<Outcome<RatingRound>> OpenAsync(RoundInput input, string? once, CancellationToken cancel) => office.WriteAsync<RatingRound>(once, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("开展下评上");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var rows = UnitCircle.Rows(book, keeper, office.Today).Select(u => u.Id).ToHashSet();
        var (rated, raters, least) = (input.Rated.Where(rows.Contains).ToHashSet(), input.Raters.Where(rows.Contains).ToHashSet(), office.Rules.Value(BurdenRules.RatingGroup));
        if (input.Title.Trim().Length is 0 or > 80) return RatingRefusals.NoTitle;
        if (input.Until is not { } until || until < office.Today) return RatingRefusals.NoUntil;
        if (rated.Count == 0 || raters.Count < least) return RatingRefusals.TooFew(least);
        if (rated.Overlaps(raters)) return RatingRefusals.BothSides;
        if (await office.Db.Set<RatingRound>().AnyAsync(r => r.KeeperId == keeper && r.Title == input.Title.Trim(), cancel)) return RatingRefusals.OncePeriod(input.Title.Trim());
        var round = new RatingRound { Id = office.Ids.Next(), KeeperId = keeper, Title = input.Title.Trim(), Until = until, Items = string.Join('\n', office.Rules.Value(BurdenRules.RatingItems)), LeastGroup = least, At = office.Now };
        office.Db.Add(round);
        office.Db.AddRange(rated.Select(u => new RatingUnit { RoundId = round.Id, UnitId = u }));
        office.Db.AddRange(raters.Select(u => new RatingUnit { RoundId = round.Id, UnitId = u, Rates = true }));
        foreach (var person in raters.SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct())
            office.Tell(person, "work", $"请于{until:M月d日}前参加{round.Title}下评上。不记录谁评了什么，{least}份以上才公布结果。在“办事 › 减负填报”。");
        await office.Db.RecordPlatformAsync(new Act("ratings.opened", $"开展{round.Title}下评上，{raters.Count}个单位评议{rated.Count}个单位") { Changes = new { round.Id, Rated = rated, Raters = raters } }, office.Ids, office.Now, cancel);
        return round;
    }, cancel);

    /// No line on the trail and no time: who rated is known, and what was said, and nothing joins the two.
    public Task<Outcome<Done>> GiveAsync(long roundId, long ratedId, IReadOnlyList<int> scores, string? words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.TakePart)) return Refusal.Forbidden("评议");
        var unit = UnitCircle.SpeaksFor(await office.BookAsync(cancel), office.Actor);
        var round = await office.Db.Set<RatingRound>().SingleOrDefaultAsync(r => r.Id == roundId, cancel);
        var units = await office.Db.Set<RatingUnit>().Where(u => u.RoundId == roundId).ToListAsync(cancel);
        if (round is null || !units.Exists(u => u.Rates && u.UnitId == unit) || !units.Exists(u => !u.Rates && u.UnitId == ratedId)) return Refusal.NotFound("这次评议");
        if (round.PublishedAt is not null || office.Today > round.Until) return RatingRefusals.Over;
        if (scores.Count != round.ItemList.Count || scores.Any(s => s is < 1 or > 5)) return RatingRefusals.NoScore;
        if (words?.Length > 1000) return RatingRefusals.LongWords;
        if (await office.Db.Set<RatingDone>().AnyAsync(d => d.RoundId == roundId && d.RaterId == unit && d.RatedId == ratedId, cancel)) return RatingRefusals.Once;
        office.Db.Add(new RatingDone { RoundId = roundId, RaterId = unit, RatedId = ratedId });
        office.Db.Add(new RatingSheet { Id = Lot(), RoundId = roundId, RatedId = ratedId, Scores = string.Join(',', scores), Words = words?.Trim() ?? "" });
        return Done.Yes;
    }, cancel);

    public Task<Outcome<RatingRound>> PublishAsync(long roundId, CancellationToken cancel) => office.WriteAsync<RatingRound>(null, async () =>
    {
        if (!office.Actor.May(BurdensModule.Manage)) return Refusal.Forbidden("公布评议结果");
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        if (await office.Db.Set<RatingRound>().SingleOrDefaultAsync(r => r.Id == roundId && r.KeeperId == keeper, cancel) is not { } round) return Refusal.NotFound("这次评议");
        if (round.PublishedAt is not null) return RatingRefusals.Over;
        round.PublishedAt = office.Now;
        var rated = await office.Db.Set<RatingUnit>().Where(u => u.RoundId == roundId && !u.Rates).Select(u => u.UnitId).ToListAsync(cancel);
        foreach (var person in rated.SelectMany(u => UnitCircle.People(book, u, office.Today)).Distinct())
            office.Tell(person, "result", $"{round.Title}下评上结果已公布，请查看并认领整改。");
        await office.Db.RecordPlatformAsync(new Act("ratings.published", $"公布{round.Title}下评上结果") { Changes = new { round.Id } }, office.Ids, office.Now, cancel);
        return round;
    }, cancel);

    /// 认领整改
    public Task<Outcome<Done>> PledgeAsync(long roundId, string? words, CancellationToken cancel) => office.WriteAsync<Done>(null, async () =>
    {
        var book = await office.BookAsync(cancel);
        var unit = UnitCircle.SpeaksFor(book, office.Actor);
        var rated = await office.Db.Set<RatingUnit>().SingleOrDefaultAsync(u => u.RoundId == roundId && u.UnitId == unit && !u.Rates, cancel);
        var round = await office.Db.Set<RatingRound>().SingleOrDefaultAsync(r => r.Id == roundId && r.PublishedAt != null, cancel);
        if (rated is null || round is null) return Refusal.NotFound("这次评议");
        if (string.IsNullOrWhiteSpace(words) || words.Length > 2000) return RatingRefusals.NoPledge;
        rated.Pledge = words.Trim();
        await office.Db.RecordPlatformAsync(new Act("ratings.pledged", $"{book.Unit(unit)?.ShortName}认领{round.Title}下评上整改") { Quote = rated.Pledge, Changes = new { round.Id } }, office.Ids, office.Now, cancel);
        return Done.Yes;
    }, cancel);

    private static long Lot() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(8)) & 0x1FFFFFFFFFFFFF;
}

/// Every expected "no" of 下评上, one line each.
internal static class RatingRefusals
{
    public static readonly Refusal NoTitle = new("ratings.title", "请写明评议的时段，如“2026年下半年”。") { Field = "title" };

    public static readonly Refusal NoUntil = new("ratings.until", "请填写截止日期，不早于今天。") { Field = "until" };

    public static readonly Refusal BothSides = new("ratings.both", "一个单位不能既评议又被评议，请调整。") { Field = "raters" };

    public static readonly Refusal Over = new("ratings.over", "这次评议已经截止或已公布结果。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoScore = new("ratings.score", "请给每一项打分，1至5分。") { Field = "scores" };

    public static readonly Refusal LongWords = new("ratings.words", "意见最多1000字，请精简。") { Field = "words" };

    public static readonly Refusal Once = new("ratings.once", "本单位已经评过这个单位，一个时段只评一次。") { Kind = RefusalKind.Conflict };

    public static readonly Refusal NoPledge = new("ratings.pledge", "请写明认领的问题、整改措施和时间，最多2000字。") { Field = "words" };

    public static Refusal TooFew(int least) => new("ratings.few", $"至少要有1个被评单位和{least}个评议单位，否则会看出是谁评的。") { Field = "raters" };

    public static Refusal OncePeriod(string title) => new("ratings.period", $"“{title}”已经开展过评议，一个时段只开展一次。") { Field = "title", Kind = RefusalKind.Conflict };
}
