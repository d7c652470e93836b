using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Modules.Matters.Show;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Matters;

/// Whatever the page of a matter can do, a program can do.
internal static class MattersApi
{
    public sealed record ItemRow(int Number, string Step, string Title, long Assignee, string AssigneeName, string Kind, string Status, DateTimeOffset OpenedAt, DateTimeOffset? DueAt, bool Mine);

    public sealed record TrailRow(int Sequence, DateTimeOffset At, string Person, string Post, string? For, string Verb, string Text, string? Quote);

    public sealed record MatterRow(string Code, string Title, string Kind, string State, string Stage, string Holder, DateTimeOffset? DueAt, int Version, IReadOnlyList<ItemRow> Items, IReadOnlyList<TrailRow> Trail);

    public sealed record WayRow(string? To, string Title, string Effect, IReadOnlyList<StepRow> Steps);

    public sealed record StepRow(string Step, string Title, bool NeedsChoice, IReadOnlyList<Candidate> Candidates);

    public sealed record ActedRow(string Code, int Move, IReadOnlyList<int> Arrived);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/matters").Requires("matters.read-own", "matters.read-office");
        api.MapGet("/{code}", ShowAsync);
        api.MapGet("/{code}/ahead/{item:int}", AheadAsync);
        api.MapPost("/{code}/acts", ActAsync);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, string code, Office office, CancellationToken cancel)
    {
        if (await MatterView.ReadAsync(office, code, cancel) is not { } view) return Refusal.NotFound($"事项 {code}").ToProblem();
        var book = await office.BookAsync(cancel);
        var matter = view.Matter;
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{matter.Version}\"");
        return TypedResults.Ok(new MatterRow(matter.Code, matter.Title, matter.Kind, matter.State.ToString(), matter.Stage, matter.Holder, matter.DueAt, matter.Version,
            [.. view.Items.Select(i => new ItemRow(i.Number, i.StepId, i.StepTitle, i.Assignee, Assigning.Name(book, i.Assignee, office.Today), i.Kind.ToString(), i.Status.ToString(), i.OpenedAt, i.DueAt, view.Mine.Contains(i)))],
            [.. view.Trail.Select(t => new TrailRow(t.Sequence, t.At, t.PersonName, t.PostName, t.ForName, t.Verb, t.Text, t.Quote))]));
    }

    private static async Task<IResult> AheadAsync(string code, int item, Office office, FlowDesk desk, MatterKinds kinds, CancellationToken cancel)
    {
        if (await MatterView.ReadAsync(office, code, cancel) is not { Instance: not null } view) return Refusal.NotFound($"事项 {code}").ToProblem();
        var kind = kinds.Of(view.Matter);
        var book = await office.BookAsync(cancel);
        var flowCase = await kind.CaseAsync(office, view.Matter, cancel);
        var ahead = await desk.AheadAsync(view.Matter, view.Instance, item, flowCase, cancel);
        var rows = new List<WayRow>();
        foreach (var way in ahead.Ways)
        {
            var steps = new List<StepRow>();
            foreach (var step in way.Steps)
                steps.Add(new(step.Step.Id, step.Step.Title, step.NeedsChoice, step.NeedsChoice ? Away.Marked(book, await kind.CandidatesAsync(office, view.Matter, step.Step.Id, cancel), flowCase.DueFor(step.Step) ?? office.Now) : []));
            rows.Add(new(way.To, way.Title, way.Effect.ToString(), steps));
        }

        return TypedResults.Ok(rows);
    }

    /// If-Match with the ETag of the matter as it was read: a matter that has moved since is not acted on.
    private static async Task<IResult> ActAsync([FromHeader(Name = "If-Match")] string? seen, string code, ActForm form, ActOnMatter act, CancellationToken cancel)
    {
        if (seen is not null && !int.TryParse(seen.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return new Refusal("matter.if-match", "If-Match 应为读取这件事项时返回的 ETag，例如 \"3\"。").ToProblem();
        if (form.Fields.Values.Any(v => v is null)) return new Refusal("matter.form", "fields 里有空项（null）。请去掉或填上后重新提交。").ToProblem();
        var outcome = await act.RunAsync(code, seen is null ? form : form with { Version = int.Parse(seen.Trim('"'), CultureInfo.InvariantCulture) }, cancel);
        if (!outcome.Succeeded) return outcome.Refusal.ToProblem(seen is not null && outcome.Refusal == Refusal.Stale ? StatusCodes.Status412PreconditionFailed : null);
        var arrived = outcome.Value.Arrived;
        return TypedResults.Ok(new ActedRow(code, outcome.Value.State.Move, [.. arrived.Select(a => a.Number)]));
    }
}
