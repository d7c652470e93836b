using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Files;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Supervision.Import;

internal static class ImportRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/supervision/import/template", ImportSheet.TemplateAsync).Requires("supervision.docket");
        routes.MapPost("/supervision/import/files", UploadAsync).Requires("supervision.docket");
    }

    private static async Task UploadAsync(HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        http.Response.Redirect(outcome.Files.Count == 0 ? "/supervision/import" : string.Create(CultureInfo.InvariantCulture, $"/supervision/import?file={outcome.Files[0].File.Id}"));
    }
}
