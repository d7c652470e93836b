using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Zhongshu.Platform.Access;

namespace Zhongshu.Modules.Accounts.SignIn;

/// Between password and code: a sealed cookie of five minutes that says whose password was right.
internal sealed class HalfSignedIn(IDataProtectionProvider protection)
{
    private const string Cookie = "zs-half";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("half-signed-in").ToTimeLimitedDataProtector();

    public void Write(HttpContext http, Account account) =>
        http.Response.Cookies.Append(Cookie, _seal.Protect($"{account.PersonId.ToString(CultureInfo.InvariantCulture)} {account.SecurityStamp}", Lifetime), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            MaxAge = Lifetime,
            Path = "/sign-in",
            IsEssential = true,
        });

    public (long PersonId, string Stamp)? Read(HttpContext http)
    {
        if (!http.Request.Cookies.TryGetValue(Cookie, out var value) || string.IsNullOrEmpty(value)) return null;
        try
        {
            var parts = _seal.Unprotect(value).Split(' ');
            return (long.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    public static void Clear(HttpContext http) => http.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/sign-in" });
}
