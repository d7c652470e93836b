using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Files;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Supervision.Act;

/// Evidence goes up before the feedback is written; what was uploaded before stays chosen.
internal static class FeedbackRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/supervision/{code}/feedback/{number:int}/files", UploadAsync).Requires("supervision.check", "incoming.handle");

    private static async Task UploadAsync(string code, int number, HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        var ids = string.Join(',', outcome.Files.Select(f => f.File.Id.ToString(CultureInfo.InvariantCulture)));
        http.Response.Redirect($"/supervision/{Uri.EscapeDataString(code)}/feedback/{number.ToString(CultureInfo.InvariantCulture)}?files={ids}");
    }
}
