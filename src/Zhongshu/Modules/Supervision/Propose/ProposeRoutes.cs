using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Files;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Supervision.Propose;

internal static class ProposeRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/supervision/propose/files", UploadAsync).Requires("supervision.docket");

    private static async Task UploadAsync(HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        http.Response.Redirect(outcome.Files.Count == 0 ? "/supervision/propose" : string.Create(CultureInfo.InvariantCulture, $"/supervision/propose?file={outcome.Files[0].File.Id}"));
    }
}
