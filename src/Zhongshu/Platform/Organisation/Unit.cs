using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Organisation;

internal enum UnitKind
{
    /// 上级机关
    Superior = 1,

    /// 本级机关
    Own = 2,

    /// 内设科室
    Section = 3,

    /// 下级单位
    Subordinate = 4,

    /// 不相隶属单位
    Outside = 5,
}

/// 单位或科室, a node of the tree.
internal sealed class Unit
{
    public long Id { get; init; }

    public long? ParentId { get; set; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    /// 机构代码, three letters or digits as archives use it (DA/T 22).
    public string Code { get; set; } = "";

    public UnitKind Kind { get; set; }

    /// 全宗号 for units that keep their own archive.
    public string? FondsNumber { get; set; }

    public int SortOrder { get; set; }

    public DateOnly Since { get; set; }

    public DateOnly? Until { get; set; }

    /// The unit that took over when this one was merged or abolished.
    public long? SuccessorId { get; set; }
}

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> table)
    {
        table.ToTable("Unit").HasKey(u => u.Id);
        table.Property(u => u.Id).ValueGeneratedNever();
        table.Property(u => u.Name).HasMaxLength(120);
        table.Property(u => u.ShortName).HasMaxLength(40);
        table.Property(u => u.Code).HasMaxLength(12);
        table.Property(u => u.FondsNumber).HasMaxLength(12);
        table.HasIndex(u => u.ParentId);
    }
}
