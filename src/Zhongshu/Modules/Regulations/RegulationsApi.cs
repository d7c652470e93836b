using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Regulations.Find;
using Zhongshu.Modules.Regulations.Flows;
using Zhongshu.Modules.Regulations.Handbook;
using Zhongshu.Modules.Regulations.Keep;
using Zhongshu.Modules.Regulations.Plan;
using Zhongshu.Modules.Regulations.Review;
using Zhongshu.Modules.Regulations.Sides;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Regulations;

/// The register, its plan, the posts' handbooks and the flows for programs.
internal static class RegulationsApi
{
    internal sealed record RegulationRow(long Id, string Title, string Number, string Class, string Group, string Area, string Layer, string Level, string Method, DateOnly IssuedOn, string Unit, bool IsPrinciple, long? Details, string State, string Summary, IReadOnlyList<string> Concerns);

    internal sealed record TaskRow(long Id, string Kind, string Title, long? Regulation, string Mark, string Reason, string Content, string Unit, DateOnly DueOn, string State, string Above);

    internal sealed record RegulationRequest(string? Title, string? Number, string? Class, string? Group, string? Area, string? Layer, string? Level, string? Method, string? IssuedOn, long Unit, string? Partners, bool IsPrinciple, long Details, string? Summary);

    internal sealed record TaskRequest(string? Kind, long Regulation, string? Title, string? Mark, string? Reason, string? Content, string? Approval, string? Level, long Unit, string? DueOn);

    internal sealed record PackageRequest(string? Above, IReadOnlyList<string?>? Lines, string? Approval, string? Level, long Unit, string? DueOn);

    internal sealed record ActRequest(string? Verb, string? Words, string? DueOn, long Made);

    internal sealed record WordsRequest(string? Words);

    internal sealed record LookRequest(string? Verdict, string? Words);

    internal sealed record SideRequest(string? Side, string? Text, string? Flow, string? Stage);

    internal sealed record ReviewRequest(string? Flow, int Version, long Regulation, IReadOnlyList<string>? Holds, string? Words);

    internal sealed record PostRow(long Id, string Unit, string Post, IReadOnlyList<string> Holders, IReadOnlyList<ElementRow> Elements);

    internal sealed record ElementRow(string Element, string Word, IReadOnlyList<string> Found, string Written, bool IsGap);

    internal sealed record Made(long Id);

    internal sealed record Planned(int Count);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/regulations");
        api.MapGet("/", ListAsync).Requires(RegulationsModule.Read);
        api.MapPost("/", AddAsync).Requires(RegulationsModule.Manage);
        api.MapPost("/{id:long}/remarks", async (long id, WordsRequest body, KeepRegulation keep, CancellationToken cancel) => Answer(await keep.RemarkAsync(id, body.Words?.Trim() ?? "", null, cancel))).Requires(RegulationsModule.Read);
        api.MapPost("/{id:long}/looks", async (long id, LookRequest body, LookAtRegulation look, CancellationToken cancel) => Answer(await look.RunAsync(id, body.Verdict ?? "", body.Words?.Trim() ?? "", cancel))).Requires(RegulationsModule.Manage);
        api.MapPut("/{id:long}/sides", async (long id, SideRequest body, KeepSide keep, CancellationToken cancel) => Answer(await keep.RunAsync(id, new SideInput(body.Side ?? "", body.Text?.Trim() ?? "", body.Flow ?? "", body.Stage ?? ""), cancel))).Requires(RegulationsModule.Manage);
        api.MapGet("/plan", PlanAsync).Requires(RegulationsModule.Read);
        api.MapPost("/plan", EnterAsync).Requires(RegulationsModule.Manage);
        api.MapPost("/plan/{id:long}/acts", ActAsync).Requires(RegulationsModule.Manage);
        api.MapPost("/packages", PackageAsync).Requires(RegulationsModule.Manage);
        api.MapGet("/posts", PostsAsync).Requires(RegulationsModule.Read);
        api.MapGet("/flows", async (Office office, FlowShelf flows, CancellationToken cancel) => TypedResults.Ok(await FlowFigures.ReadAsync(office, flows, cancel))).Requires(RegulationsModule.Manage, "statistics.read");
        api.MapPost("/flows/reviews", async (ReviewRequest body, ReviewFlow review, CancellationToken cancel) => Answer(await review.RunAsync(new FlowReviewInput(body.Flow ?? "", body.Version, body.Regulation, body.Holds ?? [], body.Words?.Trim() ?? ""), null, cancel), r => new Made(r.Id))).Requires(RegulationsModule.Manage);
    }

    private static async Task<IResult> ListAsync(Office office, CancellationToken cancel)
    {
        var view = await RegisterView.ReadAsync(office, cancel);
        var concerns = view.Concerns.ToLookup(c => c.Regulation.Id, c => c.Text);
        return TypedResults.Ok(view.Register.Select(r => new RegulationRow(r.Id, r.Title, r.Number, r.Class, r.Sphere, r.Area, r.Layer, r.Level, r.Method, r.IssuedOn, view.Book.LabelOf(r.UnitId) ?? "", r.IsPrinciple, r.DetailsId, r.State.ToString(), r.Summary, [.. concerns[r.Id]])).ToList());
    }

    private static async Task<IResult> PlanAsync(Office office, CancellationToken cancel)
    {
        var view = await RegisterView.ReadAsync(office, cancel);
        return TypedResults.Ok(view.Tasks.Select(t => new TaskRow(t.Id, t.Kind.ToString(), t.Title, t.RegulationId, t.Mark, t.Reason, t.Content, view.Book.LabelOf(t.UnitId) ?? "", t.DueOn, t.State.ToString(), view.Above.GetValueOrDefault(t.Id, ""))).ToList());
    }

    private static async Task<IResult> AddAsync(RegulationRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, KeepRegulation keep, CancellationToken cancel)
    {
        string Text(string? text) => text?.Trim() ?? "";
        var input = new RegulationInput
        {
            Title = Text(body.Title), Number = Text(body.Number), Class = Text(body.Class), Group = Text(body.Group), Area = Text(body.Area), Layer = Text(body.Layer), Level = Text(body.Level), Method = Text(body.Method),
            IssuedOn = Text(body.IssuedOn), Unit = body.Unit, Partners = Text(body.Partners), IsPrinciple = body.IsPrinciple, Details = body.Details, Summary = Text(body.Summary),
        };
        return Answer(await keep.AddAsync(input, key, cancel), r => new Made(r.Id));
    }

    private static async Task<IResult> EnterAsync(TaskRequest body, PlanRegulation plan, CancellationToken cancel)
    {
        string Text(string? text) => text?.Trim() ?? "";
        var input = new PlanInput
        {
            Kind = Enum.TryParse<PlanKind>(body.Kind, out var kind) ? kind : default, Regulation = body.Regulation, Title = Text(body.Title), Mark = Text(body.Mark), Reason = Text(body.Reason), Content = Text(body.Content),
            Approval = Text(body.Approval), Level = Text(body.Level), Unit = body.Unit, DueOn = Text(body.DueOn),
        };
        return Answer(await plan.AddAsync(input, null, cancel), t => new Made(t.Id));
    }

    private static async Task<IResult> ActAsync(long id, ActRequest body, PlanRegulation plan, CancellationToken cancel)
    {
        var words = body.Words?.Trim() ?? "";
        return Answer(body.Verb switch
        {
            "done" => await plan.FinishAsync(id, words, body.Made, cancel),
            "day" => await plan.PutOffAsync(id, words, body.DueOn ?? "", cancel),
            "drop" => await plan.DropAsync(id, words, cancel),
            _ => RegulationRefusals.Missing("verb", "不认识的动作，应为 done、day、drop 之一。"),
        });
    }

    private static async Task<IResult> PackageAsync(PackageRequest body, PlanPackage packages, CancellationToken cancel) =>
        Answer(await packages.RunAsync(new PackageInput(body.Above?.Trim() ?? "", string.Join('\n', body.Lines ?? []), body.Approval ?? "", body.Level ?? "", body.Unit, body.DueOn ?? ""), null, cancel), n => new Planned(n));

    private static async Task<IResult> PostsAsync(Office office, FlowShelf flows, CancellationToken cancel) =>
        TypedResults.Ok((await PostBook.ReadAsync(office, flows, null, cancel)).Select(p => new PostRow(p.Post.Id, p.Unit.Name, p.Post.Name, p.Holders, [.. p.Parts.Select(x => new ElementRow(x.Element.Id, x.Element.Word, [.. x.Found.Select(f => f.Text)], x.Written?.Text ?? "", x.IsGap))])).ToList());

    private static IResult Answer(Outcome<Done> done) => done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();

    private static IResult Answer<T, TRow>(Outcome<T> done, Func<T, TRow> row) => done.Succeeded ? TypedResults.Ok(row(done.Value)) : done.Refusal.ToProblem();
}
