using Microsoft.AspNetCore.WebUtilities;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Platform.Access.Enforcement;

/// Deny by default: an endpoint that says neither what it requires nor that it is open to strangers is refused to everybody.
internal sealed class AccessMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, CurrentActor current, RequestSession session)
    {
        var endpoint = http.GetEndpoint() is { } found && !IsMadeUpByRouting(found) ? found : null;
        if (Has<OpenToStrangersAttribute>(endpoint)) await next(http);
        else if (!current.Actor.IsSignedIn) await SendToSignInAsync(http);
        else if (session.MustChangePassword && !Has<OpenBeforePasswordChangeAttribute>(endpoint)) await SendToPasswordAsync(http);
        else if (endpoint is null || endpoint.Metadata.GetMetadata<RequiresAttribute>() is { } requires && requires.Admits(current.Actor)) await next(http);
        else await http.RefuseAsync(Refusal.Forbidden("打开此页或使用此接口"));
    }

    /// The answers 405 and 415, which routing makes up itself: no endpoint of the house.
    private static bool IsMadeUpByRouting(Endpoint endpoint) => endpoint is not RouteEndpoint && endpoint.DisplayName is ['4', _, _, ' ', ..];

    private static bool Has<T>(Endpoint? endpoint) where T : class => endpoint?.Metadata.GetMetadata<T>() is not null;

    private static Task SendToSignInAsync(HttpContext http)
    {
        if (http.WantsProblemJson())
            return http.RefuseAsync(new Refusal("access.signed-out", "尚未登录或登录已失效，请先登录，或使用有效的接口令牌。") { Kind = RefusalKind.Forbidden }, StatusCodes.Status401Unauthorized);
        return HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType && http.Request.Path != "/sign-out"
            ? KeepFormAsync(http)
            : RedirectAsync(http, HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : "/");
    }

    private static Task RedirectAsync(HttpContext http, string to)
    {
        http.Response.Redirect(to is "/" ? SessionCookie.SignInPath : QueryHelpers.AddQueryString(SessionCookie.SignInPath, "to", to));
        return Task.CompletedTask;
    }

    /// The session ended while the form was filled in: its text goes along through the sign-in page.
    private static async Task KeepFormAsync(HttpContext http)
    {
        await http.Request.ReadFormAsync(http.RequestAborted);
        await ProblemAnswer.SessionEndedAsync(http);
    }

    private static Task SendToPasswordAsync(HttpContext http)
    {
        if (http.WantsProblemJson())
            return http.RefuseAsync(new Refusal("access.password-first", "请先在网页上修改初始口令，再使用接口。") { Kind = RefusalKind.Forbidden });
        http.Response.Redirect("/me/password");
        return Task.CompletedTask;
    }
}

/// Open to a signed-in person even before the initial password is changed: the password page itself, signing out.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class OpenBeforePasswordChangeAttribute : Attribute;
