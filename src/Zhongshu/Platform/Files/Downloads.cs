using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Files;

/// 上传、查看、下载附件. Who may have a file is decided by the query: attachments are seen exactly when their matter is, uploads by their uploader.
internal static class Downloads
{
    private const int MostSame = 50;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/files/{attachmentId:long}", OfAttachmentAsync).Requires(RequiresAttribute.SignedIn);
        routes.MapGet("/files/uploaded/{uploadId:long}", OfUploadAsync).Requires(RequiresAttribute.SignedIn);
        routes.MapPost("/api/v1/files", ReceiveAsync).Requires("incoming.register", "incoming.handle", "outgoing.draft");
        routes.MapGet("/api/v1/files/{hash}", OfHashAsync).Requires(RequiresAttribute.SignedIn);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, UploadReader reader, CancellationToken cancel)
    {
        var outcome = await reader.ReadAsync(http, cancel);
        if (outcome.Refusal is { } no) return no.ToProblem();
        return TypedResults.Ok(outcome.Files.Select(f => new ReceivedRow(f.File.Id, f.File.Hash, f.File.Name, f.File.Size, f.File.MediaType, f.Document is not null)).ToList());
    }

    private static async Task OfAttachmentAsync(HttpContext http, long attachmentId, Office office, FileStore store, IEnumerable<FileTaken> told, CancellationToken cancel)
    {
        var found = await office.Db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == attachmentId, cancel);
        if (found is not null && !await IsInCircleAsync(http, office, found, cancel)) found = null;
        if (found is not null)
            foreach (var listener in told) await listener.RunAsync(office, found.MatterId, cancel);
        await SendAsync(http, found is null ? null : Named.Of(found), store);
    }

    private static async Task<bool> IsInCircleAsync(HttpContext http, Office office, Attachment file, CancellationToken cancel)
    {
        foreach (var circle in http.RequestServices.GetServices<FileCircle>().Where(c => c.Roles.Contains(file.Role)))
            if (!await circle.MayReadAsync(office, file, cancel)) return false;
        return true;
    }

    private static async Task OfUploadAsync(HttpContext http, long uploadId, Office office, FileStore store, CancellationToken cancel)
    {
        var file = await office.Db.Set<UploadedFile>().AsNoTracking().Where(f => f.Id == uploadId && f.PersonId == office.Actor.PersonId)
            .Select(f => new Named(f.Hash, f.Name, f.MediaType)).SingleOrDefaultAsync(cancel);
        await SendAsync(http, file, store);
    }

    private static async Task OfHashAsync(HttpContext http, string hash, Office office, FileStore store, CancellationToken cancel)
    {
        Named? file = null;
        // The same bytes may lie on several matters; one of them that may be read is enough.
        foreach (var one in await office.Db.Set<Attachment>().AsNoTracking().Where(a => a.Hash == hash).OrderBy(a => a.Id).Take(MostSame).ToListAsync(cancel))
            if (file is null && await IsInCircleAsync(http, office, one, cancel)) file = Named.Of(one);
        file ??= await office.Db.Set<UploadedFile>().AsNoTracking().Where(f => f.Hash == hash && f.PersonId == office.Actor.PersonId)
                .Select(f => new Named(f.Hash, f.Name, f.MediaType)).FirstOrDefaultAsync(cancel);
        await SendAsync(http, file, store);
    }

    /// For a module that has decided who may have its file; null is answered as not found.
    public static Task SendAsync(HttpContext http, KeptFile? file, FileStore store) => SendAsync(http, file is null ? null : new Named(file.Hash, file.Name, file.MediaType), store);

    private static async Task SendAsync(HttpContext http, Named? file, FileStore store)
    {
        if (file is null || store.Open(file.Hash) is not { } content)
        {
            await http.RefuseAsync(Refusal.NotFound("这个文件"));
            return;
        }

        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-store";
        // Whatever a file holds runs nowhere. The browsers' own PDF reader does not open in a sandbox; it gets no script and no network instead.
        headers.ContentSecurityPolicy = file.MediaType == "application/pdf"
            ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
            : "sandbox; default-src 'none'; frame-ancestors 'self'";
        var shown = FileKind.IsShown(file.MediaType) && !http.Request.Query.ContainsKey("download");
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        headers.ContentDisposition = disposition.ToString();

        await Results.Stream(content, file.MediaType, enableRangeProcessing: true).ExecuteAsync(http);
    }

    internal sealed record ReceivedRow(long Id, string Hash, string Name, long Size, string MediaType, bool HasText);

    private sealed record Named(string Hash, string Name, string MediaType)
    {
        public static Named Of(Attachment file) => new(file.Hash, file.Name, file.MediaType);
    }
}
