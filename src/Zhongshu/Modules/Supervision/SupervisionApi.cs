using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Requests;

namespace Zhongshu.Modules.Supervision;

/// Whatever the pages of 督查督办 can do, a program can do.
internal static class SupervisionApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/supervision");
        api.MapPost("/", DocketAsync).Requires("supervision.docket");
        api.MapGet("/", ListAsync).Requires("supervision.docket", "supervision.check", "statistics.read");
        api.MapGet("/{code}", ShowAsync).Requires("matters.read-own", "matters.read-office");
        api.MapPost("/{code}/merge", MergeAsync).Requires("supervision.docket");
        api.MapPost("/{code}/send", SendAsync).Requires("supervision.docket");
        api.MapPost("/{code}/tasks/{number:int}/acts", ActAsync).Requires("supervision.check", "incoming.handle");
    }

    private static async Task<IResult> DocketAsync(DocketInput input, [FromHeader(Name = "Idempotency-Key")] string? key, DocketItem docket, Office office, CancellationToken cancel)
    {
        var form = await ReadAsync(input, office, cancel);
        if (!form.Succeeded) return form.Refusal.ToProblem();
        var outcome = await docket.RunAsync(form.Value, KeyedRequest.Of(key, JsonSerializer.Serialize(input)), cancel);
        if (!outcome.Succeeded) return outcome.Refusal.ToProblem();
        return TypedResults.Created($"/api/v1/supervision/{outcome.Value.Code}", new DocketedRow(outcome.Value.Code, outcome.Value.Remarks));
    }

    private static async Task<IResult> MergeAsync(string code, DocketInput input, MergeSource merge, Office office, CancellationToken cancel)
    {
        var form = await ReadAsync(input, office, cancel);
        if (!form.Succeeded) return form.Refusal.ToProblem();
        var outcome = await merge.RunAsync(code, form.Value, cancel);
        return outcome.Succeeded ? TypedResults.Ok(new DocketedRow(outcome.Value, [])) : outcome.Refusal.ToProblem();
    }

    private static async Task<Outcome<DocketForm>> ReadAsync(DocketInput input, Office office, CancellationToken cancel)
    {
        var form = input.Read(office.Rules, await office.BookAsync(cancel), office.Today);
        return form.Succeeded ? await DocketSource.CompleteAsync(office, input, form.Value, cancel) : form;
    }

    private static async Task<IResult> ListAsync(HttpContext http, Office office, CancellationToken cancel)
    {
        var (rows, next) = await BoardQuery.PageAsync(office, BoardFilter.Read(http.Request.Query), BoardFilter.PageSize, cancel);
        return TypedResults.Ok(new ListAnswer(rows, next));
    }

    private static async Task<IResult> ShowAsync(string code, Office office, CancellationToken cancel)
    {
        if (await ItemView.ReadAsync(office, code, cancel) is not { } view) return Refusal.NotFound($"督办事项 {code}").ToProblem();
        return TypedResults.Ok(new ItemRow(code, view.Matter.Title, view.Matter.State.ToString(), view.Matter.Stage, view.Matter.Holder, view.Item.Light.ToString(), view.Item.Result, view.Matter.Version,
            [.. view.Bases.Select(b => new BasisRow(b.Source.ToString(), b.LeaderName, b.Quote, b.WrittenOn, b.Origin))],
            [.. view.Tasks.Select(t => new TaskRow(t.Task.Number, t.Task.Title, t.Task.Measure, t.Lead, t.Task.State.ToString(), t.Task.DueOn, t.Task.Light.ToString(), t.Task.Progress, [.. t.Verbs.Select(v => v.ToString())]))],
            [.. view.Letters.Select(l => l.Number)]));
    }

    private static async Task<IResult> SendAsync(string code, SendRequest request, SendLetter letters, CancellationToken cancel)
    {
        // 材料梳理 as the material page takes it; without any of it the item keeps its own.
        var digest = request is { Purpose: null, Gist: null, Course: null } ? null : new Digest((request.Purpose ?? "").Trim(), (request.Gist ?? "").Trim(), (request.Course ?? "").Trim(), "");
        var outcome = await letters.RunAsync(code, new LetterWords(request.Advice, request.Grounds, request.Version) { Despite = request.Despite ?? "", Digest = digest }, cancel);
        return outcome.Succeeded ? TypedResults.Ok(new SentRow(outcome.Value.Number, outcome.Value.OnPaper)) : outcome.Refusal.ToProblem();
    }

    private static async Task<IResult> ActAsync(string code, int number, ActRequest request, ActOnTask act, CancellationToken cancel)
    {
        if (!Enum.TryParse<TaskVerb>(request.Verb, ignoreCase: true, out var verb) || !Enum.IsDefined(verb))
            return new Refusal("supervision.verb", $"不认识的操作“{request.Verb}”。可用：{string.Join('、', Enum.GetNames<TaskVerb>())}。") { Field = "verb" }.ToProblem();
        var outcome = await act.RunAsync(code, number, new TaskActForm
        {
            Verb = verb,
            Reason = request.Reason,
            On = request.On,
            Unit = request.Unit,
            Person = request.Person,
            Progress = request.Progress,
            IsFinal = request.IsFinal,
            Passed = request.Passed,
            Promise = request.Promise,
            Countersign = request.Countersign,
            Ways = request.Ways ?? [],
            Evidence = [.. (request.Evidence ?? []).Select(e => new EvidenceForm(e.Kind ?? "", e.Text ?? "", e.File))],
            Version = request.Version,
        }, cancel);
        return outcome.Succeeded ? TypedResults.Ok(new ActedRow(code, number, outcome.Value.State.ToString(), outcome.Value.DueOn, outcome.Value.Remark)) : outcome.Refusal.ToProblem();
    }

    internal sealed record DocketedRow(string Code, IReadOnlyList<string> Remarks);

    internal sealed record ListAnswer(IReadOnlyList<BoardRow> Items, string? Next);

    internal sealed record SendRequest(string? Advice, string? Grounds, int? Version, string? Despite, string? Purpose, string? Gist, string? Course);

    internal sealed record SentRow(string Number, IReadOnlyList<string> OnPaper);

    internal sealed record EvidenceRow(string? Kind, string? Text, long? File);

    internal sealed record ActRequest(string? Verb, string? Reason, DateOnly? On, string? Unit, int Progress, bool IsFinal, bool Passed, IReadOnlyList<string>? Ways, IReadOnlyList<EvidenceRow>? Evidence, int? Version, string? Promise, bool Countersign, string? Person);

    internal sealed record ActedRow(string Code, int Number, string State, DateOnly DueOn, string? Remark);

    internal sealed record BasisRow(string Source, string Leader, string Quote, DateOnly? WrittenOn, string Origin);

    internal sealed record TaskRow(int Number, string Title, string Measure, string Lead, string State, DateOnly DueOn, string Light, int Progress, IReadOnlyList<string> Verbs);

    internal sealed record ItemRow(string Code, string Title, string State, string Stage, string Holder, string Light, string Result, int Version, IReadOnlyList<BasisRow> Bases, IReadOnlyList<TaskRow> Tasks, IReadOnlyList<string> Letters);
}
