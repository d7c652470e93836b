using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Shell.Parts;

namespace Zhongshu.Modules.Accounts.Administer;

/// What the buttons of the page do: one act each, then back to the page with a word on what was done.
public sealed partial class AccountPage
{
    private const string UnlockedWords = "账号已解锁。";
    private const string TotpWords = "动态口令已清除。";

    private Person? person;
    private Account? account;
    private int tokens;
    private string posts = "";
    private string? password;
    private Refusal? refusal;

    [Parameter] public long PersonId { get; set; }

    [CascadingParameter] public required HttpContext Http { get; set; }

    [SupplyParameterFromForm] private AccountForm? Form { get; set; }

    private string? Once => Http.OnceToken();

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        var book = await Office.BookAsync(Http.RequestAborted);
        person = book.Person(PersonId);
        if (person is null) Http.Response.StatusCode = StatusCodes.Status404NotFound;
        else await LoadAsync(book);
    }

    private async Task LoadAsync(OrganisationBook book)
    {
        posts = List.PostsOf(book, PersonId);
        account = await Office.Db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == PersonId, Http.RequestAborted);
        tokens = await Office.Db.Set<ApiToken>().CountAsync(t => t.PersonId == PersonId && t.RevokedAt == null && t.ExpiresAt > Office.Now, Http.RequestAborted);
    }

    private async Task OpenAsync() => await ShowPasswordAsync(await Administer.OpenAsync(person!, Form!.Login, Once, Http.RequestAborted));

    private async Task ResetAsync() => await ShowPasswordAsync(await Administer.ResetPasswordAsync(person!, Once, Http.RequestAborted));

    private async Task SetDisabledAsync(bool disabled)
    {
        refusal = (await Administer.SetDisabledAsync(person!, disabled, Once, Http.RequestAborted)).Refusal;
        Finish(disabled ? "账号已停用。" : "账号已启用。");
    }

    private async Task ActAsync(Func<Person, string?, CancellationToken, Task<Outcome<Account>>> act, string done)
    {
        refusal = (await act(person!, Once, Http.RequestAborted)).Refusal;
        Finish(done);
    }

    private async Task RevokeAsync()
    {
        refusal = await Administer.RevokeTokensAsync(person!, Once, Http.RequestAborted);
        Finish("令牌已全部撤销。");
    }

    private async Task SetClearanceAsync()
    {
        refusal = await Administer.SetClearanceAsync(person!, Form!.Clearance, Once, Http.RequestAborted);
        Finish("涉密等级已保存。");
    }

    /// The one-time password is shown on this page and nowhere else, so there is no redirect.
    private async Task ShowPasswordAsync(Outcome<string> outcome)
    {
        refusal = outcome.Refusal;
        if (!outcome.Succeeded) return;
        password = outcome.Value;
        await LoadAsync(await Office.BookAsync(Http.RequestAborted));
    }

    private void Finish(string done)
    {
        if (refusal is not null) return;
        Http.Tell(done);
        Http.Response.Redirect($"/settings/accounts/{PersonId}");
    }
}
