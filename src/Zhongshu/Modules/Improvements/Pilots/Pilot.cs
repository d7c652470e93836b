using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Improvements.Pilots;

public enum PilotState
{
    /// 试点中
    Open = 1,

    /// 已推广
    Spread = 2,

    /// 已停止
    Stopped = 3,
}

/// 创新试点: something new, argued for, tried in a small place, evaluated, spread or given up.
public sealed class Pilot
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// 论证: the answers to improvements.grounds, a line each.
    public required string Grounds { get; init; }

    /// 试点范围
    public required string Scope { get; init; }

    public long OwnerId { get; init; }

    public DateOnly From { get; init; }

    public DateOnly EvaluateOn { get; set; }

    /// Id in improvements.stages.
    public required string Stage { get; set; }

    public PilotState State { get; set; } = PilotState.Open;

    public DateOnly? EndedOn { get; set; }
}

/// 跟进、评估: what was seen at a stage, and at an evaluation what it came to.
public sealed class PilotStep
{
    public long Id { get; init; }

    public long PilotId { get; init; }

    public required string Stage { get; init; }

    public required string Words { get; init; }

    /// 可以推广、继续试点、停止; empty when it was no evaluation.
    public string Verdict { get; init; } = "";

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }
}

internal sealed class PilotTable : IEntityTypeConfiguration<Pilot>
{
    public void Configure(EntityTypeBuilder<Pilot> table)
    {
        table.ToTable("Pilot").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Title).HasMaxLength(Retreats.ImprovementLimits.Title);
        table.Property(p => p.Text).HasMaxLength(Retreats.ImprovementLimits.Words);
        table.Property(p => p.Grounds).HasMaxLength(4000);
        table.Property(p => p.Scope).HasMaxLength(200);
        table.Property(p => p.Stage).HasMaxLength(24);
        table.HasIndex(p => p.KeeperId);
    }
}

internal sealed class PilotStepTable : IEntityTypeConfiguration<PilotStep>
{
    public void Configure(EntityTypeBuilder<PilotStep> table)
    {
        table.ToTable("PilotStep").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Stage).HasMaxLength(24);
        table.Property(s => s.Words).HasMaxLength(Retreats.ImprovementLimits.Words);
        table.Property(s => s.Verdict).HasMaxLength(24);
        table.Property(s => s.PersonName).HasMaxLength(60);
        table.HasIndex(s => s.PilotId);
    }
}
