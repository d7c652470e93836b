using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Challenges;

/// Whatever the pages of 揭榜挂帅 can do, a program can do.
internal static class ChallengeApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/challenges");
        api.MapGet("/", ListAsync).Requires(ChallengesModule.Manage, ChallengesModule.Bid, "statistics.read");
        api.MapPost("/", PostAsync).Requires(ChallengesModule.Manage);
        api.MapPost("/{id:long}/bids", BidAsync).Requires(ChallengesModule.Bid);
    }

    private static async Task<IResult> ListAsync(Office office, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var rows = await office.Db.Set<Challenge>().AsNoTracking().Where(c => c.KeeperId == keeper).OrderByDescending(c => c.Id).Take(200).ToListAsync(cancel);
        return TypedResults.Ok(rows.Select(Row));
    }

    private static async Task<IResult> PostAsync(PostInput input, RunChallenge acts, CancellationToken cancel)
    {
        var done = await acts.PostAsync(input, null, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/challenges/{done.Value.Id}", Row(done.Value)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> BidAsync(long id, BidInput input, RunChallenge acts, CancellationToken cancel)
    {
        var done = await acts.BidAsync(id, input, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    private static ChallengeRow Row(Challenge c) => new(c.Id, c.Title, c.State.ToString(), c.Need, c.Measure, c.FieldUnitId, c.BidsUntil, c.DueOn, c.ChosenUnitId, c.MatterCode, c.IsLagging, c.Mark);

    internal sealed record ChallengeRow(long Id, string Title, string State, string Need, string Measure, long Field, DateOnly BidsUntil, DateOnly DueOn, long? Chosen, string Matter, bool IsLagging, int? Mark);
}
