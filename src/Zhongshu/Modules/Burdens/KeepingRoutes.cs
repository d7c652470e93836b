using Zhongshu.Modules.Burdens.Flaws;
using Zhongshu.Modules.Burdens.Quoted;
using Zhongshu.Modules.Burdens.Savings;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Burdens;

/// Figures of a monitoring platform, savings and self-examination, for programs.
internal static class KeepingRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/burdens");
        api.MapPut("/quoted", async (QuotedInput figure, TakeQuoted take, CancellationToken cancel) =>
            Answer(await take.RunAsync(new QuotedInput(figure.Unit ?? "", figure.Kind ?? "", figure.Year ?? "", figure.Value ?? "", figure.Platform ?? "", figure.TakenOn ?? ""), null, cancel))).Requires(BurdensModule.Manage);
        api.MapPost("/savings", async (SavingInput saving, RecordSaving record, CancellationToken cancel) =>
            Answer(await record.RunAsync(new SavingInput(saving.Kind ?? "", saving.Amount ?? "", saving.On ?? "", saving.Basis ?? ""), null, cancel))).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        api.MapPost("/flaws", async (FlawInput flaw, KeepFlaw keep, CancellationToken cancel) =>
            Answer(await keep.AddAsync(new FlawInput(flaw.Item ?? "", flaw.Text ?? "", flaw.Measure ?? "", flaw.Owner ?? "", flaw.DueOn ?? ""), null, cancel))).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        api.MapPost("/flaws/{id:long}/closing", async (long id, FlawResult result, KeepFlaw keep, CancellationToken cancel) => Answer(await keep.CloseAsync(id, result.Result ?? "", null, cancel))).Requires(BurdensModule.Manage, BurdensModule.TakePart);
    }

    private static IResult Answer<T>(Outcome<T> done) => done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();

    internal sealed record FlawResult(string? Result);
}
