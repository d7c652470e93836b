using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.Password;

/// 修改口令: ends every other session of the account.
internal sealed class ChangePassword(AccountChange change)
{
    public async Task<Outcome<Account>> RunAsync(long personId, PasswordForm form, CancellationToken cancel)
    {
        if (form.Password != form.Repeat) return new Refusal("password.repeat", "两次输入的新口令不一致，请重新输入。") { Field = "Repeat" };
        return await change.RunAsync(personId, null, new Act("account.password-changed", "修改本人口令"), async account =>
            change.Matches(account, form.Present)
                ? await change.SetPasswordAsync(account, form.Password)
                : new Refusal("password.present", "现用口令不正确，请重新输入。") { Field = "Present" }, cancel);
    }
}
