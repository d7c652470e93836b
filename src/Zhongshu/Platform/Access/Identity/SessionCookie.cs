using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Zhongshu.Platform.Access.Identity;

/// What the session cookie says: who, from which post, under which stamp, since when. Nothing about what they may: that is read afresh.
internal sealed record SessionCookie(long PersonId, long PostId, string Stamp, DateTimeOffset SignedInAt)
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;
    public const string SignInPath = "/sign-in";

    /// The session's own number, by which it can be ended alone; 0 in cookies of before there was one.
    public long SessionId { get; init; }

    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
    [
        // The form token is bound to this claim alone, so that a change of post leaves open forms valid.
        new(ClaimTypes.NameIdentifier, PersonId.ToString(CultureInfo.InvariantCulture)),
        new("post", PostId.ToString(CultureInfo.InvariantCulture)),
        new("stamp", Stamp),
        new("session", SessionId.ToString(CultureInfo.InvariantCulture)),
        new("since", SignedInAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)),
    ], Scheme));

    public static SessionCookie? From(ClaimsPrincipal principal) =>
        Number(principal, ClaimTypes.NameIdentifier) is { } person && Number(principal, "post") is { } post && Number(principal, "since") is { } since
            ? new(person, post, principal.FindFirstValue("stamp") ?? "", DateTimeOffset.FromUnixTimeMilliseconds(since)) { SessionId = Number(principal, "session") ?? 0 }
            : null;

    /// Begins the session, or goes on with it under another post or stamp; it ends when it lies idle this long.
    public async Task WriteAsync(HttpContext http, DateTimeOffset now, TimeSpan idle)
    {
        var principal = ToPrincipal();
        await http.SignInAsync(Scheme, principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + idle });
        http.User = principal;
    }

    private static long? Number(ClaimsPrincipal principal, string type) =>
        long.TryParse(principal.FindFirstValue(type), CultureInfo.InvariantCulture, out var number) ? number : null;
}
