using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.SignIn;

/// Who tries to come in, and from where.
internal sealed record Attempt(string Login, string Password, string Address);

/// 登录: the password is compared before the write transaction (it takes long on purpose); counts and locks are settled inside it.
internal sealed class CheckPassword(Office office, AccessShelf access, SignInThrottle throttle, IPasswordHasher<Account> hasher, CurrentActor current)
{
    // Compared when no such login exists, so that the answer takes as long as for one that does.
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new Account { Login = "" }, "nobody");

    public async Task<Outcome<Account>> RunAsync(Attempt attempt, CancellationToken cancel)
    {
        var login = Logins.Normal(attempt.Login);
        if (!throttle.Admits(attempt.Address, login)) return SignInRefusals.TooMany;
        var seen = await office.Db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Login == login, cancel);
        var matches = hasher.VerifyHashedPassword(seen ?? new Account { Login = login }, seen is { PasswordHash.Length: > 0 } ? seen.PasswordHash : NobodysHash, attempt.Password)
            != PasswordVerificationResult.Failed;

        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var account = await LockedAsync(seen, cancel);
        var outcome = await DecideAsync(account, matches && account is not null && account.PasswordHash == seen!.PasswordHash, cancel);
        await RecordAsync(account, attempt with { Login = login }, outcome.Refusal, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return outcome;
    }

    /// The account's row with its counts as they are now, held until the transaction ends, so that guesses at once cannot slip past the count.
    private async Task<Account?> LockedAsync(Account? seen, CancellationToken cancel)
    {
        if (seen is null) return null;
        await office.Db.Set<Account>().Where(a => a.PersonId == seen.PersonId).ExecuteUpdateAsync(a => a.SetProperty(x => x.FailedCount, x => x.FailedCount), cancel);
        return await office.Db.Set<Account>().SingleAsync(a => a.PersonId == seen.PersonId, cancel);
    }

    private async Task<Outcome<Account>> DecideAsync(Account? account, bool matches, CancellationToken cancel)
    {
        if (account is null) return SignInRefusals.Wrong(0);
        var refusal = Lockout.Settle(access.Figures, account, matches, office.Now);
        if (refusal is not null) return refusal;
        if (account.IsDisabled) return SignInRefusals.Disabled;
        return await access.ActorAsync(account.PersonId, 0, cancel) is null ? SignInRefusals.NoPost : account;
    }

    private async Task RecordAsync(Account? account, Attempt attempt, Refusal? refusal, CancellationToken cancel)
    {
        if (account is not null && refusal is null && await access.ActorAsync(account.PersonId, 0, cancel) is { } actor)
        {
            // With a second factor nobody has come in yet: CheckCode records it.
            if (account.TotpOn) return;
            current.Actor = actor;
            account.LastSignInAt = office.Now;
        }

        var act = refusal is null
            ? new Act("access.signed-in", $"登录系统（地址{attempt.Address}）")
            : new Act("access.sign-in-refused", $"登录未成功：登录名“{Clip(attempt.Login)}”（地址{attempt.Address}）") { Quote = refusal.Rule };
        await office.Db.RecordPlatformAsync(act, office.Ids, office.Now, cancel);
    }

    private static string Clip(string login) => login.Length <= 60 ? login : login[..60];
}
