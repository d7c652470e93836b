using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Access.Sessions;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts;

/// The one way an account changes: load, decide, new stamp if standing changes, a line on the platform's trail, save.
internal sealed class AccountChange(Office office, UserManager<Account> users, IPasswordHasher<Account> hasher, AccessShelf access, RequestSession session)
{
    public delegate Task<Refusal?> Decision(Account account);

    public AccessFigures Figures => access.Figures;

    public async Task<Outcome<Account>> RunAsync(long personId, string? once, Act act, Decision decide, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        if (await office.Db.TakeOnceAsync(once, office.Now, cancel) is { } used) return used;
        if (await office.Db.Set<Account>().SingleOrDefaultAsync(a => a.PersonId == personId, cancel) is not { } account) return Refusal.NotFound("这个账号");
        if (await decide(account) is { } refusal) return refusal;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        // The new stamp ends them all; one's own goes on under it.
        await office.Db.Set<SignInSession>().Where(s => s.PersonId == personId && s.EndedAt == null && s.Id != session.SessionId).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, office.Now), cancel);
        await office.Db.RecordPlatformAsync(act, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        access.Forget(personId);
        return account;
    }

    /// Sets a password that the rules admit; the former one is remembered.
    public async Task<Refusal?> SetPasswordAsync(Account account, string password)
    {
        foreach (var rule in users.PasswordValidators)
        {
            var result = await rule.ValidateAsync(users, account, password);
            if (result.Errors.FirstOrDefault() is { } error) return new Refusal(error.Code, error.Description) { Field = "Password" };
        }

        Put(account, password);
        return null;
    }

    /// Sets a password of our own making, to be changed at the first sign-in.
    public void Put(Account account, string password)
    {
        account.FormerHashes = PasswordRules.Remember(Figures, account);
        account.PasswordHash = hasher.HashPassword(account, password);
        account.PasswordChangedAt = office.Now;
        account.MustChangePassword = false;
    }

    public bool Matches(Account account, string password) =>
        account.PasswordHash.Length > 0 && hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed;
}
