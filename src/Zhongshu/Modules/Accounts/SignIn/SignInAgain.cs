using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Shell.Problems;

namespace Zhongshu.Modules.Accounts.SignIn;

/// 重新登录并继续: a form came in after its session had ended; its text went through the sign-in page sealed and is offered again.
/// An endpoint and no page: a page's form token is made before its form is handled, for the stranger who is then no stranger any more.
internal static class SignInAgain
{
    internal sealed record Again(string Login, string Password, string? Code, string Kept, string? To);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(SessionEndedPage.SignInAgainPath, HandleAsync).OpenToStrangers();

    private static async Task<IResult> HandleAsync(HttpContext http, [FromForm] Again form, CheckPassword password, CheckCode code, BeginSession begin)
    {
        var to = ReturnPath.Safe(form.To);
        var outcome = await CheckAsync(http, form, password, code);
        if (!outcome.Succeeded) return Page<SessionEndedPage>(new() { [nameof(SessionEndedPage.To)] = to, [nameof(SessionEndedPage.Kept)] = form.Kept, [nameof(SessionEndedPage.Message)] = outcome.Refusal.Message });
        await begin.FreshAsync(http, outcome.Value);
        return Page<KeptFormPage>(new() { [nameof(KeptFormPage.To)] = to, [nameof(KeptFormPage.Kept)] = form.Kept });
    }

    private static async Task<Outcome<Account>> CheckAsync(HttpContext http, Again form, CheckPassword password, CheckCode code)
    {
        var address = http.Connection.RemoteIpAddress?.ToString() ?? "";
        var outcome = await password.RunAsync(new Attempt(form.Login, form.Password, address), http.RequestAborted);
        return outcome is { Succeeded: true, Value: { TotpOn: true } account }
            ? await code.RunAsync((account.PersonId, account.SecurityStamp), new Attempt(form.Login, form.Code ?? "", address), http.RequestAborted)
            : outcome;
    }

    private static RazorComponentResult<TPage> Page<TPage>(Dictionary<string, object?> parameters) where TPage : Microsoft.AspNetCore.Components.IComponent =>
        new(parameters) { PreventStreamingRendering = true };
}
