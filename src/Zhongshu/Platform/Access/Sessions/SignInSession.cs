using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Access.Sessions;

/// 一次登录: where an account is signed in, so that its owner or the security administrator can end just this one.
internal sealed class SignInSession
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public DateTimeOffset BeganAt { get; init; }

    /// To within a few minutes.
    public DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public string Address { get; init; } = "";

    /// What it was opened with, in words: Windows Chrome, 手机.
    public string Device { get; init; } = "";
}

internal sealed class SignInSessionTable : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> table)
    {
        table.ToTable("SignInSession").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Address).HasMaxLength(60);
        table.Property(s => s.Device).HasMaxLength(60);
        table.HasIndex(s => new { s.PersonId, s.BeganAt });
    }
}
