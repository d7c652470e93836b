using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Modules.Accounts.SignIn;
using Zhongshu.Platform.Access;

namespace Zhongshu.Modules.Accounts.Me;

/// 大字模式: kept in a cookie of this browser, since it is about this screen and these eyes.
internal static class LargeText
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/me/large-text", Handle).Requires(RequiresAttribute.SignedIn).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static RedirectHttpResult Handle(HttpContext http, [FromForm] string? to)
    {
        if (http.Request.Cookies["zs-large"] == "1") http.Response.Cookies.Delete("zs-large");
        else http.Response.Cookies.Append("zs-large", "1", new CookieOptions { MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        return TypedResults.Redirect(ReturnPath.Safe(to));
    }
}
