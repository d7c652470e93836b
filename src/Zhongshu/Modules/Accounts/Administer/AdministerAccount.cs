using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Accounts.SecondFactor;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Access.Tokens;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.Administer;

/// What the security administrator does with accounts. Each act ends the account's sessions.
internal sealed class AdministerAccount(Office office, AccountChange change, TokenShelf tokens)
{
    /// Opens an account; gives its one-time password.
    public async Task<Outcome<string>> OpenAsync(Person person, string login, string? once, CancellationToken cancel)
    {
        login = Logins.Normal(login);
        if (Logins.Refuses(login) is { } shape) return shape;
        var account = new Account { PersonId = person.Id, Login = login, SecurityStamp = Guid.NewGuid().ToString("N") };
        var password = OneTimePassword.Fresh(change.Figures, login);
        change.Put(account, password);
        account.MustChangePassword = true;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        if (await office.Db.Set<Account>().AnyAsync(a => a.PersonId == person.Id, cancel)) return AccountRefusals.Known;
        if (await office.Db.Set<Account>().AnyAsync(a => a.Login == login, cancel)) return AccountRefusals.LoginTaken(login);
        office.Db.Add(account);
        await office.Db.RecordPlatformAsync(new Act("account.opened", $"为{person.Name}开通账号“{login}”"), office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return password;
    }

    /// Gives a new one-time password; a lock is lifted with it.
    public async Task<Outcome<string>> ResetPasswordAsync(Person person, string? once, CancellationToken cancel)
    {
        var password = "";
        var outcome = await change.RunAsync(person.Id, once, new Act("account.password-reset", $"重置{person.Name}的口令"), account =>
        {
            password = OneTimePassword.Fresh(change.Figures, account.Login);
            change.Put(account, password);
            account.MustChangePassword = true;
            Unlock(account);
            return Allowed;
        }, cancel);
        return outcome.Succeeded ? password : outcome.Refusal;
    }

    public Task<Outcome<Account>> UnlockAsync(Person person, string? once, CancellationToken cancel) =>
        change.RunAsync(person.Id, once, new Act("account.unlocked", $"解锁{person.Name}的账号"), account =>
        {
            Unlock(account);
            return Allowed;
        }, cancel);

    public Task<Outcome<Account>> SetDisabledAsync(Person person, bool disabled, string? once, CancellationToken cancel) =>
        change.RunAsync(person.Id, once, disabled ? new Act("account.disabled", $"停用{person.Name}的账号") : new Act("account.enabled", $"启用{person.Name}的账号"), account =>
        {
            if (disabled && person.Id == office.Actor.PersonId) return Refused(AccountRefusals.Own);
            account.IsDisabled = disabled;
            return Allowed;
        }, cancel);

    public Task<Outcome<Account>> ForgetSecondFactorAsync(Person person, string? once, CancellationToken cancel) =>
        change.RunAsync(person.Id, once, new Act("account.totp-cleared", $"清除{person.Name}的动态口令"), account =>
        {
            Enrol.Forget(account);
            return Allowed;
        }, cancel);

    public async Task<Refusal?> SetClearanceAsync(Person person, int clearance, string? once, CancellationToken cancel)
    {
        if (clearance is < Classification.None or > Classification.TopSecret) return AccountRefusals.Clearance;
        if (person.Id == office.Actor.PersonId) return AccountRefusals.Own;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        var row = await office.Db.Set<Person>().SingleAsync(p => p.Id == person.Id, cancel);
        var former = row.Clearance;
        row.Clearance = clearance;
        await office.Db.RecordPlatformAsync(new Act("account.clearance", $"将{person.Name}的涉密等级由“{Level(former)}”调整为“{Level(clearance)}”")
        {
            Changes = new { clearance = new[] { former, clearance } },
        }, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await OrganisationVersion.MoveAsync(office.Db, cancel);
        await transaction.CommitAsync(cancel);
        office.OrganisationChanged();
        return null;
    }

    public async Task<Refusal?> RevokeTokensAsync(Person person, string? once, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        var rows = await office.Db.Set<ApiToken>().Where(t => t.PersonId == person.Id && t.RevokedAt == null).ToListAsync(cancel);
        foreach (var row in rows) row.RevokedAt = office.Now;
        await office.Db.RecordPlatformAsync(new Act("token.revoked", $"撤销{person.Name}的全部接口令牌（共{rows.Count}个）"), office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        foreach (var row in rows) tokens.Forget(row.Hash);
        return null;
    }

    private static Task<Refusal?> Allowed => Task.FromResult<Refusal?>(null);

    private static Task<Refusal?> Refused(Refusal refusal) => Task.FromResult<Refusal?>(refusal);

    private static void Unlock(Account account)
    {
        account.LockedUntil = null;
        account.FailedCount = 0;
    }

    public static string Level(int clearance) => clearance == Classification.None ? "无" : Classification.Word(clearance);
}
