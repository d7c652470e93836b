using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Supervision.Inspections;

public enum InspectionState
{
    /// 待审批: over the cap or outside the plan, until somebody approves it.
    Waiting = 0,

    /// 已列入
    Planned = 1,

    /// 已报告
    Reported = 2,

    /// 已取消
    Dropped = 3,
}

/// 督查计划: one inspection of a year, planned or approved beside the plan, with its report. It stands in the ledger of its own unit.
public sealed class Inspection
{
    internal const int LongestOver = 300;

    public long Id { get; init; }

    public long UnitId { get; init; }

    public int Year { get; init; }

    public int Number { get; init; }

    public required string Title { get; init; }

    /// 共享来的: whose plan it is (党委办公室 …); empty for our own.
    public string Host { get; init; } = "";

    /// Id in supervision.inspection-kinds.
    public required string Kind { get; init; }

    public DateOnly FromOn { get; init; }

    public DateOnly ToOn { get; init; }

    /// 督查对象: unit ids, separated by blanks.
    public required string Targets { get; init; }

    /// 计划外
    public bool OutsidePlan { get; init; }

    /// Over a cap when it was entered: by which, in words.
    public string Over { get; init; } = "";

    public string Reason { get; init; } = "";

    public InspectionState State { get; set; }

    public required string ProposedBy { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    public string DecidedBy { get; set; } = "";

    /// What the approver said, or why it was dropped.
    public string Decision { get; set; } = "";

    public string Report { get; set; } = "";

    public string ReportedBy { get; set; } = "";

    public DateTimeOffset? ReportedAt { get; set; }

    /// Changed with every act, so that two people do not decide on one picture.
    public int Version { get; set; }
}

internal sealed class InspectionTable : IEntityTypeConfiguration<Inspection>
{
    public void Configure(EntityTypeBuilder<Inspection> table)
    {
        table.ToTable("SupervisionInspection").HasKey(i => i.Id);
        table.Property(i => i.Id).ValueGeneratedNever();
        table.Property(i => i.Title).HasMaxLength(200);
        table.Property(i => i.Host).HasMaxLength(60);
        table.Property(i => i.Kind).HasMaxLength(24);
        table.Property(i => i.Targets).HasMaxLength(1000);
        table.Property(i => i.Over).HasMaxLength(Inspection.LongestOver);
        table.Property(i => i.Reason).HasMaxLength(1000);
        table.Property(i => i.ProposedBy).HasMaxLength(60);
        table.Property(i => i.DecidedBy).HasMaxLength(60);
        table.Property(i => i.Decision).HasMaxLength(1000);
        table.Property(i => i.Report).HasMaxLength(8000);
        table.Property(i => i.ReportedBy).HasMaxLength(60);
        table.Property(i => i.Version).IsConcurrencyToken();
        table.HasIndex(i => new { i.UnitId, i.Year, i.Number }).IsUnique();
    }
}
