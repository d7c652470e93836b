using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Observations;

public enum ReportState
{
    /// 待处理
    New = 1,

    /// 已交有关单位
    Assigned = 2,

    /// 单位已答复，待办结
    Answered = 3,

    /// 已办结
    Closed = 4,
}

/// 负担反映: what an observation point says of a burden. An unnamed one keeps neither person, unit nor time of day.
public sealed class BurdenReport
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// 查询码, for whoever did not give a name.
    public required string Code { get; init; }

    public long? UnitId { get; init; }

    public long? PersonId { get; init; }

    /// Id in burdens.negative-list.
    public required string Item { get; init; }

    public required string Text { get; init; }

    /// Whom or what it is about, in the words of who reports.
    public string About { get; init; } = "";

    /// Minutes that it costs in a month.
    public int Minutes { get; init; }

    public DateOnly ReportedOn { get; init; }

    public ReportState State { get; set; } = ReportState.New;

    public long? HandlerId { get; set; }

    public DateOnly? DueOn { get; set; }

    public string Answer { get; set; } = "";

    public string Result { get; set; } = "";

    public DateOnly? ClosedOn { get; set; }

    /// 典型问题: goes into a circular.
    public bool IsCase { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public DateOnly? LookBackOn { get; set; }

    public string LookBack { get; set; } = "";

    /// How often it was sent back or came up again.
    public int Again { get; set; }
}

/// 观测点
public sealed class ObservationPoint
{
    public long KeeperId { get; init; }

    public long UnitId { get; init; }
}

/// 对照检视: what a unit found when it held itself against a published case.
public sealed class SelfCheck
{
    public long ReportId { get; init; }

    public long UnitId { get; init; }

    public bool HasSame { get; set; }

    public required string Text { get; set; }

    public required string PersonName { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class BurdenReportTable : IEntityTypeConfiguration<BurdenReport>
{
    public void Configure(EntityTypeBuilder<BurdenReport> table)
    {
        table.ToTable("BurdenReport").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Code).HasMaxLength(12);
        table.Property(r => r.Item).HasMaxLength(24);
        table.Property(r => r.Text).HasMaxLength(2000);
        table.Property(r => r.About).HasMaxLength(200);
        table.Property(r => r.Answer).HasMaxLength(2000);
        table.Property(r => r.Result).HasMaxLength(2000);
        table.Property(r => r.LookBack).HasMaxLength(2000);
        table.HasIndex(r => new { r.KeeperId, r.State, r.Id });
        table.HasIndex(r => r.Code).IsUnique();
    }
}

internal sealed class ObservationPointTable : IEntityTypeConfiguration<ObservationPoint>
{
    public void Configure(EntityTypeBuilder<ObservationPoint> table) => table.ToTable("BurdenPoint").HasKey(p => new { p.KeeperId, p.UnitId });
}

internal sealed class SelfCheckTable : IEntityTypeConfiguration<SelfCheck>
{
    public void Configure(EntityTypeBuilder<SelfCheck> table)
    {
        table.ToTable("BurdenSelfCheck").HasKey(c => new { c.ReportId, c.UnitId });
        table.Property(c => c.Text).HasMaxLength(2000);
        table.Property(c => c.PersonName).HasMaxLength(60);
    }
}
