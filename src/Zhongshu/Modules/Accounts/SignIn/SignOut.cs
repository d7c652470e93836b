using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Access.Sessions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.SignIn;

/// 退出登录
internal static class SignOut
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/sign-out", HandleAsync).Requires(RequiresAttribute.SignedIn)
            .WithMetadata(new OpenBeforePasswordChangeAttribute(), new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> HandleAsync(HttpContext http, Office office, RequestSession session, AccessShelf access, [FromForm] string? from, CancellationToken cancel)
    {
        await using (var transaction = await office.Db.BeginWriteAsync(cancel))
        {
            await office.Db.RecordPlatformAsync(new Act("access.signed-out", "退出登录"), office.Ids, office.Now, cancel);
            await office.Db.Set<SignInSession>().Where(s => s.Id == session.SessionId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, office.Now), cancel);
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        access.Forget(office.Actor.PersonId);
        await http.SignOutAsync(SessionCookie.Scheme);
        return Results.Redirect(SessionCookie.SignInPath);
    }
}
