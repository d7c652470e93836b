using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Supervision.Projects;

/// 项目: its plan and how far it is, as the unit or a project platform reports it. What lags is put under supervision by itself.
public sealed class Project
{
    public long Id { get; init; }

    public long UnitId { get; init; }

    /// 项目代码: by this the platform reports it again.
    public required string Code { get; init; }

    public required string Title { get; set; }

    /// Id in supervision.project-kinds.
    public required string Kind { get; set; }

    public long LeadUnitId { get; set; }

    public DateOnly PlannedStart { get; set; }

    public DateOnly PlannedEnd { get; set; }

    /// 前期工作, percent.
    public int Prepared { get; set; }

    public DateOnly? StartedOn { get; set; }

    public int Progress { get; set; }

    public DateOnly? EndedOn { get; set; }

    public DateOnly Since { get; init; }

    /// 督导: when it was last done, and when it was last asked for.
    public DateOnly? GuidedOn { get; set; }

    public DateOnly? AskedOn { get; set; }

    public required string KeptBy { get; set; }

    public DateTimeOffset At { get; set; }
}

/// 预警: what was found, the item that it became; open until the project has caught up.
public sealed class ProjectAlarm
{
    public long Id { get; init; }

    public long ProjectId { get; init; }

    /// Id in supervision.project-alarms.
    public required string Kind { get; init; }

    public required string Why { get; init; }

    public DateOnly On { get; init; }

    public DateOnly? ClearedOn { get; set; }

    /// 事项码 of the item.
    public required string Item { get; init; }
}

/// 督导一次
public sealed class ProjectGuide
{
    public long Id { get; init; }

    public long ProjectId { get; init; }

    public DateOnly On { get; init; }

    public required string Words { get; init; }

    public required string RecordedBy { get; init; }
}

internal sealed class ProjectTable : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> table)
    {
        table.ToTable("SupervisionProject").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Code).HasMaxLength(60);
        table.Property(p => p.Title).HasMaxLength(150);
        table.Property(p => p.Kind).HasMaxLength(24);
        table.Property(p => p.KeptBy).HasMaxLength(60);
        table.HasIndex(p => new { p.UnitId, p.Code }).IsUnique();
    }
}

internal sealed class ProjectAlarmTable : IEntityTypeConfiguration<ProjectAlarm>
{
    public void Configure(EntityTypeBuilder<ProjectAlarm> table)
    {
        table.ToTable("SupervisionAlarm").HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Kind).HasMaxLength(24);
        table.Property(a => a.Why).HasMaxLength(200);
        table.Property(a => a.Item).HasMaxLength(40);
        table.HasIndex(a => new { a.ProjectId, a.ClearedOn });
    }
}

internal sealed class ProjectGuideTable : IEntityTypeConfiguration<ProjectGuide>
{
    public void Configure(EntityTypeBuilder<ProjectGuide> table)
    {
        table.ToTable("SupervisionGuide").HasKey(g => g.Id);
        table.Property(g => g.Id).ValueGeneratedNever();
        table.Property(g => g.Words).HasMaxLength(1000);
        table.Property(g => g.RecordedBy).HasMaxLength(60);
        table.HasIndex(g => g.ProjectId);
    }
}
