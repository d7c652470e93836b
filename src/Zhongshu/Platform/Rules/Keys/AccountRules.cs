using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules.Keys;

/// Passwords, lockout, sessions, delegation.
internal static class AccountRules
{
    public static readonly RuleKey<int> PasswordLength = RuleKey.Whole("accounts.password-length", "修改密码");

    public static readonly RuleKey<int> PasswordKinds = RuleKey.Whole("accounts.password-kinds", "修改密码");

    public static readonly RuleKey<int> PasswordHistory = RuleKey.Whole("accounts.password-history", "修改密码");

    public static readonly RuleKey<Within> PasswordAge = RuleKey.Limit("accounts.password-age", "登录");

    public static readonly RuleKey<int> LockoutAttempts = RuleKey.Whole("accounts.lockout-attempts", "登录");

    public static readonly RuleKey<Within> LockoutTime = RuleKey.Limit("accounts.lockout-time", "登录");

    public static readonly RuleKey<Within> SessionTime = RuleKey.Limit("accounts.session-time", "登录");

    public static readonly RuleKey<Within> AdministratorSessionTime = RuleKey.Limit("accounts.administrator-session-time", "登录");

    public static readonly RuleKey<Within> SessionLongest = RuleKey.Limit("accounts.session-longest", "登录");

    public static readonly RuleKey<int> SignInAttempts = RuleKey.Whole("accounts.sign-in-attempts", "登录");

    /// By one account in a minute, over the API.
    public static readonly RuleKey<int> ApiRequests = RuleKey.Whole("accounts.api-requests", "接口");

    public static readonly RuleKey<Within> TokenLongest = RuleKey.Limit("accounts.token-longest", "接口令牌");

    public static readonly RuleKey<Within> DelegationLongest = RuleKey.Limit("accounts.delegation-longest", "委托代办");

    public static readonly RuleKey<IReadOnlyList<string>> DelegationNotTransferred =
        RuleKey.List("accounts.delegation-not-transferred", "委托代办");

    public static readonly RuleNeeds Needs = new(
    [
        PasswordLength, PasswordKinds, PasswordHistory, PasswordAge, LockoutAttempts, LockoutTime, SessionTime,
        AdministratorSessionTime, SessionLongest, SignInAttempts, ApiRequests, TokenLongest, DelegationLongest, DelegationNotTransferred,
    ],
    [ClockTimes, NamedPermissionsExist]);

    private static IEnumerable<(RuleKey Key, string Message)> ClockTimes(RuleBook book)
    {
        foreach (var key in new[] { LockoutTime, SessionTime, AdministratorSessionTime, SessionLongest })
            if (book.Value(key).Unit is not (TimeUnit.Minute or TimeUnit.Hour)) yield return (key, "应以分钟或小时计。");
        foreach (var key in new[] { PasswordAge, TokenLongest, DelegationLongest })
            if (book.Value(key).Unit is not (TimeUnit.Day or TimeUnit.Month)) yield return (key, "应以日或月计。");
    }

    private static IEnumerable<(RuleKey Key, string Message)> NamedPermissionsExist(RuleBook book)
    {
        var known = book.Value(AccessRules.Permissions).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var permission in book.Value(DelegationNotTransferred).Where(p => !known.Contains(p)))
            yield return (DelegationNotTransferred, $"权限“{permission}”不存在，权限见 access.permissions。");
    }
}
