using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;

namespace Zhongshu.Shell.Problems;

/// The fields of a form that was posted and read, without its form token and without secrets.
internal static class PostedFields
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(HttpContext? http)
    {
        if (http is null || !HttpMethods.IsPost(http.Request.Method) || FormOf(http) is not { } form) return [];
        return [.. form.Where(f => !IsSecret(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))];
    }

    /// A form whose token has run out is given back to whoever filled it in on our own page; one that came from elsewhere is not.
    private static IFormCollection? FormOf(HttpContext http)
    {
        var token = http.Features.Get<IAntiforgeryValidationFeature>();
        if (token is { IsValid: false } && http.Request.Headers["Sec-Fetch-Site"] != "same-origin") return null;
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        try
        {
            return http.Features.Get<IFormFeature>()?.Form;
        }
        finally
        {
            http.Features.Set(token);
        }
    }

    private static bool IsSecret(string name) =>
        name == "__RequestVerificationToken" || name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("code", StringComparison.OrdinalIgnoreCase);
}
