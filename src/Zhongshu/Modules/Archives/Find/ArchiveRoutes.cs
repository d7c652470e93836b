using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Loans;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Archives.Find;

/// The catalogue as a workbook, and one piece as a package of its files, its slip and its trail.
internal static class ArchiveRoutes
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/archives/catalogue.xlsx", CatalogueAsync).Requires(ArchivesModule.Permission);
        routes.MapGet("/archives/{code}/package.zip", PackageAsync).Requires(ArchivesModule.Permission);
    }

    private static Task<IResult> CatalogueAsync(HttpContext http, ArchiveList list, Office office, CancellationToken cancel) => WorkbookDownload.AnswerAsync("归档文件目录.xlsx", async book =>
    {
        book.StartSheet("归档文件目录", new Column("序号"), new Column("档号", 28), new Column("文号", 22), new Column("责任者", 24), new Column("题名", 60), new Column("日期", 12), new Column("密级", 8), new Column("页数"), new Column("保管期限", 10), new Column("备注", 20));
        var line = 0;
        await foreach (var piece in list.Catalogue(ArchiveFilter.Read(http.Request.Query)).AsAsyncEnumerable().WithCancellation(cancel))
            book.Row(++line, piece.Code, piece.DocumentNumber, piece.Responsible, piece.Title, piece.DocumentDate, Classification.Word(piece.Classification), piece.Pages, FilingProposal.WordOf(office.Rules, piece.Retention), "");
    });

    private static async Task<IResult> PackageAsync(string code, Office office, FileStore store, CancellationToken cancel)
    {
        var found = await (
            from piece in office.Db.Set<ArchivedPiece>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on piece.MatterId equals matter.Id
            where matter.Code == code
            select new { piece, matter.Code }).SingleOrDefaultAsync(cancel);
        if (found is null) return Refusal.NotFound($"归档件 {code}").ToProblem();
        var trail = await office.Db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == found.piece.MatterId).OrderBy(t => t.Sequence).ToListAsync(cancel);
        var to = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(zip, "归档信息.json", Described(found.piece, found.Code), cancel);
            await WriteAsync(zip, "办理过程.json", trail.Select(t => new { t.Sequence, t.At, t.PersonName, t.PostName, t.ForName, t.Verb, t.Text, t.Quote, t.Changes, Hash = Convert.ToHexStringLower(t.Hash) }), cancel);
            await CopyAsync(zip, PieceContents.Read(found.piece.Contents), store, cancel);
        }

        office.Db.Add(new ArchiveUse { Id = office.Ids.Next(), PieceId = found.piece.Id, At = office.Now, PersonId = office.Actor.PersonId, UserName = office.Actor.Name, Way = LoanRules.Download });
        await office.Db.SaveChangesAsync(cancel);
        to.Position = 0;
        return Results.File(to, "application/zip", $"{found.piece.Code}.zip");
    }

    private static object Described(ArchivedPiece piece, string matter) => new
    {
        piece.Code, piece.Fonds, piece.Year, piece.Retention, piece.Section, piece.Number, piece.Title, piece.Responsible, piece.DocumentNumber, piece.DocumentDate,
        Classification = Classification.Word(piece.Classification), piece.Pages, piece.Reason, piece.FiledAt, piece.FiledByName, Matter = matter,
        Trail = new { piece.TrailCount, piece.TrailHash }, Files = PieceContents.Read(piece.Contents),
    };

    private static async Task CopyAsync(ZipArchive zip, IReadOnlyList<PieceFile> files, FileStore store, CancellationToken cancel)
    {
        for (var i = 0; i < files.Count; i++)
        {
            await using var from = store.Open(files[i].Hash);
            if (from is null) continue;
            // Numbered, so that two files of one name both go in; the slip stands before the document, as the rules for pieces say.
            await using var entry = await zip.CreateEntry(string.Create(CultureInfo.InvariantCulture, $"文件/{i + 1:00} {files[i].Name}")).OpenAsync(cancel);
            await from.CopyToAsync(entry, cancel);
        }
    }

    private static async Task WriteAsync(ZipArchive zip, string name, object what, CancellationToken cancel)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancel);
        await JsonSerializer.SerializeAsync(entry, what, what.GetType(), Json, cancel);
    }
}
