using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Coordinations.Bulletins;

/// 定期通报: what an office told another of its work, and what it asked to be coordinated.
public sealed class Bulletin
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// As in coordination.bulletin-to.
    public required string Addressee { get; init; }

    public DateOnly SentOn { get; init; }

    public required string Work { get; init; }

    /// 需协调解决事项
    public string Needs { get; init; } = "";

    public string Answer { get; set; } = "";

    public DateOnly? AnsweredOn { get; set; }

    public required string SentBy { get; init; }
}

internal sealed class BulletinTable : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> table)
    {
        table.ToTable("Bulletin").HasKey(b => b.Id);
        table.Property(b => b.Id).ValueGeneratedNever();
        table.Property(b => b.Addressee).HasMaxLength(60);
        table.Property(b => b.Work).HasMaxLength(CoordinationLimits.Paper);
        table.Property(b => b.Needs).HasMaxLength(CoordinationLimits.Paper);
        table.Property(b => b.Answer).HasMaxLength(CoordinationLimits.Text);
        table.Property(b => b.SentBy).HasMaxLength(60);
        table.HasIndex(b => new { b.KeeperId, b.Addressee, b.SentOn });
    }
}
