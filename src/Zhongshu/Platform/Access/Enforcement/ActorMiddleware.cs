using Microsoft.AspNetCore.Authentication;
using Zhongshu.Platform.Access.Identity;

namespace Zhongshu.Platform.Access.Enforcement;

/// Says who the request acts for. A session that is no longer good is ended here; the request goes on as a stranger's.
internal sealed class ActorMiddleware(RequestDelegate next, AccessShelf access, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http, CurrentActor current, RequestSession session)
    {
        if (SessionCookie.From(http.User) is { } cookie)
        {
            if (await ActorOfAsync(cookie, session, http.RequestAborted) is { } actor)
            {
                current.Actor = actor;
                session.SignedInAt = cookie.SignedInAt;
            }
            else
            {
                session.HasEnded = true;
                http.User = new();
                await http.SignOutAsync(SessionCookie.Scheme);
            }
        }

        await next(http);
    }

    private async ValueTask<Actor?> ActorOfAsync(SessionCookie cookie, RequestSession session, CancellationToken cancel)
    {
        if (clock.GetUtcNow() - cookie.SignedInAt > access.Rules.AbsoluteEnd) return null;
        var standing = await access.StandingAsync(cookie.PersonId, cancel);
        if (standing is null || standing.IsDisabled || standing.Stamp != cookie.Stamp) return null;
        session.MustChangePassword = standing.MustChangePassword;
        return await access.ActorAsync(cookie.PersonId, cookie.PostId, cancel);
    }
}
