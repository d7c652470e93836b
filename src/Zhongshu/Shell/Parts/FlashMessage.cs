using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Zhongshu.Shell.Parts;

/// 办理结果: the outcome message that survives one redirect, in a cookie of some seconds.
internal static class FlashMessage
{
    private const string Cookie = "zs-flash";

    /// Tell the next page: done, and what comes next.
    public static void Tell(this HttpContext http, string message, string tone = "success") =>
        http.Response.Cookies.Append(Cookie, WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes($"{tone}|{message}")), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromMinutes(2),
            Path = "/",
            IsEssential = true,
        });

    /// Takes the message, once.
    public static (string Tone, string Text)? Take(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie, out var value) || string.IsNullOrEmpty(value)) return null;
        if (!http.Response.HasStarted) http.Response.Cookies.Delete(Cookie);
        try
        {
            var parts = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(value)).Split('|', 2);
            return parts is [("success" or "warning" or "danger" or "info") and var tone, var text] ? (tone, text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
