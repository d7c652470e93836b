using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Follow;

/// 里程碑: a step of a task with its own day, counted back from the deadline.
public sealed class Milestone : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long TaskId { get; init; }

    public required string Title { get; init; }

    public DateOnly DueOn { get; init; }

    public DateTimeOffset? DoneAt { get; set; }

    public string DoneBy { get; set; } = "";
}

/// 引领性指标: a figure by which one sees a task move, with its target.
public sealed class Indicator : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long TaskId { get; init; }

    public required string Name { get; init; }

    /// 计量单位
    public required string Measure { get; init; }

    public double Target { get; init; }

    public double? Latest { get; set; }

    public DateTimeOffset? LatestAt { get; set; }
}

/// One reported value of an indicator; never changed.
public sealed class Reading : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long IndicatorId { get; init; }

    public double Value { get; init; }

    public required string PersonName { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class MilestoneTable : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> table)
    {
        table.ToTable("SupervisionMilestone").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Title).HasMaxLength(200);
        table.Property(m => m.DoneBy).HasMaxLength(60);
        table.HasIndex(m => m.MatterId);
        table.HasIndex(m => m.TaskId);
    }
}

internal sealed class IndicatorTable : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> table)
    {
        table.ToTable("SupervisionIndicator").HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Name).HasMaxLength(100);
        table.Property(i => i.Measure).HasMaxLength(20);
        table.HasIndex(i => i.MatterId);
        table.HasIndex(i => i.TaskId);
    }
}

internal sealed class ReadingTable : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> table)
    {
        table.ToTable("SupervisionReading").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.PersonName).HasMaxLength(60);
        table.HasIndex(r => r.MatterId);
        table.HasIndex(r => r.IndicatorId);
    }
}
