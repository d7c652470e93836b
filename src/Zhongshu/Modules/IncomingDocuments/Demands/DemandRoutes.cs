using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.IncomingDocuments.Demands;

internal static class DemandRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/incoming/demands/issue", IssueAsync).Requires(IssueDemand.Permission).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/incoming/demands/{id:long}/withdraw", WithdrawAsync).Requires(IssueDemand.Permission).WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    private static async Task<IResult> IssueAsync(HttpContext http, IssueDemand issue, [FromForm] string? from, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var units = form["units"].Select(u => long.TryParse(u, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(u => u > 0).ToList();
        var outcome = await issue.RunAsync(new DemandForm(form["title"].ToString(), form["text"].ToString(), form["instructed"].Count > 0, units), cancel);
        return outcome.Succeeded ? Back(http, outcome, "清单已印发，承办人办件时可见。") : RefusedForm.With(http, outcome.Refusal, "incoming/demands", ("title", "名称"), ("text", "工作要求"));
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, long id, IssueDemand issue, [FromForm] string? from, CancellationToken cancel) =>
        Back(http, await issue.WithdrawAsync(id, cancel), "清单已撤回。");

    private static IResult Back(HttpContext http, Outcome<Done> outcome, string done)
    {
        http.Tell(outcome.Refusal?.Message ?? done, outcome.Succeeded ? "success" : "danger");
        return Results.Redirect("/incoming/demands");
    }
}
