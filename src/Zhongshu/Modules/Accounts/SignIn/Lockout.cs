using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Accounts.SignIn;

/// 锁定: what one attempt does to the counts of an account.
internal static class Lockout
{
    /// Changes the counts; null when the attempt is good. A locked account says so even to the right password, and counts nothing.
    public static Refusal? Settle(AccessFigures rules, Account account, bool matches, DateTimeOffset now)
    {
        if (account.LockedUntil is { } until && now < until) return SignInRefusals.Locked(until);
        account.LockedUntil = null;
        if (matches)
        {
            account.FailedCount = 0;
            return null;
        }

        account.FailedCount++;
        if (account.FailedCount < rules.FailuresToLock) return SignInRefusals.Wrong(rules.FailuresToLock - account.FailedCount);
        account.FailedCount = 0;
        account.LockedUntil = now + rules.LockFor;
        return SignInRefusals.Locked(account.LockedUntil.Value);
    }
}
