using System.Globalization;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Proofs.Check;

internal static class CheckRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/proofing/files", UploadAsync).Requires("proofing.use");

    private static async Task UploadAsync(HttpContext http, PostedFileReader reader, NewProof check, Office office, CancellationToken cancel)
    {
        var file = await reader.ReadAsync(http, office.Rules.Value(ProofingRules.LargestFile), cancel);
        var outcome = file.Succeeded ? await check.OfFileAsync(file.Value, cancel) : file.Refusal;
        if (!outcome.Succeeded) http.Tell(outcome.Refusal.Message, "danger");
        http.Response.Redirect(outcome.Succeeded ? string.Create(CultureInfo.InvariantCulture, $"/proofing/{outcome.Value}") : "/proofing");
    }
}
