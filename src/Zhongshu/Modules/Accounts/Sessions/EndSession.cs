using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Access.Sessions;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Accounts.Sessions;

/// 退出一处登录: one's own, or by the security administrator somebody else's.
internal sealed class EndSession(Office office, AccessShelf access)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/me/sessions/{id:long}/end", OwnAsync).Requires(RequiresAttribute.SignedIn).WithMetadata(new RequireAntiforgeryTokenAttribute());
        routes.MapPost("/settings/accounts/{person:long}/sessions/{id:long}/end", OfAsync).Requires("accounts.manage").WithMetadata(new RequireAntiforgeryTokenAttribute());
    }

    public async Task<Outcome<Done>> RunAsync(long personId, long id, CancellationToken cancel)
    {
        if (personId != office.Actor.PersonId && !office.Actor.May("accounts.manage")) return Refusal.Forbidden("退出他人的登录");
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var session = await office.Db.Set<SignInSession>().SingleOrDefaultAsync(s => s.Id == id && s.PersonId == personId && s.EndedAt == null, cancel);
        if (session is null) return new Refusal("access.session-ended", "这处登录已经退出。请刷新后查看。") { Kind = RefusalKind.Conflict };
        session.EndedAt = office.Now;
        var name = (await office.BookAsync(cancel)).Person(personId)?.Name ?? "";
        var whose = personId == office.Actor.PersonId ? "本人" : name;
        await office.Db.RecordPlatformAsync(new Act("access.session-ended", $"退出{whose}在{session.Address}（{session.Device}）的登录"), office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        access.Forget(personId);
        return Done.Yes;
    }

    private static Task<IResult> OwnAsync(HttpContext http, long id, EndSession end, Office office, [FromForm] string? from, CancellationToken cancel) =>
        AnswerAsync(http, end, office.Actor.PersonId, id, "/me", cancel);

    private static Task<IResult> OfAsync(HttpContext http, long person, long id, EndSession end, [FromForm] string? from, CancellationToken cancel) =>
        AnswerAsync(http, end, person, id, $"/settings/accounts/{person}", cancel);

    private static async Task<IResult> AnswerAsync(HttpContext http, EndSession end, long person, long id, string back, CancellationToken cancel)
    {
        var outcome = await end.RunAsync(person, id, cancel);
        http.Tell(outcome.Refusal?.Message ?? "这处登录已退出。", outcome.Succeeded ? "success" : "danger");
        return Results.Redirect(back);
    }
}
