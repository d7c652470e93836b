using System.Globalization;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Modules.FairCopies.Measure;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.FairCopies.Make;

/// Files that come in from the two pages, and what goes out of them.
internal static class SetRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/typesetting").Requires("proofing.use");
        pages.MapPost("/files", UploadAsync);
        pages.MapGet("/{id:long}/preview", PreviewAsync);
        foreach (var form in Enum.GetValues<FileForm>()) pages.MapGet("/{id:long}/" + form.ToString().ToLowerInvariant(), (long id, MakeFairCopy make, CancellationToken cancel) => SendAsync(id, form, make, cancel));
        pages.MapPost("/format-check/files", CheckAsync);
        pages.MapGet("/format-check/{id:long}/fixed", FixedAsync);
    }

    private static async Task UploadAsync(HttpContext http, PostedFileReader reader, MakeFairCopy make, Office office, CancellationToken cancel)
    {
        var file = await reader.ReadAsync(http, office.Rules.Value(ProofingRules.LargestFile), cancel);
        var outcome = file.Succeeded ? await make.OfFileAsync(file.Value, cancel) : file.Refusal;
        if (!outcome.Succeeded) http.Tell(outcome.Refusal.Message, "danger");
        http.Response.Redirect(outcome.Succeeded ? string.Create(CultureInfo.InvariantCulture, $"/typesetting/{outcome.Value}") : "/typesetting");
    }

    private static async Task<IResult> PreviewAsync(HttpContext http, long id, MakeFairCopy make, CancellationToken cancel)
    {
        if (await make.FindAsync(id, cancel) is not { } copy) return FairCopyRefusals.Gone.ToProblem();
        var set = await make.SetAsync(copy, FileForm.Pdf, cancel);
        if (!set.Succeeded) return set.Refusal.ToProblem();
        http.Response.Headers.CacheControl = "private, no-store";
        // The browsers' own PDF reader brings its own styles.
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
        return Results.File(set.Value.Bytes, set.Value.MediaType);
    }

    private static async Task<IResult> SendAsync(long id, FileForm form, MakeFairCopy make, CancellationToken cancel)
    {
        if (await make.FindAsync(id, cancel) is not { } copy) return FairCopyRefusals.Gone.ToProblem();
        var set = await make.SetAsync(copy, form, cancel);
        return set.Succeeded ? Results.File(set.Value.Bytes, set.Value.MediaType, $"{ReceiveFile.SafeName(copy.Title)}.{set.Value.Extension}") : set.Refusal.ToProblem();
    }

    private static async Task CheckAsync(HttpContext http, PostedFileReader reader, CheckFormat check, Office office, CancellationToken cancel)
    {
        var file = await reader.ReadAsync(http, office.Rules.Value(ProofingRules.LargestFile), cancel);
        var outcome = file.Succeeded ? await check.TakeAsync(file.Value, cancel) : file.Refusal;
        if (!outcome.Succeeded) http.Tell(outcome.Refusal.Message, "danger");
        http.Response.Redirect(outcome.Succeeded ? string.Create(CultureInfo.InvariantCulture, $"/typesetting/format-check?file={outcome.Value}") : "/typesetting/format-check");
    }

    private static async Task<IResult> FixedAsync(long id, CheckFormat check, CancellationToken cancel)
    {
        if (await check.FindAsync(id, cancel) is not { } file) return FairCopyRefusals.Gone.ToProblem();
        var fix = CheckFormat.Fix(file.Name, file.Content);
        return fix.Succeeded ? Results.File(fix.Value, FileKind.Of("a.docx").MediaType, Path.GetFileNameWithoutExtension(file.Name) + "-已调整.docx") : fix.Refusal.ToProblem();
    }
}
