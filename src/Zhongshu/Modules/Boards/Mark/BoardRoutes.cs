using Microsoft.AspNetCore.Antiforgery;
using Zhongshu.Modules.Boards.Digest;
using Zhongshu.Modules.Boards.Show;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.Boards.Mark;

internal static class BoardRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/board/marks/{code}", MarkAsync).WithMetadata(new RequireAntiforgeryTokenAttribute()).Requires(BoardsModule.Mark);
        routes.MapPost("/board/marks/{code}/remove", RemoveAsync).WithMetadata(new RequireAntiforgeryTokenAttribute()).Requires(BoardsModule.Mark);
        var api = routes.MapGroup("/api/v1/board");
        api.MapGet("/", async (Office office, CancellationToken cancel) => TypedResults.Ok(await BoardView.ReadAsync(office, cancel))).Requires(BoardsModule.Look);
        api.MapPut("/marks/{code}", PutAsync).Requires(BoardsModule.Mark);
        DigestFiles.Map(routes);
    }

    private static async Task<IResult> MarkAsync(string code, HttpContext http, MarkFocus marks, CancellationToken cancel)
    {
        var done = await marks.RunAsync(code, FocusInput.Posted(await http.Request.ReadFormAsync(cancel)), cancel);
        return Answer(http, code, done.Refusal, "已列入领导看板。");
    }

    private static async Task<IResult> PutAsync(string code, FocusInput input, MarkFocus marks, CancellationToken cancel)
    {
        var done = await marks.RunAsync(code, input, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    private static async Task<IResult> RemoveAsync(string code, HttpContext http, MarkFocus marks, CancellationToken cancel)
    {
        var done = await marks.RemoveAsync(code, (await http.Request.ReadFormAsync(cancel))["reason"].ToString().Trim(), cancel);
        return Answer(http, code, done.Refusal, "已移出领导看板。");
    }

    private static IResult Answer(HttpContext http, string code, Platform.Decisions.Refusal? refusal, string done)
    {
        if (refusal is not null) return RefusedForm.With(http, refusal, $"/matters/{code}", ("reason", "理由"));
        http.Tell(done);
        return Results.Redirect($"/matters/{code}#focus");
    }
}
