using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Improvements.Lists;

public enum ListForm
{
    /// 清单
    List = 1,

    /// 总方案（1）
    General = 2,

    /// 专项方案（N）
    Special = 3,
}

/// 清单 or 优化方案: lines with what is to be done, by whom and by when.
public sealed class MeasureList
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public ListForm Form { get; init; }

    /// A word of improvements.lists, of a 清单.
    public string Kind { get; init; } = "";

    public required string Title { get; init; }

    /// The general plan that a special one belongs to.
    public long? ParentId { get; init; }

    public DateOnly On { get; init; }

    public DateOnly? EndedOn { get; set; }
}

public sealed class MeasureLine
{
    public long Id { get; init; }

    public long ListId { get; init; }

    /// 方面: a word of improvements.aspects for a plan, or empty.
    public string Aspect { get; init; } = "";

    public required string Text { get; init; }

    public long OwnerId { get; init; }

    public DateOnly DueOn { get; set; }

    public string Result { get; set; } = "";

    public DateOnly? DoneOn { get; set; }
}

internal sealed class MeasureListTable : IEntityTypeConfiguration<MeasureList>
{
    public void Configure(EntityTypeBuilder<MeasureList> table)
    {
        table.ToTable("MeasureList").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Kind).HasMaxLength(40);
        table.Property(l => l.Title).HasMaxLength(Retreats.ImprovementLimits.Title);
        table.HasIndex(l => l.KeeperId);
    }
}

internal sealed class MeasureLineTable : IEntityTypeConfiguration<MeasureLine>
{
    public void Configure(EntityTypeBuilder<MeasureLine> table)
    {
        table.ToTable("MeasureLine").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Aspect).HasMaxLength(40);
        table.Property(l => l.Text).HasMaxLength(Retreats.ImprovementLimits.Words);
        table.Property(l => l.Result).HasMaxLength(Retreats.ImprovementLimits.Words);
        table.HasIndex(l => l.ListId);
        table.HasIndex(l => new { l.OwnerId, l.DoneOn });
    }
}
