using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Files;

/// One file as it came in a request, in memory, with the short fields beside it. Nothing of it is kept.
internal sealed record PostedFile(string Name, byte[] Content, IReadOnlyDictionary<string, string> Fields)
{
    public string Field(string name) => Fields.GetValueOrDefault(name, "");
}

/// Reads a multipart request with one file part by part: a file that is too large is refused while it arrives.
internal sealed class PostedFileReader(IAntiforgery antiforgery)
{
    private const long Mega = 1L << 20;
    private const long MostMegabytes = 1024;
    private const int LongestField = 4000;
    private const int MostFields = 40;
    private const string TokenField = "__RequestVerificationToken";

    /// <param name="most">Megabytes.</param>
    public async Task<Outcome<PostedFile>> ReadAsync(HttpContext http, int most, CancellationToken cancel)
    {
        // The limit is counted here: a server that breaks off in the middle of a large file leaves its sender without the answer.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostMegabytes * Mega;
        if (UploadReader.BoundaryOf(http.Request.ContentType) is not { } boundary) return FileRefusals.None;
        try
        {
            return await ReadPartsAsync(http, new MultipartReader(boundary, http.Request.Body), most * Mega, cancel);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FileRefusals.TooLarge(most * Mega);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or BadHttpRequestException)
        {
            return FileRefusals.Broken;
        }
    }

    private async Task<Outcome<PostedFile>> ReadPartsAsync(HttpContext http, MultipartReader reader, long most, CancellationToken cancel)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        PostedFile? file = null;
        while (await reader.ReadNextSectionAsync(cancel) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition)) continue;
            if (!disposition.IsFileDisposition())
            {
                if (fields.Count < MostFields) fields[HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? ""] = await TextAsync(part, cancel);
                continue;
            }

            if (file is not null || UploadReader.NameOf(disposition) is not { Length: > 0 } name) continue;
            if (!await IsOursAsync(http, fields)) return FileRefusals.NotFromOurPage;
            using var content = new MemoryStream();
            var buffer = new byte[81920];
            for (int n; (n = await part.Body.ReadAsync(buffer, cancel)) > 0;)
            {
                if (content.Length + n > most) return FileRefusals.TooLarge(most);
                content.Write(buffer, 0, n);
            }

            file = new PostedFile(ReceiveFile.SafeName(name), content.ToArray(), fields);
        }

        return file is null ? FileRefusals.None : file;
    }

    /// A cookie travels by itself; only a page of ours knows the form's token, which comes before its file. A bearer token needs no second proof.
    private async Task<bool> IsOursAsync(HttpContext http, Dictionary<string, string> fields)
    {
        if (http.Request.Headers.Authorization.Count > 0) return true;
        if (fields.TryGetValue(TokenField, out var token)) http.Request.Headers[UploadReader.TokenHeader] = token;
        return http.Request.Headers.ContainsKey(UploadReader.TokenHeader) && await antiforgery.IsRequestValidAsync(http);
    }

    private static async Task<string> TextAsync(MultipartSection part, CancellationToken cancel)
    {
        using var text = new StreamReader(part.Body);
        var buffer = new char[LongestField];
        var n = await text.ReadBlockAsync(buffer, cancel);
        return new string(buffer, 0, n);
    }
}
