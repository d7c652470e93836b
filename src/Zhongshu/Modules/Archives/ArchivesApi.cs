using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Archives;

/// Whatever the archives pages can do, a program can do.
internal static class ArchivesApi
{
    private const int MostInBatch = 200;

    public sealed record PieceRow(string Matter, string ArchivalCode, string Fonds, int Year, string Retention, string RetentionWord, string Section, int Number, int Pages, string Title, string Responsible,
        string DocumentNumber, DateOnly? DocumentDate, string Reason, DateTimeOffset FiledAt, string FiledBy, string TrailHash, IReadOnlyList<PieceFile> Files);

    public sealed record PageRow(IReadOnlyList<object> Items, long? Next);

    public sealed record BatchForm(IReadOnlyList<BatchItem> Items);

    public sealed record BatchItem(string Matter, string? Retention, string? Section, int? Pages, string? Reason);

    public sealed record BatchRow(string Matter, string? ArchivalCode, string? Rule, string? Message);

    public sealed record TextForm(string? Text);

    public sealed record LeaveOutForm(string? Item, string? Note);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").Requires(ArchivesModule.Permission);
        api.MapGet("/archives", ListAsync);
        api.MapPost("/archives/batch", BatchAsync);
        api.MapGet("/matters/{code}/filing", ShowAsync);
        api.MapPost("/matters/{code}/filing", FileAsync);
        api.MapDelete("/matters/{code}/filing", () => ArchiveRefusals.NeverUndone.ToProblem());
        api.MapPost("/matters/{code}/filing/corrections", CorrectAsync);
        api.MapPost("/matters/{code}/filing/left-out", LeaveOutAsync);
    }

    private static async Task<IResult> ListAsync(HttpContext http, ArchiveList list, Office office, CancellationToken cancel)
    {
        var filter = ArchiveFilter.Read(http.Request.Query);
        if (filter.State == ArchiveFilter.Waiting)
        {
            var (waiting, after) = await list.WaitingAsync(filter, cancel);
            return TypedResults.Ok(new PageRow([.. waiting], after));
        }

        if (filter.State == ArchiveFilter.LeftOut)
        {
            var (left, last) = await list.LeftOutAsync(filter, cancel);
            return TypedResults.Ok(new PageRow([.. left], last));
        }

        var (pieces, next) = await list.FiledAsync(filter, cancel);
        var ids = pieces.Select(p => p.MatterId).ToArray();
        var codes = await office.Db.Set<Matter>().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Code, cancel);
        return TypedResults.Ok(new PageRow([.. pieces.Select(p => Row(codes[p.MatterId], p, office))], next));
    }

    private static async Task<IResult> ShowAsync(string code, ArchiveList list, Office office, CancellationToken cancel)
    {
        var matter = await office.Db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (matter is null) return Refusal.NotFound($"事项 {code}").ToProblem();
        if (await office.Db.Set<ArchivedPiece>().AsNoTracking().SingleOrDefaultAsync(p => p.MatterId == matter.Id, cancel) is { } piece) return TypedResults.Ok(Row(code, piece, office));
        return await list.WaitingRowAsync(matter, cancel) is { } row ? TypedResults.Ok(row) : ArchiveRefusals.NotClosed.ToProblem();
    }

    private static async Task<IResult> FileAsync(string code, FilingForm form, FileMatter file, Office office, CancellationToken cancel)
    {
        var outcome = await file.RunAsync(code, form, cancel);
        return outcome.Succeeded ? TypedResults.Created($"/api/v1/matters/{code}/filing", Row(code, outcome.Value, office)) : outcome.Refusal.ToProblem();
    }

    private static async Task<IResult> BatchAsync(BatchForm form, FileMatter file, CancellationToken cancel)
    {
        if (form.Items is not { Count: > 0 and <= MostInBatch }) return new Refusal("archives.batch", $"一次归档1至{MostInBatch}件，请分批提交。").ToProblem();
        var answers = await file.RunManyAsync([.. form.Items.Select(i => new BatchLine(i.Matter, new FilingForm { Retention = i.Retention, Section = i.Section, Pages = i.Pages, Reason = i.Reason }))], cancel);
        return TypedResults.Ok(answers.Select(a => new BatchRow(a.Code, a.ArchivalCode, a.Refusal?.Rule, a.Refusal?.Message)));
    }

    private static async Task<IResult> CorrectAsync(string code, TextForm form, AfterFiling after, CancellationToken cancel) => Answer(await after.CorrectAsync(code, form.Text, cancel));

    private static async Task<IResult> LeaveOutAsync(string code, LeaveOutForm form, AfterFiling after, CancellationToken cancel) => Answer(await after.LeaveOutAsync(code, form.Item, form.Note, cancel));

    private static IResult Answer(Outcome<Done> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Refusal.ToProblem();

    private static PieceRow Row(string matter, ArchivedPiece piece, Office office) => new(matter, piece.Code, piece.Fonds, piece.Year, piece.Retention, FilingProposal.WordOf(office.Rules, piece.Retention), piece.Section,
        piece.Number, piece.Pages, piece.Title, piece.Responsible, piece.DocumentNumber, piece.DocumentDate, piece.Reason, piece.FiledAt, piece.FiledByName, piece.TrailHash, PieceContents.Read(piece.Contents));
}
