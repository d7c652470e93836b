using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.IncomingDocuments.Intents;

internal static class IntentRoutes
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/incoming/intents/raise", RaiseAsync).Requires(TalkOverIntent.Raises).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/incoming/intents/{id:long}/say", SayAsync).Requires(TalkOverIntent.Answers, TalkOverIntent.Raises).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/incoming/intents/{id:long}/withdraw", WithdrawAsync).Requires(TalkOverIntent.Raises).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapGet("/api/v1/incoming/intents", async (TalkOverIntent talk, CancellationToken cancel) => TypedResults.Ok(await talk.Seen().AsNoTracking().OrderByDescending(i => i.Id).Take(Most).ToListAsync(cancel))).Requires(TalkOverIntent.Answers, TalkOverIntent.Raises);
        routes.MapPost("/api/v1/incoming/intents", RaiseByProgramAsync).Requires(TalkOverIntent.Raises);
    }

    private static async Task<IResult> RaiseByProgramAsync(IntentForm form, TalkOverIntent talk, CancellationToken cancel)
    {
        var outcome = await talk.RaiseAsync(form, cancel);
        return outcome.Succeeded ? TypedResults.Ok(outcome.Value) : outcome.Refusal.ToProblem();
    }

    private static async Task<IResult> RaiseAsync(HttpContext http, TalkOverIntent talk, [FromForm] string? from, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        DateOnly? needed = DateOnly.TryParse(form["needed"], CultureInfo.InvariantCulture, out var day) ? day : null;
        var outcome = await talk.RaiseAsync(new IntentForm(form["kind"].ToString(), form["title"].ToString(), form["gist"].ToString(), needed), cancel);
        if (!outcome.Succeeded) return RefusedForm.With(http, outcome.Refusal, "incoming/intents", ("title", "拟报标题"), ("gist", "目的和内容"), ("needed", "使用日期"));
        http.Tell("报件意向已提出，办公室会与您沟通。");
        return Results.Redirect($"/incoming/intents/{outcome.Value.Id}");
    }

    private static async Task<IResult> SayAsync(HttpContext http, long id, TalkOverIntent talk, [FromForm] string? text, [FromForm] bool? agrees, CancellationToken cancel)
    {
        var outcome = await talk.SayAsync(id, text, agrees == true, cancel);
        if (!outcome.Succeeded) return RefusedForm.With(http, outcome.Refusal, $"incoming/intents/{id}", ("text", "沟通意见"));
        http.Tell(agrees == true ? "已确认沟通一致。" : "沟通意见已发送。");
        return Results.Redirect($"/incoming/intents/{id}");
    }

    private static async Task<IResult> WithdrawAsync(HttpContext http, long id, TalkOverIntent talk, [FromForm] string? from, CancellationToken cancel)
    {
        var outcome = await talk.WithdrawAsync(id, cancel);
        http.Tell(outcome.Refusal?.Message ?? "意向已撤回。", outcome.Succeeded ? "success" : "danger");
        return Results.Redirect("/incoming/intents");
    }
}
