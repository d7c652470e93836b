using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Platform.Files;

/// What came in with one upload: the files that were kept, and the first refusal, if any. Files before it stay.
internal sealed record UploadOutcome(IReadOnlyList<ReceivedFile> Files, Refusal? Refusal);

/// Reads a multipart upload part by part, so that a file that is too large is refused while it arrives, not afterwards.
internal sealed class UploadReader(Office office, ReceiveFile receive, IAntiforgery antiforgery)
{
    private const long Mega = 1L << 20;
    private const int LongestToken = 4000;
    public const string TokenHeader = "RequestVerificationToken";

    /// Ready to read the body of a program's request, or a form's: the form's token comes before its files.
    public async Task<UploadOutcome> ReadAsync(HttpContext http, CancellationToken cancel)
    {
        var together = office.Rules.Value(FileRules.LargestTogether);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = (together + 1) * Mega;
        if (BoundaryOf(http.Request.ContentType) is not { } boundary) return new([], FileRefusals.None);
        try
        {
            return await ReadPartsAsync(http, new MultipartReader(boundary, http.Request.Body), cancel);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return new([], FileRefusals.TooLargeTogether(together));
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or BadHttpRequestException)
        {
            return new([], FileRefusals.Broken);
        }
    }

    private async Task<UploadOutcome> ReadPartsAsync(HttpContext http, MultipartReader reader, CancellationToken cancel)
    {
        var files = new List<ReceivedFile>();
        var most = office.Rules.Value(FileRules.Most);
        var together = office.Rules.Value(FileRules.LargestTogether);
        while (await reader.ReadNextSectionAsync(cancel) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) continue;
            if (!disposition.IsFileDisposition())
            {
                await TakeTokenAsync(http, disposition, part, cancel);
                continue;
            }

            if (NameOf(disposition) is not { Length: > 0 } name) continue;
            if (!await IsOursAsync(http)) return new(files, FileRefusals.NotFromOurPage);
            if (files.Count == most) return new(files, FileRefusals.TooMany(most));
            var received = await receive.RunAsync(part.Body, name, cancel);
            if (!received.Succeeded) return new(files, received.Refusal);
            files.Add(received.Value);
            if (files.Sum(f => f.File.Size) > together * Mega) return new(files, FileRefusals.TooLargeTogether(together));
        }

        return new(files, files.Count == 0 ? FileRefusals.None : null);
    }

    /// A cookie travels by itself; only a page of ours knows the form's token. A bearer token needs no second proof.
    private async Task<bool> IsOursAsync(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0 || (http.Request.Headers.ContainsKey(TokenHeader) && await antiforgery.IsRequestValidAsync(http));

    private static async Task TakeTokenAsync(HttpContext http, ContentDispositionHeaderValue disposition, MultipartSection part, CancellationToken cancel)
    {
        if (disposition.Name.Value?.Trim('"') != "__RequestVerificationToken") return;
        using var text = new StreamReader(part.Body);
        var buffer = new char[LongestToken];
        var n = await text.ReadBlockAsync(buffer, cancel);
        http.Request.Headers[TokenHeader] = new string(buffer, 0, n);
    }

    public static string? BoundaryOf(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var media) && media.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(media.Boundary).Value is { Length: > 0 and <= 100 } boundary ? boundary : null
            : null;

    public static string? NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value;
}
