using Microsoft.AspNetCore.Mvc;
using Zhongshu.Modules.Burdens.Plans;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Burdens.Ledger;

/// Whatever the pages of the ledger can do, a program can do.
internal static class LedgerApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/burdens");
        api.MapGet("/ledger", BoardAsync).Requires(BurdensModule.Read, BurdensModule.Manage);
        api.MapGet("/entries", ListAsync).Requires(BurdensModule.Read, BurdensModule.Manage, BurdensModule.TakePart);
        api.MapPost("/entries", AddAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        api.MapPost("/entries/{id:long}/decision", DecideAsync).Requires(BurdensModule.Manage);
        api.MapPost("/entries/{id:long}/withdrawal", WithdrawAsync).Requires(BurdensModule.Manage, BurdensModule.TakePart);
        api.MapPut("/plans/{year:int}", PlanAsync).Requires(BurdensModule.Manage);
    }

    private static async Task<IResult> BoardAsync(int? year, Office office, CancellationToken cancel)
    {
        var keeper = UnitCircle.KeeperOf(await office.BookAsync(cancel), office.Actor);
        var board = await LedgerBoard.ReadAsync(office, keeper, year is > 2000 and < 2100 ? year.Value : office.Today.Year, cancel);
        return TypedResults.Ok(new BoardAnswer(board.Year, board.Until, [.. board.Lines.Select(l => new LineRow(l.UnitId, l.Kind.ToString(), l.Planned, l.Actual, l.OverApproved, l.Asked, l.LastYear, l.Change, l.Months, l.Light?.ToString()))]));
    }

    private static async Task<IResult> ListAsync(HttpContext http, Office office, CancellationToken cancel) =>
        TypedResults.Ok(await ItemsQuery.Read(http.Request.Query, office).ReadAsync(office, cancel));

    private static async Task<IResult> AddAsync(EntryInput input, [FromHeader(Name = "Idempotency-Key")] string? key, RegisterEntry register, CancellationToken cancel)
    {
        var done = await register.RunAsync(input, key, cancel);
        return done.Succeeded ? TypedResults.Created($"/api/v1/burdens/entries/{done.Value.Entry.Id}", new EnteredRow(done.Value.Entry.Id, done.Value.Entry.State.ToString(), done.Value.Remark)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> DecideAsync(long id, DecisionForm form, DecideEntry decide, CancellationToken cancel)
    {
        var done = await decide.RunAsync(id, form.Approved, form.Words, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    private static async Task<IResult> WithdrawAsync(long id, DecideEntry decide, CancellationToken cancel)
    {
        var done = await decide.WithdrawAsync(id, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    private static async Task<IResult> PlanAsync(int year, IReadOnlyList<PlanRow> rows, SetPlan plans, Office office, CancellationToken cancel)
    {
        var read = await PlanInput.ReadAsync(office, rows, cancel);
        if (!read.Succeeded) return read.Refusal.ToProblem();
        var done = await plans.RunAsync(year, read.Value, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Refusal.ToProblem();
    }

    internal sealed record BoardAnswer(int Year, DateOnly Until, IReadOnlyList<LineRow> Lines);

    internal sealed record LineRow(long UnitId, string Kind, int? Planned, int Actual, int OverApproved, int Asked, int? LastYear, int? Change, IReadOnlyList<int> Months, string? Light);

    internal sealed record EnteredRow(long Id, string State, string Remark);

    internal sealed record DecisionForm(bool Approved, string? Words);
}
