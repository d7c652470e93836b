using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Enforcement;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Accounts.SignIn;

/// 退出其他地方的登录: a new stamp ends every session but this one.
internal static class SignOutEverywhere
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/me/sign-out-elsewhere", HandleAsync).Requires(RequiresAttribute.SignedIn).WithMetadata(new RequireAntiforgeryTokenAttribute());

    private static async Task<IResult> HandleAsync(HttpContext http, Office office, AccountChange change, BeginSession begin, [FromForm] string? from, CancellationToken cancel)
    {
        var outcome = await change.RunAsync(office.Actor.PersonId, null, new Act("access.signed-out-elsewhere", "退出本人在其他地方的登录"), _ => Task.FromResult<Refusal?>(null), cancel);
        if (!outcome.Succeeded) return outcome.Refusal.ToProblem();
        await begin.ContinueAsync(http, outcome.Value);
        http.Tell("其他地方的登录已全部退出。");
        return Results.Redirect("/me");
    }
}
