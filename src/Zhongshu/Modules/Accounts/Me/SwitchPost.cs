using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Accounts.Me;

/// 切换办理岗位: from now on the session acts from another of the person's posts.
internal static class SwitchPost
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/me/post", HandleAsync).Requires(RequiresAttribute.SignedIn).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> HandleAsync(HttpContext http, Office office, AccessShelf access, [FromForm] long post, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var mine = book.PostsOf(office.Actor.PersonId, office.Today).FirstOrDefault(p => p.Id == post);
        if (mine is null || SessionCookie.From(http.User) is not { } cookie) return new Refusal("access.post", "您没有担任这个岗位，请从上方列表重新选择。").ToProblem();
        await (cookie with { PostId = post }).WriteAsync(http, office.Now, access.IdleEnd(office.Actor));
        http.Tell($"现以“{book.LabelOf(mine.UnitId)} {mine.Name}”办理。");
        return Results.Redirect("/");
    }
}
