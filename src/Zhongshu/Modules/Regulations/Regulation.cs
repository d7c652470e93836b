using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Regulations;

public enum RegulationState
{
    /// 有效
    Valid = 1,

    /// 修订中，现行文本仍然有效
    Revising = 2,

    /// 废止
    Abolished = 3,
}

/// 制度: one of the unit's own regulations as its register keeps it. What the program checks by figures is the rule library (制度库).
public sealed class Regulation
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public required string Title { get; set; }

    public string Number { get; set; } = "";

    /// Id in regulations.classes; the others are words of their lists in the rules, Sphere (归类) of regulations.groups.
    public required string Class { get; set; }

    public required string Sphere { get; set; }

    public required string Area { get; set; }

    public required string Layer { get; set; }

    public required string Level { get; set; }

    public string Method { get; set; } = "";

    public DateOnly IssuedOn { get; set; }

    /// 牵头科室, and 协作科室及各自职责 in words.
    public long UnitId { get; set; }

    public string Partners { get; set; } = "";

    /// 原则性制度: says what, and needs rules that say how.
    public bool IsPrinciple { get; set; }

    /// The principle that this one works out.
    public long? DetailsId { get; set; }

    public required string Summary { get; set; }

    public RegulationState State { get; set; } = RegulationState.Valid;

    public DateOnly? EndedOn { get; set; }

    /// The last 回顾检查: its day and verdict.
    public DateOnly? LookedAtOn { get; set; }

    public string Verdict { get; set; } = "";
}

/// 修订记录: what became of it when.
public sealed class RegulationChange
{
    public long Id { get; init; }

    public long RegulationId { get; init; }

    public DateOnly On { get; init; }

    public required string What { get; init; }

    public required string PersonName { get; init; }
}

public enum RemarkState
{
    /// 待研究
    Open = 1,

    /// 采纳，列入计划
    Taken = 2,

    /// 不采纳
    Declined = 3,
}

/// 修改意见: what those who carry a regulation out find wrong with it.
public sealed class RegulationRemark
{
    public long Id { get; init; }

    public long RegulationId { get; init; }

    public long UnitId { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset At { get; init; }

    public RemarkState State { get; set; } = RemarkState.Open;

    public string Answer { get; set; } = "";
}

public enum PlanKind
{
    /// 立
    Make = 1,

    /// 改
    Revise = 2,

    /// 废
    Abolish = 3,
}

public enum PlanState
{
    /// 进行中
    Open = 1,

    /// 已完成
    Done = 2,

    /// 已取消
    Dropped = 3,
}

/// 制修订任务: one regulation to be made, changed or abolished: why, what, how it is approved, at which level.
public sealed class RegulationTask
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public PlanKind Kind { get; init; }

    /// The regulation to be changed or abolished; for one to be made, the one that was made.
    public long? RegulationId { get; set; }

    public required string Title { get; init; }

    /// A word of regulations.marks.
    public required string Mark { get; init; }

    public required string Reason { get; init; }

    public required string Content { get; init; }

    public required string Approval { get; init; }

    public required string Level { get; init; }

    public long UnitId { get; init; }

    public DateOnly DueOn { get; set; }

    public PlanState State { get; set; } = PlanState.Open;

    public DateOnly? DoneOn { get; set; }

    public string Result { get; set; } = "";

    public DateOnly PlannedOn { get; init; }
}

/// 回顾检查: how a regulation is carried out, looked at on a day.
public sealed class RegulationLook
{
    public long Id { get; init; }

    public long RegulationId { get; init; }

    public DateOnly On { get; init; }

    /// Id in regulations.verdicts.
    public required string Verdict { get; init; }

    public required string Text { get; init; }

    public required string PersonName { get; init; }
}

internal sealed class RegulationTable : IEntityTypeConfiguration<Regulation>
{
    public void Configure(EntityTypeBuilder<Regulation> table)
    {
        table.ToTable("Regulation").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Title).HasMaxLength(RegulationLimits.Title);
        table.Property(r => r.Number).HasMaxLength(60);
        foreach (var word in new[] { nameof(Regulation.Class), nameof(Regulation.Sphere), nameof(Regulation.Area), nameof(Regulation.Layer), nameof(Regulation.Level), nameof(Regulation.Method), nameof(Regulation.Verdict) }) table.Property<string>(word).HasMaxLength(40);
        table.Property(r => r.Partners).HasMaxLength(RegulationLimits.Words);
        table.Property(r => r.Summary).HasMaxLength(RegulationLimits.Text);
        table.HasIndex(r => new { r.KeeperId, r.State });
    }
}

internal sealed class RegulationChangeTable : IEntityTypeConfiguration<RegulationChange>
{
    public void Configure(EntityTypeBuilder<RegulationChange> table)
    {
        table.ToTable("RegulationChange").HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.What).HasMaxLength(RegulationLimits.Text);
        table.Property(c => c.PersonName).HasMaxLength(60);
        table.HasIndex(c => c.RegulationId);
    }
}

internal sealed class RegulationRemarkTable : IEntityTypeConfiguration<RegulationRemark>
{
    public void Configure(EntityTypeBuilder<RegulationRemark> table)
    {
        table.ToTable("RegulationRemark").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.PersonName).HasMaxLength(60);
        table.Property(r => r.Text).HasMaxLength(RegulationLimits.Words);
        table.Property(r => r.Answer).HasMaxLength(RegulationLimits.Words);
        table.HasIndex(r => r.RegulationId);
    }
}

internal sealed class RegulationTaskTable : IEntityTypeConfiguration<RegulationTask>
{
    public void Configure(EntityTypeBuilder<RegulationTask> table)
    {
        table.ToTable("RegulationTask").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Title).HasMaxLength(RegulationLimits.Title);
        foreach (var word in new[] { nameof(RegulationTask.Mark), nameof(RegulationTask.Approval), nameof(RegulationTask.Level) }) table.Property<string>(word).HasMaxLength(40);
        table.Property(t => t.Reason).HasMaxLength(RegulationLimits.Words);
        table.Property(t => t.Content).HasMaxLength(RegulationLimits.Words);
        table.Property(t => t.Result).HasMaxLength(RegulationLimits.Words);
        table.HasIndex(t => new { t.KeeperId, t.State, t.DueOn });
        table.HasIndex(t => t.RegulationId);
    }
}

internal sealed class RegulationLookTable : IEntityTypeConfiguration<RegulationLook>
{
    public void Configure(EntityTypeBuilder<RegulationLook> table)
    {
        table.ToTable("RegulationLook").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Verdict).HasMaxLength(40);
        table.Property(l => l.Text).HasMaxLength(RegulationLimits.Words);
        table.Property(l => l.PersonName).HasMaxLength(60);
        table.HasIndex(l => l.RegulationId);
    }
}

internal static class RegulationLimits
{
    public const int Title = 120;
    public const int Words = 1000;
    public const int Text = 4000;
}
