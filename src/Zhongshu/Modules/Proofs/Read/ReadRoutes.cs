using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Modules.Proofs.Gates;
using Zhongshu.Modules.Proofs.UnitList;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Proofs.Read;

/// What is posted from the page of a proof, and what can be taken away from it.
internal static class ReadRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var proof = routes.MapGroup("/proofing/{id:long}").Requires("proofing.use");
        proof.MapPost("/decide", DecideAsync);
        proof.MapPost("/accept-certain", AcceptCertainAsync);
        proof.MapPost("/again", AgainAsync);
        foreach (var form in Downloads.Forms) proof.MapGet("/" + form, (long id, Downloads downloads, CancellationToken cancel) => SendAsync(id, form, downloads, cancel));
        proof.MapGet("/slip.pdf", SlipAsync);
        routes.MapGet("/proofing/unit/list.yaml", YamlAsync).Requires("proofing.use");
    }

    private static async Task DecideAsync(HttpContext http, long id, [FromForm] DecisionForm form, Decide decide, CancellationToken cancel)
    {
        var outcome = await decide.RunAsync(id, new Decision(form.Number, form.Act ?? "", form.Fix ?? "", form.Reason ?? ""), cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        else if (form.Act == "always") http.Tell("已记入本单位词表，以后不再提示。");
        http.Response.Redirect(string.Create(CultureInfo.InvariantCulture, $"/proofing/{id}{Query(form.Back)}#f{form.Number}"));
    }

    private static async Task AcceptCertainAsync(HttpContext http, long id, [FromForm] DecisionForm? form, Decide decide, CancellationToken cancel)
    {
        var outcome = await decide.AcceptCertainAsync(id, cancel);
        http.Tell(outcome.Refusal?.Message ?? $"已采纳 {outcome.Value} 处确定的改法。逐处可以恢复。", outcome.Succeeded ? "success" : "danger");
        http.Response.Redirect($"/proofing/{id}{Query(form?.Back)}");
    }

    private static async Task AgainAsync(HttpContext http, long id, [FromForm] DecisionForm? form, CheckAgain again, CancellationToken cancel)
    {
        var outcome = await again.RunAsync(id, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        else http.Tell("已按采纳的改法改正全文，并重新校核。");
        http.Response.Redirect($"/proofing/{(outcome.Succeeded ? outcome.Value : id)}{(outcome.Succeeded ? "" : Query(form?.Back))}");
    }

    private static async Task<IResult> SendAsync(long id, string form, Downloads downloads, CancellationToken cancel)
    {
        var file = await downloads.MakeAsync(id, form, cancel);
        return file.Succeeded ? Results.File(file.Value.Bytes, file.Value.MediaType, file.Value.Name) : file.Refusal.ToProblem();
    }

    private static async Task<IResult> SlipAsync(long id, int? gates, ProofSlip slips, CancellationToken cancel)
    {
        var slip = await slips.MakeAsync(id, gates == 5, cancel);
        return slip.Succeeded ? Results.File(slip.Value.Bytes, slip.Value.MediaType, "公文校核单.pdf") : slip.Refusal.ToProblem();
    }

    private static async Task<IResult> YamlAsync(Office office, CancellationToken cancel) =>
        Results.File(System.Text.Encoding.UTF8.GetBytes(UnitYaml.Write(await UnitEntries.OfAsync(office, cancel))), "application/yaml", "本单位校核词表.yaml");

    /// Only a query of this page comes back.
    private static string Query(string? back) => back is ['?', ..] && back.Length < 200 && !back.AsSpan().ContainsAny("\r\n#") ? back : "";

    internal sealed class DecisionForm
    {
        public int Number { get; set; }

        public string? Act { get; set; }

        public string? Fix { get; set; }

        public string? Reason { get; set; }

        public string? Back { get; set; }
    }
}
