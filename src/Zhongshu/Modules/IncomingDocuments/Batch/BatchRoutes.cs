using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.IncomingDocuments.Batch;

internal static class BatchRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/incoming/batch/template", (Office office) => BatchSheet.TemplateAsync(office.Rules)).Requires("incoming.register");
        routes.MapPost("/incoming/batch/files", UploadAsync).Requires("incoming.register");
    }

    private static async Task UploadAsync(HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        http.Response.Redirect(outcome.Files.Count == 0 ? "/incoming/batch" : string.Create(CultureInfo.InvariantCulture, $"/incoming/batch?file={outcome.Files[0].File.Id}"));
    }
}
