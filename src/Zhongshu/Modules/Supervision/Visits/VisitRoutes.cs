using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Files;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Supervision.Visits;

/// Photographs go up before the visit is written down.
internal static class VisitRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/supervision/{code}/visits/files", UploadAsync).Requires("supervision.check");

    private static async Task UploadAsync(string code, HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        var before = http.Request.Query["files"].ToString();
        var ids = outcome.Files.Select(f => f.File.Id.ToString(CultureInfo.InvariantCulture)).Prepend(before).Where(id => id.Length > 0);
        http.Response.Redirect($"/supervision/{Uri.EscapeDataString(code)}/visits/new?files={Uri.EscapeDataString(string.Join(',', ids))}");
    }
}
