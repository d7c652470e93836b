using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.IncomingDocuments.Learn;

internal static class LearnRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/incoming/{code}/studied", NoteAsync).Requires("matters.read-office").WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> NoteAsync(HttpContext http, string code, [FromForm] string? note, ReadEarly early, CancellationToken cancel)
    {
        var outcome = await early.NoteAsync(code, note, cancel);
        if (!outcome.Succeeded) return RefusedForm.With(http, outcome.Refusal, $"matters/{Uri.EscapeDataString(code)}", ("note", "学习要点"));
        http.Tell("学习要点已记下。");
        return Results.Redirect($"/matters/{Uri.EscapeDataString(code)}");
    }
}
