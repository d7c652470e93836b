using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Zhongshu.Platform.Requests;

/// Text as it was meant: a line break is one character, as the page's own limit counts it, and not the two that a browser sends;
/// nothing but blanks is no text, so that whatever asks for one goes on asking;
/// U+0000 stands in no word of an address, and PostgreSQL keeps none. (A form that holds one is refused by the reader of forms.)
internal static class PlainText
{
    private const string EncodedNull = "%00";

    /// Stands behind what has read the form already.
    public static Task CleanAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.QueryString.Value is { } query && query.Contains(EncodedNull, StringComparison.Ordinal)) http.Request.QueryString = new QueryString(query.Replace(EncodedNull, "", StringComparison.Ordinal));
        if (http.Features.Get<IFormFeature>()?.Form is { } form && form.Any(f => f.Value.Any(v => v.AsSpan().Contains('\r') || IsBlank(v))))
            http.Request.Form = new FormCollection(form.ToDictionary(f => f.Key, f => new StringValues([.. f.Value.Select(v => Meant(v)?.ReplaceLineEndings("\n"))]), StringComparer.OrdinalIgnoreCase), form.Files);
        return next(http);
    }

    /// The text to the letter, or an empty one for blanks alone, narrow or full-width.
    public static string? Meant(string? text) => IsBlank(text) ? "" : text;

    private static bool IsBlank(string? text) => text is { Length: > 0 } && string.IsNullOrWhiteSpace(text);
}
