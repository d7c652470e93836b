using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Boards;

/// 看板标注: a matter that leaders keep before their eyes, in one class, with the reason. No row: not on the board.
public sealed class FocusMark : IPartOfMatter
{
    public long MatterId { get; init; }

    /// 本级单位 whose board it is on.
    public long UnitId { get; init; }

    /// Id in board.classes.
    public required string Class { get; set; }

    public required string Reason { get; set; }

    public required string MarkedBy { get; set; }

    public DateTimeOffset At { get; set; }
}

/// 标签 of a marked matter.
public sealed class FocusTag : IPartOfMatter
{
    public long MatterId { get; init; }

    /// Id in board.tags.
    public required string Tag { get; init; }
}

internal sealed class FocusMarkTable : IEntityTypeConfiguration<FocusMark>
{
    public void Configure(EntityTypeBuilder<FocusMark> table)
    {
        table.ToTable("FocusMark").HasKey(m => m.MatterId);
        table.Property(m => m.MatterId).ValueGeneratedNever();
        table.Property(m => m.Class).HasMaxLength(24);
        table.Property(m => m.Reason).HasMaxLength(300);
        table.Property(m => m.MarkedBy).HasMaxLength(60);
        table.HasIndex(m => new { m.UnitId, m.Class, m.At });
    }
}

internal sealed class FocusTagTable : IEntityTypeConfiguration<FocusTag>
{
    public void Configure(EntityTypeBuilder<FocusTag> table)
    {
        table.ToTable("FocusTag").HasKey(t => new { t.MatterId, t.Tag });
        table.Property(t => t.Tag).HasMaxLength(24);
    }
}
