using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Archives.Works;

/// 档案专项工作: something that goes by steps, each with a day and somebody who answers: a building, an acceptance, a transfer, an arranging, the course of 收管存用 with a section.
public sealed class ArchiveWork
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Id in archives.works.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// With whom: the archives authority, a section, a builder.
    public string Partner { get; init; } = "";

    public DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; set; }

    public string Result { get; set; } = "";
}

/// 节点
public sealed class ArchiveNode
{
    public long Id { get; init; }

    public long WorkId { get; init; }

    public int Number { get; init; }

    public required string Title { get; init; }

    public long UnitId { get; init; }

    public DateOnly DueOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public string Words { get; set; } = "";

    public string DoneBy { get; set; } = "";

    public DateOnly? RemindedOn { get; set; }

    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;
}

internal sealed class ArchiveWorkTable : IEntityTypeConfiguration<ArchiveWork>
{
    public void Configure(EntityTypeBuilder<ArchiveWork> table)
    {
        table.ToTable("ArchiveWork").HasKey(w => w.Id);
        table.Property(w => w.Id).ValueGeneratedNever();
        table.Property(w => w.Kind).HasMaxLength(24);
        table.Property(w => w.Title).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(w => w.Partner).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(w => w.Result).HasMaxLength(ArchiveKeeper.LongestWords);
        table.HasIndex(w => new { w.KeeperId, w.Kind });
    }
}

internal sealed class ArchiveNodeTable : IEntityTypeConfiguration<ArchiveNode>
{
    public void Configure(EntityTypeBuilder<ArchiveNode> table)
    {
        table.ToTable("ArchiveNode").HasKey(n => n.Id);
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Title).HasMaxLength(60);
        table.Property(n => n.Words).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(n => n.DoneBy).HasMaxLength(60);
        table.HasIndex(n => n.WorkId);
        table.HasIndex(n => n.DueOn);
    }
}
