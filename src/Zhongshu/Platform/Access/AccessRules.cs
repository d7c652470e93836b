namespace Zhongshu.Platform.Access;

/// The figures of access as the rules set them: passwords, lockout, sessions, and what each role may.
internal sealed record AccessRules
{
    public int PasswordLength { get; init; } = 8;

    /// How many of the four kinds (upper, lower, digit, other) a password needs.
    public int PasswordKinds { get; init; } = 3;

    /// How many former passwords may not come back.
    public int PasswordHistory { get; init; } = 5;

    public int FailuresToLock { get; init; } = 5;

    public TimeSpan LockFor { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan IdleEnd { get; init; } = TimeSpan.FromMinutes(60);

    public TimeSpan AbsoluteEnd { get; init; } = TimeSpan.FromHours(12);

    /// Attempts from one address or for one login within a minute.
    public int AttemptsAMinute { get; init; } = 20;

    public int TokenDays { get; init; } = 180;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Roles { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
}
