using System.Collections.Frozen;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Platform.Access;

/// The figures of access as the rules in force set them: passwords, lockout, sessions, and what each role may.
internal sealed record AccessFigures
{
    public required int PasswordLength { get; init; }

    /// How many of the four kinds (upper, lower, digit, other) a password needs.
    public required int PasswordKinds { get; init; }

    /// How many former passwords may not come back.
    public required int PasswordHistory { get; init; }

    public required TimeSpan PasswordAge { get; init; }

    public required int FailuresToLock { get; init; }

    public required TimeSpan LockFor { get; init; }

    public required TimeSpan IdleEnd { get; init; }

    public required TimeSpan AdministratorIdleEnd { get; init; }

    public required TimeSpan AbsoluteEnd { get; init; }

    /// Attempts from one address or for one login within a minute.
    public required int AttemptsAMinute { get; init; }

    public required TimeSpan TokenLongest { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; }

    /// Permissions of the three administrators; whoever has one has no part in office work.
    public required FrozenSet<string> Administrative { get; init; }

    public static AccessFigures From(RuleBook rules) => new()
    {
        PasswordLength = rules.Value(AccountRules.PasswordLength),
        PasswordKinds = rules.Value(AccountRules.PasswordKinds),
        PasswordHistory = rules.Value(AccountRules.PasswordHistory),
        PasswordAge = rules.Value(AccountRules.PasswordAge).ToClock(),
        FailuresToLock = rules.Value(AccountRules.LockoutAttempts),
        LockFor = rules.Value(AccountRules.LockoutTime).ToClock(),
        IdleEnd = rules.Value(AccountRules.SessionTime).ToClock(),
        AdministratorIdleEnd = rules.Value(AccountRules.AdministratorSessionTime).ToClock(),
        AbsoluteEnd = rules.Value(AccountRules.SessionLongest).ToClock(),
        AttemptsAMinute = rules.Value(AccountRules.SignInAttempts),
        TokenLongest = rules.Value(AccountRules.TokenLongest).ToClock(),
        Roles = rules.PermissionsByRole(),
        Administrative = rules.Value(AccessRules.Permissions).Where(p => p.Kind != "业务").Select(p => p.Id).ToFrozenSet(StringComparer.Ordinal),
    };
}
