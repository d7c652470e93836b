using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Archives.Duties;

/// 档案责任: which post answers for what; of the office as a whole, or of one section.
public sealed class ArchiveDuty
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Id in archives.duties.
    public required string Kind { get; init; }

    /// 0 for the office as a whole.
    public long UnitId { get; init; }

    public long PostId { get; set; }

    public required string Content { get; set; }

    public DateOnly Since { get; set; }
}

/// 三合一: what a section forms, in which class it stands, how long it is kept.
public sealed class ArchiveScope
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    /// 归档范围: the material.
    public required string Material { get; init; }

    /// 分类
    public required string Category { get; init; }

    /// 保管期限代码
    public required string Retention { get; init; }
}

internal sealed class ArchiveDutyTable : IEntityTypeConfiguration<ArchiveDuty>
{
    public void Configure(EntityTypeBuilder<ArchiveDuty> table)
    {
        table.ToTable("ArchiveDuty").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Kind).HasMaxLength(24);
        table.Property(d => d.Content).HasMaxLength(ArchiveKeeper.LongestWords);
        table.HasIndex(d => new { d.KeeperId, d.Kind, d.UnitId }).IsUnique();
    }
}

internal sealed class ArchiveScopeTable : IEntityTypeConfiguration<ArchiveScope>
{
    public void Configure(EntityTypeBuilder<ArchiveScope> table)
    {
        table.ToTable("ArchiveScope").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Material).HasMaxLength(300);
        table.Property(s => s.Category).HasMaxLength(60);
        table.Property(s => s.Retention).HasMaxLength(8);
        table.HasIndex(s => new { s.KeeperId, s.UnitId });
    }
}
