using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Burdens.Ratings;

internal static class RatingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/burdens/ratings/{id:long}/publication", PublishAsync).Requires(BurdensModule.Manage);
        var api = routes.MapGroup("/api/v1/burdens/ratings");
        api.MapPost("/", OpenAsync).Requires(BurdensModule.Manage);
        api.MapPost("/{id:long}/sheets", GiveAsync).Requires(BurdensModule.TakePart);
    }

    private static async Task PublishAsync(long id, HttpContext http, Rate rate, CancellationToken cancel)
    {
        var done = await rate.PublishAsync(id, cancel);
        http.Tell(done.Succeeded ? "已公布结果。" : done.Refusal.Message, done.Succeeded ? "success" : "danger");
        http.Response.Redirect($"/burdens/ratings/{id}");
    }

    private static async Task<IResult> OpenAsync(RoundInput input, Rate rate, CancellationToken cancel)
    {
        var done = await rate.OpenAsync(input, null, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/burdens/ratings/{done.Value.Id}", new RoundRow(done.Value.Id, done.Value.Title, done.Value.Until, done.Value.ItemList, done.Value.LeastGroup)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> GiveAsync(long id, SheetForm form, Rate rate, CancellationToken cancel)
    {
        var done = await rate.GiveAsync(id, form.Unit, form.Scores ?? [], form.Words, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    internal sealed record RoundRow(long Id, string Title, DateOnly Until, IReadOnlyList<string> Items, int LeastGroup);

    internal sealed record SheetForm(long Unit, IReadOnlyList<int>? Scores, string? Words);
}
