using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.IncomingDocuments.Retrospects;

internal static class RetrospectRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/incoming/{code}/retrospect/add", AddAsync).Requires("incoming.route", "incoming.chase").WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/incoming/{code}/retrospect/{id:long}", MendAsync).Requires("incoming.route", "incoming.chase").WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> AddAsync(HttpContext http, string code, NoteFinding note, [FromForm] string? from, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        string Text(string name) => form[name].ToString();
        var unit = long.TryParse(Text("unit"), CultureInfo.InvariantCulture, out var id) ? id : 0;
        var outcome = await note.AddAsync(code, new FindingForm(Text("stage"), Text("problem"), Text("cause"), Text("measure"), unit), cancel);
        return outcome.Succeeded ? Back(http, code, outcome, "漏洞已登记。") : RefusedForm.With(http, outcome.Refusal, $"incoming/{Uri.EscapeDataString(code)}/retrospect", ("problem", "问题"), ("cause", "原因"), ("measure", "改进措施"));
    }

    private static async Task<IResult> MendAsync(HttpContext http, string code, long id, [FromForm] string? how, NoteFinding note, CancellationToken cancel) =>
        await note.MendAsync(code, id, how, cancel) is { Succeeded: false } refused ? RefusedForm.With(http, refused.Refusal, $"incoming/{Uri.EscapeDataString(code)}/retrospect", ("how", "整改情况")) : Back(http, code, Done.Yes, "已整改销号。");

    private static IResult Back(HttpContext http, string code, Outcome<Done> outcome, string done)
    {
        http.Tell(outcome.Refusal?.Message ?? done, outcome.Succeeded ? "success" : "danger");
        return Results.Redirect($"/incoming/{Uri.EscapeDataString(code)}/retrospect");
    }
}
