using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.IncomingDocuments.FollowUps;

internal static class FollowUpRoutes
{
    public const string Permission = "incoming.propose";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/incoming/{code}/follow-ups/{verb}", PostAsync).Requires(Permission).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapGet("/api/v1/incoming/follow-ups", async (Office office, CancellationToken cancel) => TypedResults.Ok(await FollowUpList.OpenAsync(office, cancel))).Requires("matters.read-office", "incoming.assign");
        routes.MapPost("/api/v1/incoming/{code}/follow-ups", ChangeByProgramAsync).Requires(Permission);
    }

    private static async Task<IResult> ChangeByProgramAsync(string code, FollowUpForm form, ChangeFollowUp change, CancellationToken cancel)
    {
        var outcome = await change.RunAsync(code, form, cancel);
        return outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
    }

    private static async Task<IResult> PostAsync(HttpContext http, string code, string verb, ChangeFollowUp change, [FromForm] string? from, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        string Text(string name) => form[name].ToString();
        var outcome = await change.RunAsync(code, new FollowUpForm(verb == "done" && Text("verb") == "waive" ? "waive" : verb)
        {
            Id = long.TryParse(Text("id"), CultureInfo.InvariantCulture, out var id) ? id : 0,
            Kind = Text("kind"),
            Text = Text("text"),
            UnitId = long.TryParse(Text("unit"), CultureInfo.InvariantCulture, out var unit) ? unit : 0,
            DueOn = DateOnly.TryParse(Text("due"), CultureInfo.InvariantCulture, out var due) ? due : null,
        }, cancel);
        if (!outcome.Succeeded) return RefusedForm.With(http, outcome.Refusal, $"incoming/{Uri.EscapeDataString(code)}/follow-ups", ("text", "内容"));
        http.Tell("已保存。");
        return Results.Redirect($"/incoming/{Uri.EscapeDataString(code)}/follow-ups");
    }
}
