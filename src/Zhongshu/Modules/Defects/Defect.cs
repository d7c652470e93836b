using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Defects;

public enum DefectState
{
    /// 待复盘
    Registered = 1,

    /// 复盘中
    InReview = 2,

    /// 已销号
    Closed = 3,
}

/// 错情: one slip with its unit, stage, who answers, how it was found and what it caused; reviewed, mended, struck off.
public sealed class Defect
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// 责任单位 and 责任人.
    public long UnitId { get; init; }

    public long? PersonId { get; set; }

    /// The matter it happened on; IsConfined when that matter has a circle of its own (知悉范围), which is then the slip's too.
    public long? MatterId { get; init; }

    public bool IsConfined { get; init; }

    /// Ids in the rules defects.kinds, .stages, .found and .consequences; Aspect is a word of .aspects or empty.
    public required string Kind { get; init; }

    public required string Stage { get; init; }

    public required string Found { get; init; }

    public required string Consequence { get; init; }

    public string Aspect { get; init; } = "";

    public DateOnly On { get; init; }

    public required string Text { get; init; }

    /// 事前推演 and 事中纠偏; the steps of the review are 事后复盘.
    public string Foresight { get; init; } = "";

    public string Correction { get; init; } = "";

    public DefectState State { get; set; } = DefectState.Registered;

    /// Id in defects.approaches, and what came of it.
    public string Approach { get; set; } = "";

    public string Conclusion { get; set; } = "";

    /// 全员、全过程、全场景.
    public string Everybody { get; set; } = "";

    public string WholeProcess { get; set; } = "";

    public string AllScenes { get; set; } = "";

    /// 教训: what it is to be remembered by.
    public string Lesson { get; set; } = "";

    public DateOnly? ClosedOn { get; set; }

    /// 典型案例: goes into the year's booklet.
    public bool IsCase { get; set; }

    /// 通报, in words that name no person; empty until it is told.
    public string Told { get; set; } = "";

    public DateOnly? ToldOn { get; set; }

    public long ById { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }
}

/// One step of the review: who does it by when, and what was done.
public sealed class DefectStep
{
    public long DefectId { get; init; }

    /// Id in defects.review-steps.
    public required string Step { get; init; }

    public long OwnerId { get; init; }

    public DateOnly DueOn { get; init; }

    public string Words { get; set; } = "";

    public DateOnly? DoneOn { get; set; }

    public string DoneBy { get; set; } = "";
}

/// 开门纳谏: what somebody advises on a slip that the unit cannot get rid of alone.
public sealed class DefectAdvice
{
    public long Id { get; init; }

    public long DefectId { get; init; }

    public long UnitId { get; init; }

    public required string PersonName { get; init; }

    public required string Text { get; init; }

    public DateTimeOffset At { get; init; }
}

/// 自查自纠: what a unit found when it held itself against a slip that was told to all.
public sealed class DefectCheck
{
    public long DefectId { get; init; }

    public long UnitId { get; init; }

    public bool HasSame { get; set; }

    public required string Text { get; set; }

    public required string PersonName { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class DefectTable : IEntityTypeConfiguration<Defect>
{
    public void Configure(EntityTypeBuilder<Defect> table)
    {
        table.ToTable("Defect").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Kind).HasMaxLength(24);
        table.Property(d => d.Stage).HasMaxLength(24);
        table.Property(d => d.Found).HasMaxLength(24);
        table.Property(d => d.Consequence).HasMaxLength(24);
        table.Property(d => d.Aspect).HasMaxLength(24);
        table.Property(d => d.Text).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.Foresight).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.Correction).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.Approach).HasMaxLength(24);
        table.Property(d => d.Conclusion).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.Everybody).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.WholeProcess).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.AllScenes).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.Lesson).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.Told).HasMaxLength(DefectLife.Longest);
        table.Property(d => d.ByName).HasMaxLength(60);
        table.HasIndex(d => new { d.KeeperId, d.On });
        table.HasIndex(d => d.MatterId);
    }
}

internal sealed class DefectStepTable : IEntityTypeConfiguration<DefectStep>
{
    public void Configure(EntityTypeBuilder<DefectStep> table)
    {
        table.ToTable("DefectStep").HasKey(s => new { s.DefectId, s.Step });
        table.Property(s => s.Step).HasMaxLength(24);
        table.Property(s => s.Words).HasMaxLength(DefectLife.Longest);
        table.Property(s => s.DoneBy).HasMaxLength(60);
        table.HasIndex(s => s.OwnerId);
    }
}

internal sealed class DefectAdviceTable : IEntityTypeConfiguration<DefectAdvice>
{
    public void Configure(EntityTypeBuilder<DefectAdvice> table)
    {
        table.ToTable("DefectAdvice").HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Text).HasMaxLength(DefectLife.Longest);
        table.Property(a => a.PersonName).HasMaxLength(60);
        table.HasIndex(a => a.DefectId);
    }
}

internal sealed class DefectCheckTable : IEntityTypeConfiguration<DefectCheck>
{
    public void Configure(EntityTypeBuilder<DefectCheck> table)
    {
        table.ToTable("DefectCheck").HasKey(c => new { c.DefectId, c.UnitId });
        table.Property(c => c.Text).HasMaxLength(DefectLife.Longest);
        table.Property(c => c.PersonName).HasMaxLength(60);
    }
}
