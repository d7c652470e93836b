using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Tasks;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Archives;

/// Tasks, loans, use and topics for programs.
internal static class ArchiveWorkApi
{
    public sealed record TaskRow(long Id, string Unit, int Year, string Title, string Scope, DateOnly DueOn, string State, string Words, bool IsLate);

    public sealed record TaskForm(IReadOnlyList<long>? Units, int Year, string? Title, string? Scope, DateOnly DueOn);

    public sealed record ActForm(string? Verb, string? Words);

    public sealed record LoanRow(long Id, string Wanted, string? ArchivalCode, string Way, string Purpose, string Borrower, string State, DateOnly? DueOn, bool IsLate);

    public sealed record LoanForm(string? Wanted, string? Purpose, string? Way, int Days);

    public sealed record LoanActForm(string? Verb, string? ArchivalCode, string? Words, string? Effect);

    public sealed record UseRow(int Pieces, int Used, int Never, int Times, IReadOnlyDictionary<string, int> ByWay, IReadOnlyDictionary<string, int> ByPurpose);

    public sealed record EntryRow(string Genre, string Title, string Author, DateOnly? FormedOn, int Count, string Place);

    public sealed record TopicRow(long Id, string Kind, string Title, DateOnly From, DateOnly To, IReadOnlyList<string> Missing, IReadOnlyList<EntryRow> Entries);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/archives");
        api.MapGet("/tasks", TasksAsync).Requires(ArchivesModule.Manage);
        api.MapPost("/tasks", IssueAsync).Requires(ArchivesModule.Manage);
        api.MapPost("/tasks/{id:long}/acts", ActOnTaskAsync).Requires(ArchivesModule.Read);
        api.MapGet("/loans", LoansAsync).Requires(ArchivesModule.Lend);
        api.MapPost("/loans", AskAsync).Requires(ArchivesModule.Read);
        api.MapPost("/loans/{id:long}/acts", ActOnLoanAsync).Requires(ArchivesModule.Lend, "matters.admit");
        api.MapGet("/use", UseAsync).Requires(ArchivesModule.Lend, ArchivesModule.Manage);
        api.MapGet("/topics", TopicsAsync).Requires(ArchivesModule.Read);
    }

    private static async Task<IResult> TasksAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var keeper = await office.KeeperAsync(cancel);
        var tasks = await office.Db.Set<ArchiveTask>().AsNoTracking().Where(t => t.KeeperId == keeper).OrderBy(t => t.State).ThenBy(t => t.DueOn).Take(500).ToListAsync(cancel);
        return TypedResults.Ok(tasks.Select(t => new TaskRow(t.Id, book.LabelOf(t.UnitId) ?? "", t.Year, t.Title, t.Scope, t.DueOn, ArchiveTask.WordOf(t.State), t.Words, t.IsLate(office.Today))));
    }

    private static async Task<IResult> IssueAsync(TaskForm form, KeepTask tasks, CancellationToken cancel)
    {
        var done = await tasks.IssueAsync(new ArchiveTaskInput(form.Units ?? [], form.Year, form.Title?.Trim() ?? "", form.Scope?.Trim() ?? "", form.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), null, cancel);
        return done.Succeeded ? TypedResults.Ok(done.Value.Select(t => t.Id)) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ActOnTaskAsync(long id, ActForm form, KeepTask tasks, CancellationToken cancel)
    {
        var words = form.Words?.Trim() ?? "";
        return Answer(form.Verb switch
        {
            "report" => await tasks.ReportAsync(id, words, null, cancel),
            "accept" => await tasks.AcceptAsync(id, null, cancel),
            "send-back" => await tasks.SendBackAsync(id, words, null, cancel),
            "withdraw" => await tasks.WithdrawAsync(id, words, null, cancel),
            _ => UnknownVerb("report、accept、send-back、withdraw"),
        });
    }

    private static async Task<IResult> LoansAsync(Office office, CancellationToken cancel)
    {
        var keeper = await office.KeeperAsync(cancel);
        var loans = await office.Db.Set<ArchiveLoan>().AsNoTracking().Where(l => l.KeeperId == keeper).OrderBy(l => l.State).ThenByDescending(l => l.Id).Take(500).ToListAsync(cancel);
        var ids = loans.Select(l => l.PieceId ?? 0).ToArray();
        var codes = await office.Db.Set<ArchivedPiece>().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Code, cancel);
        return TypedResults.Ok(loans.Select(l => new LoanRow(l.Id, l.Wanted, codes.GetValueOrDefault(l.PieceId ?? 0), l.Way, l.Purpose, l.BorrowerName, ArchiveLoan.WordOf(l.State), l.DueOn, l.IsLate(office.Today))));
    }

    private static async Task<IResult> AskAsync(LoanForm form, LendPiece lend, CancellationToken cancel)
    {
        var done = await lend.AskAsync(new LoanInput(form.Wanted?.Trim() ?? "", form.Purpose ?? "", form.Way ?? "", form.Days), null, cancel);
        return done.Succeeded ? TypedResults.Ok(done.Value.Id) : done.Refusal.ToProblem();
    }

    private static async Task<IResult> ActOnLoanAsync(long id, LoanActForm form, LendPiece lend, CancellationToken cancel) => Answer(form.Verb switch
    {
        "approve" => await lend.ApproveAsync(id, form.ArchivalCode?.Trim() ?? "", null, cancel),
        "decline" => await lend.DeclineAsync(id, form.Words?.Trim() ?? "", null, cancel),
        "lend" => await lend.LendAsync(id, null, cancel),
        "return" => await lend.ReturnAsync(id, form.Words?.Trim() ?? "", form.Effect?.Trim() ?? "", null, cancel),
        _ => UnknownVerb("approve、decline、lend、return"),
    });

    private static async Task<IResult> UseAsync(int? year, Office office, CancellationToken cancel)
    {
        var use = await UseFigures.ReadAsync(office, year is > 1900 and < 9000 ? year : null, cancel);
        return TypedResults.Ok(new UseRow(use.Pieces, use.Used, use.Never, use.Times, use.ByWay, use.ByPurpose));
    }

    private static async Task<IResult> TopicsAsync(Office office, CancellationToken cancel) =>
        TypedResults.Ok((await TopicView.AllAsync(office, await office.KeeperAsync(cancel), cancel)).Select(v => new TopicRow(v.Topic.Id, v.Topic.Kind, v.Topic.Title, v.Topic.From, v.Topic.To, v.Missing, [.. v.Entries.Select(e => new EntryRow(e.Genre, e.Title, e.Author, e.FormedOn, e.Count, e.Place))])));

    private static Refusal UnknownVerb(string known) => new("archives.verb", $"不认识的动作，应为{known}之一。") { Field = "verb" };

    private static IResult Answer(Outcome<Done> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();
}
