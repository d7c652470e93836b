using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Identity;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Accounts.SignIn;

/// 动态口令: the second step of signing in. Wrong codes count like wrong passwords.
internal sealed class CheckCode(Office office, AccessShelf access, SignInThrottle throttle, CurrentActor current, TotpSecrets secrets)
{
    public async Task<Outcome<Account>> RunAsync((long PersonId, string Stamp) half, Attempt attempt, CancellationToken cancel)
    {
        if (!throttle.Admits(attempt.Address, attempt.Login)) return SignInRefusals.TooMany;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        await office.Db.Set<Account>().Where(a => a.PersonId == half.PersonId).ExecuteUpdateAsync(a => a.SetProperty(x => x.FailedCount, x => x.FailedCount), cancel);
        var account = await office.Db.Set<Account>().SingleAsync(a => a.PersonId == half.PersonId, cancel);
        if (account.SecurityStamp != half.Stamp || account.TotpKey is null || await access.ActorAsync(account.PersonId, 0, cancel) is not { } actor) return SignInRefusals.HalfGone;
        var refusal = Settle(account, attempt.Password);
        if (refusal is null)
        {
            current.Actor = actor;
            account.LastSignInAt = office.Now;
        }

        await office.Db.RecordPlatformAsync(refusal is null
            ? new Act("access.signed-in", $"登录系统（地址{attempt.Address}，动态口令）")
            : new Act("access.sign-in-refused", $"登录未成功：登录名“{account.Login}”（地址{attempt.Address}，动态口令）") { Quote = refusal.Rule }, office.Ids, office.Now, cancel);
        await office.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return refusal is null ? account : refusal;
    }

    private Refusal? Settle(Account account, string code)
    {
        var step = secrets.Reveal(account) is { } key ? Totp.Take(key, code, office.Now, account.TotpStep) : null;
        var left = step is null ? RecoveryCodes.Redeem(account.RecoveryHashes, code) : null;
        var refusal = Lockout.Settle(access.Figures, account, step is not null || left is not null, office.Now);
        if (refusal is not null) return refusal.Rule == "access.wrong" ? SignInRefusals.WrongCode : refusal;
        if (step is not null) account.TotpStep = step.Value;
        else account.RecoveryHashes = left!;
        return null;
    }
}
