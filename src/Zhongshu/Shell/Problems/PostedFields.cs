using Microsoft.AspNetCore.Http.Features;

namespace Zhongshu.Shell.Problems;

/// The fields of a form that was posted and read, without its form token and without secrets.
internal static class PostedFields
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(HttpContext? http)
    {
        if (http is null || !HttpMethods.IsPost(http.Request.Method) || http.Features.Get<IFormFeature>()?.Form is not { } form) return [];
        return [.. form.Where(f => !IsSecret(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))];
    }

    private static bool IsSecret(string name) =>
        name == "__RequestVerificationToken" || name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("code", StringComparison.OrdinalIgnoreCase);
}
