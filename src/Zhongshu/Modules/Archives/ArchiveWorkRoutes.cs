using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Duties;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Modules.Archives.Products;
using Zhongshu.Modules.Archives.Topics;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Shell.Parts;
using Zhongshu.Typesetting;
using Zhongshu.Typesetting.Rules;

namespace Zhongshu.Modules.Archives;

/// What the archive hands out as workbooks and drafts, and the file of a document that comes in.
internal static class ArchiveWorkRoutes
{
    private const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/archives/loans/use.xlsx", UseAsync).Requires(ArchivesModule.Lend, ArchivesModule.Manage);
        routes.MapGet("/archives/work/scopes.xlsx", ScopesAsync).Requires(ArchivesModule.Read);
        routes.MapGet("/archives/work/topics/{id:long}/catalogue.xlsx", TopicAsync).Requires(ArchivesModule.Read);
        routes.MapGet("/archives/loans/products/reference.docx", ReferenceAsync).Requires(ArchivesModule.Lend, ArchivesModule.Manage);
        routes.MapGet("/archives/loans/products/collection.docx", CollectionAsync).Requires(ArchivesModule.Read);
        routes.MapGet("/archives/loans/products/figures.docx", FiguresAsync).Requires(ArchivesModule.Lend, ArchivesModule.Manage);
        routes.MapPost("/archives/documents/files", UploadAsync).Requires(ArchivesModule.Write);
    }

    private static Task<IResult> UseAsync(int? year, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("档案利用情况.xlsx", async sheets =>
    {
        var uses = office.Db.Set<ArchiveUse>().AsNoTracking().Join(office.Db.Set<ArchivedPiece>(), u => u.PieceId, p => p.Id, (u, p) => new { Use = u, p.Code, p.Title });
        sheets.StartSheet("利用登记", new Column("时间", 18), new Column("档号", 28), new Column("题名", 60), new Column("利用人", 20), new Column("方式", 12), new Column("目的", 16), new Column("效果", 40));
        foreach (var row in await uses.OrderBy(u => u.Use.At).Take(20_000).ToListAsync(cancel))
            if (year is null || Platform.OfficeDay.Of(row.Use.At).Year == year) sheets.Row(row.Use.At, row.Code, row.Title, row.Use.UserName, office.Rules.WayWord(row.Use.Way), row.Use.Purpose, row.Use.Effect);
        sheets.StartSheet("从未利用", new Column("档号", 28), new Column("题名", 60), new Column("年度"), new Column("保管期限"), new Column("归档", 18));
        foreach (var piece in await UseFigures.NeverUsed(office).Take(20_000).ToListAsync(cancel)) sheets.Row(piece.Code, piece.Title, piece.Year, FilingProposal.WordOf(office.Rules, piece.Retention), piece.FiledAt);
    });

    private static Task<IResult> ScopesAsync(Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("归档范围、分类和保管期限表.xlsx", async sheets =>
    {
        var book = await office.BookAsync(cancel);
        var keeper = UnitCircle.KeeperOf(book, office.Actor);
        sheets.StartSheet("三合一", new Column("科室", 16), new Column("类别", 16), new Column("归档范围", 60), new Column("保管期限", 10));
        foreach (var scope in await office.Db.Set<ArchiveScope>().AsNoTracking().Where(s => s.KeeperId == keeper).OrderBy(s => s.UnitId).ThenBy(s => s.Category).ThenBy(s => s.Id).ToListAsync(cancel))
            sheets.Row(book.LabelOf(scope.UnitId), scope.Category, scope.Material, FilingProposal.WordOf(office.Rules, scope.Retention));
    });

    private static async Task<IResult> TopicAsync(long id, Office office, CancellationToken cancel)
    {
        if ((await TopicView.AllAsync(office, await office.KeeperAsync(cancel), cancel)).FirstOrDefault(t => t.Topic.Id == id) is not { } view) return Refusal.NotFound("这个专题").ToProblem();
        return await WorkbookDownload.AnswerAsync($"{view.Topic.Title}专题目录.xlsx", sheets =>
        {
            sheets.StartSheet("专题目录", new Column("序号"), new Column("门类", 10), new Column("名称", 60), new Column("形成者", 24), new Column("形成日期", 12), new Column("数量"), new Column("档号或存放地点", 30));
            var line = 0;
            foreach (var entry in view.Entries) sheets.Row(++line, entry.Genre, entry.Title, entry.Author, entry.FormedOn, entry.Count, entry.Place);
            return Task.CompletedTask;
        });
    }

    private static async Task<IResult> ReferenceAsync(string? q, Office office, ProductReading reading, CancellationToken cancel)
    {
        var pieces = await reading.PiecesAsync(null, q, false, cancel);
        return pieces.Count == 0 ? ArchiveRefusals.NothingFound.ToProblem() : File(CompiledProducts.Reference(q!.Trim(), pieces, await SignedAsync(office, cancel)));
    }

    private static async Task<IResult> CollectionAsync(string? q, long? topic, Office office, ProductReading reading, CancellationToken cancel)
    {
        var pieces = await reading.PiecesAsync(topic, q, true, cancel);
        if (pieces.Count == 0) return ArchiveRefusals.NothingFound.ToProblem();
        var subject = topic is { } id ? await office.Db.Set<ArchiveTopic>().Where(t => t.Id == id).Select(t => t.Title).SingleAsync(cancel) : q!.Trim();
        return File(CompiledProducts.Collection(subject, pieces, await SignedAsync(office, cancel)));
    }

    private static async Task<IResult> FiguresAsync(int? year, Office office, ProductReading reading, CancellationToken cancel)
    {
        var of = year is > 1990 and < 2200 ? year.Value : office.Today.Year;
        return File(CompiledProducts.Figures(of, await reading.FiguresAsync(of, cancel), await SignedAsync(office, cancel)));
    }

    private static async Task UploadAsync(string? code, HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) http.Tell(no.Message, "danger");
        var page = Platform.Matters.MatterCode.IsValid(code ?? "") ? $"/archives/documents/{code}" : "/archives/documents/new";
        http.Response.Redirect(outcome.Files.Count == 0 ? page : string.Create(CultureInfo.InvariantCulture, $"{page}?file={outcome.Files[0].File.Id}"));
    }

    private static async Task<(string Issuer, DateOnly Today)> SignedAsync(Office office, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        return (book.Unit(UnitCircle.KeeperOf(book, office.Actor))?.Name ?? "", office.Today);
    }

    private static IResult File(OfficialDocument document) => Results.File(Typesetter.ToDocx(document, LayoutRules.Standard), DocxType, $"{document.Title}.docx");
}
