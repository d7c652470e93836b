using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Access.Sessions;

namespace Zhongshu.Modules.Accounts.SignIn;

/// Writes the session cookie of an account that came in, or whose stamp has just changed under its own hands.
internal sealed class BeginSession(AccessShelf access, SessionBook sessions, TimeProvider clock)
{
    public async Task FreshAsync(HttpContext http, Account account) =>
        await WriteAsync(http, account, new SessionCookie(account.PersonId, 0, "", clock.GetUtcNow()) { SessionId = await sessions.BeginAsync(http, account.PersonId) });

    /// The session goes on under the new stamp; all others of the account have ended.
    public Task ContinueAsync(HttpContext http, Account account) => WriteAsync(http, account, SessionCookie.From(http.User)!);

    private async Task WriteAsync(HttpContext http, Account account, SessionCookie cookie)
    {
        access.Forget(account.PersonId);
        var actor = await access.ActorAsync(account.PersonId, cookie.PostId, http.RequestAborted) ?? Actor.Nobody;
        await (cookie with { PostId = actor.PostId, Stamp = account.SecurityStamp }).WriteAsync(http, clock.GetUtcNow(), access.IdleEnd(actor));
    }
}
