using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Shell.Parts;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.IncomingDocuments.Keepers;

internal static class KeeperRoutes
{
    public sealed record LevelAnswer(string Level, string? Keeper, string Chaser, int InHand, int Overdue);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/incoming/levels/chase", ChaseAsync).Requires("incoming.chase", "incoming.record-instruction", "incoming.assign").WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/incoming/keepers/set", SetAsync).Requires("incoming.route", "incoming.assign").WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/incoming/{code}/presented", PresentedAsync).Requires("incoming.handle").WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/incoming/{code}/printed", PrintedAsync).Requires("incoming.handle").WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapGet("/api/v1/incoming/levels", LevelsAsync).Requires("incoming.chase", "incoming.record-instruction", "incoming.assign", "statistics.read");
    }

    private static async Task<IResult> ChaseAsync(HttpContext http, [FromForm] string code, [FromForm] int item, ChaseAtLevel chase, CancellationToken cancel)
    {
        var no = await chase.RunAsync(code, item, cancel);
        http.Tell(no?.Message ?? "已催办，承办人会收到提醒。", no is null ? "success" : "danger");
        return Results.Redirect("/incoming/levels");
    }

    private static async Task<IResult> SetAsync(HttpContext http, [FromForm] long unit, [FromForm] int level, [FromForm] long person, SetKeeper set, CancellationToken cancel)
    {
        var outcome = await set.RunAsync(unit, (DeliveryLevel)level, person, cancel);
        http.Tell(outcome.Refusal?.Message ?? "文件专人已保存。", outcome.Succeeded ? "success" : "danger");
        return Results.Redirect("/incoming/keepers");
    }

    private static async Task<IResult> PresentedAsync(HttpContext http, string code, [FromForm] string? to, Office office, CancellationToken cancel)
    {
        var outcome = await NoteReceipt.PresentedAsync(office, code, to, cancel);
        if (!outcome.Succeeded) return RefusedForm.With(http, outcome.Refusal, $"matters/{Uri.EscapeDataString(code)}", ("to", "呈送给"));
        http.Tell("呈送已登记。");
        return Results.Redirect($"/matters/{Uri.EscapeDataString(code)}");
    }

    private static async Task<IResult> PrintedAsync(HttpContext http, string code, Office office, [FromForm] string? from, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}").ToProblem();
        await NoteReceipt.PrintedAsync(office, matter.Id, cancel);
        return Results.Redirect($"/matters/{Uri.EscapeDataString(code)}");
    }

    private static async Task<IResult> LevelsAsync(Office office, CancellationToken cancel)
    {
        var rows = await LevelBoard.RowsAsync(office, cancel);
        var book = await office.BookAsync(cancel);
        var keepers = await office.Db.Set<DocumentKeeper>().AsNoTracking().Where(k => k.UnitId == office.Actor.HomeUnitId).ToDictionaryAsync(k => k.Level, k => k.PersonId, cancel);
        return TypedResults.Ok(DeliveryLevels.All.Select(l => new LevelAnswer(l.Word, keepers.TryGetValue(l.Level, out var keeper) ? book.Person(keeper)?.Name : null, l.Chaser,
            rows.Count(r => r.Level == l.Level), rows.Count(r => r.Level == l.Level && r.DueAt < office.Now))).ToList());
    }
}
