using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.IncomingDocuments.Morning;

internal static class MorningRoutes
{
    public sealed record ProgressForm(string? Text);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/incoming/morning", (bool? all, Office office, CancellationToken cancel) => MorningList.RowsAsync(office, all == true, cancel)).Requires("incoming.propose", "incoming.chase");
        routes.MapPost("/api/v1/incoming/{code}/progress", NoteAsync).Requires("incoming.propose", "incoming.chase", "incoming.handle");
    }

    private static async Task<IResult> NoteAsync(string code, ProgressForm form, NoteProgress note, CancellationToken cancel)
    {
        var outcome = await note.RunAsync(code, form.Text, cancel);
        return outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
    }
}
