using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Shell.Parts;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Burdens.Observations;

internal static class ObservationRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/burdens/observations/circular.docx", DraftAsync).Requires(BurdensModule.Manage);
        routes.MapPost("/burdens/observations/publication", PublishAsync).Requires(BurdensModule.Manage);
        routes.MapPost("/burdens/observations/points", PointsAsync).Requires(BurdensModule.Manage);
        routes.MapPost("/burdens/observations/{id:long}/self-check", CheckAsync).Requires(BurdensModule.TakePart);
        routes.MapPost("/api/v1/burdens/reports", ReportAsync).Requires(BurdensModule.TakePart);
        routes.MapPost("/api/v1/burdens/reports/{id:long}/acts", ActAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
    }

    private static async Task<IResult> DraftAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        var items = office.Rules.Value(BurdenRules.NegativeList).ToDictionary(i => i.Id, StringComparer.Ordinal);
        var cases = await office.Db.Set<BurdenReport>().AsNoTracking().Where(r => r.KeeperId == keeper && r.IsCase && r.State == ReportState.Closed && r.PublishedOn == null).OrderBy(r => r.ClosedOn).ToListAsync(cancel);
        if (cases.Count == 0) return ReportRefusals.NoCases.ToProblem();
        var told = cases.Where(c => items.ContainsKey(c.Item)).Select(c => new CaseTold(c, items[c.Item], c.HandlerId is { } h ? book.Unit(h)?.Name ?? "" : "")).ToList();
        var document = CaseCircular.Draft(told, book.Unit(keeper)!.Name, office.Today);
        return Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
    }

    private static async Task PublishAsync(HttpContext http, ActOnReport acts, CancellationToken cancel)
    {
        var done = await acts.PublishAsync(cancel);
        http.Tell(done.Succeeded ? $"已通报{done.Value}个典型问题，各单位对照检视后登记。" : done.Refusal.Message, done.Succeeded ? "success" : "danger");
        http.Response.Redirect("/burdens/observations?state=case");
    }

    private static async Task PointsAsync(HttpContext http, ActOnReport acts, CancellationToken cancel)
    {
        var units = (await http.Request.ReadFormAsync(cancel))["unit"].Select(u => long.TryParse(u, CultureInfo.InvariantCulture, out var id) ? id : 0).ToHashSet();
        var done = await acts.PointsAsync(units, cancel);
        http.Tell(done.Succeeded ? $"已设{done.Value}个观测点。" : done.Refusal.Message, done.Succeeded ? "success" : "danger");
        http.Response.Redirect("/burdens/observations");
    }

    private static async Task CheckAsync(long id, HttpContext http, ActOnReport acts, CancellationToken cancel)
    {
        var form = await http.Request.ReadFormAsync(cancel);
        var done = await acts.CheckAsync(id, form["same"] == "true", form["words"].ToString(), cancel);
        http.Tell(done.Succeeded ? "已登记检视结果。" : done.Refusal.Message, done.Succeeded ? "success" : "danger");
        http.Response.Redirect("/burdens/mine");
    }

    private static async Task<IResult> ReportAsync(ReportInput input, [FromHeader(Name = "Idempotency-Key")] string? key, ReportBurden report, CancellationToken cancel)
    {
        var done = await report.RunAsync(input, key, cancel);
        return done.Succeeded ? TypedResults.Created("/api/v1/burdens/reports", new ReportRow(done.Value.Code, done.Value.State.ToString())) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ActAsync(long id, ActForm form, ActOnReport acts, CancellationToken cancel)
    {
        if (!Enum.TryParse<ReportVerb>(form.Verb, true, out var verb) || !Enum.IsDefined(verb)) return new Refusal("burdens.report-verb", $"不认识的操作“{form.Verb}”。可用：{string.Join('、', Enum.GetNames<ReportVerb>())}。") { Field = "verb" }.ToProblem();
        var done = await acts.RunAsync(id, new ReportCommand(verb, form.Words?.Trim() ?? "") { HandlerId = form.Handler, DueOn = form.Due, IsCase = form.Case, Mended = form.Mended }, cancel);
        return done.Succeeded ? TypedResults.Ok(new ReportRow(done.Value.Code, done.Value.State.ToString())) : done.Refusal.ToProblem();
    }

    internal sealed record ReportRow(string Code, string State);

    internal sealed record ActForm(string? Verb, string? Words, long? Handler, DateOnly? Due, bool Case, bool Mended);
}
