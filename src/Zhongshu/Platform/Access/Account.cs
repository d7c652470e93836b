using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Access;

/// 登录账号 of a person.
internal sealed class Account
{
    public long PersonId { get; init; }

    public required string Login { get; set; }

    public string PasswordHash { get; set; } = "";

    /// Hashes of former passwords, newest first, one a line.
    public string FormerHashes { get; set; } = "";

    /// Changes when the password, the second factor or the account's standing changes; old sessions end with it.
    public string SecurityStamp { get; set; } = "";

    public int FailedCount { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// Encrypted; TotpSecrets reveals it.
    public string? TotpKey { get; set; }

    public bool TotpOn { get; set; }

    /// The last half-minute a code was taken for: a code is good once.
    public long TotpStep { get; set; }

    /// Hashes of the recovery codes that are left, one a line.
    public string RecoveryHashes { get; set; } = "";

    public bool MustChangePassword { get; set; }

    public DateTimeOffset PasswordChangedAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public bool IsDisabled { get; set; }
}

/// 接口令牌: lets a program act as a person within the scopes; only its hash is kept.
internal sealed class ApiToken
{
    public long Id { get; init; }

    public long PersonId { get; set; }

    public long PostId { get; set; }

    public required string Name { get; set; }

    public required string Hash { get; set; }

    /// Permissions it may use, separated by commas; empty for all of the person's.
    public string Scopes { get; set; } = "";

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> table)
    {
        table.ToTable("Account").HasKey(a => a.PersonId);
        table.Property(a => a.PersonId).ValueGeneratedNever();
        table.Property(a => a.Login).HasMaxLength(60);
        table.HasIndex(a => a.Login).IsUnique();
        table.Property(a => a.SecurityStamp).IsConcurrencyToken();
    }
}

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> table)
    {
        table.ToTable("ApiToken").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Name).HasMaxLength(60);
        table.Property(t => t.Hash).HasMaxLength(64);
        table.HasIndex(t => t.Hash).IsUnique();
        table.HasIndex(t => t.PersonId);
    }
}
