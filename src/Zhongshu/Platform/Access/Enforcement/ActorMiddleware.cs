using Microsoft.AspNetCore.Authentication;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Access.Sessions;
using Zhongshu.Platform.Access.Tokens;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Access.Enforcement;

/// Says who the request acts for: by the session cookie, or by an API token. A session that is no longer good is ended here; the request goes on as a stranger's.
internal sealed class ActorMiddleware(RequestDelegate next, AccessShelf access, TokenShelf tokens, SessionBook sessions, TimeProvider clock)
{
    private static readonly Refusal BadToken = new("access.token", "接口令牌无效、已过期或已撤销。请在“我的账号 · 接口令牌”中重新生成。") { Kind = RefusalKind.Forbidden };

    public async Task InvokeAsync(HttpContext http, CurrentActor current, RequestSession session)
    {
        if (BearerOf(http) is { } token)
        {
            http.User = new();
            if (await tokens.ActorAsync(token, http.RequestAborted) is not { } actor)
            {
                await http.RefuseAsync(BadToken, StatusCodes.Status401Unauthorized);
                return;
            }

            current.Actor = actor;
            session.ViaToken = true;
        }
        else if (SessionCookie.From(http.User) is { } cookie)
        {
            await ContinueAsync(http, cookie, current, session);
        }

        await next(http);
    }

    private static string? BearerOf(HttpContext http) =>
        http.Request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header["Bearer ".Length..].Trim() : null;

    private async Task ContinueAsync(HttpContext http, SessionCookie cookie, CurrentActor current, RequestSession session)
    {
        var standing = clock.GetUtcNow() - cookie.SignedInAt <= access.Figures.AbsoluteEnd ? await access.StandingAsync(cookie.PersonId, http.RequestAborted) : null;
        var good = standing is { IsDisabled: false } && standing.Stamp == cookie.Stamp && !standing.Ended.Contains(cookie.SessionId);
        if (good && await access.ActorAsync(cookie.PersonId, cookie.PostId, http.RequestAborted) is { } actor)
        {
            current.Actor = actor;
            session.SignedInAt = cookie.SignedInAt;
            session.SessionId = cookie.SessionId;
            await sessions.SeenAsync(cookie.SessionId, http.RequestAborted);
            session.MustChangePassword = access.MustChangePassword(standing!);
            return;
        }

        http.User = new();
        await http.SignOutAsync(SessionCookie.Scheme);
    }
}
