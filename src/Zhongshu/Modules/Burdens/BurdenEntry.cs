using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens;

public enum EntryState
{
    /// 已登记，计入总量
    Counted = 1,

    /// 计划外待批
    Asked = 2,

    /// 未批准
    Refused = 3,

    /// 已取消: was not issued or held after all.
    Withdrawn = 4,
}

/// 台账事项: one document, meeting, inspection … that a unit puts on others.
public sealed class BurdenEntry
{
    public long Id { get; init; }

    /// 本级单位 that keeps the ledger.
    public long KeeperId { get; init; }

    /// The unit that issues or calls.
    public long IssuerId { get; init; }

    public BurdenKind Kind { get; init; }

    public required string Title { get; init; }

    public string Number { get; init; } = "";

    public DateOnly HappensOn { get; init; }

    /// 综合性: of the whole field, of which a regulation allows one a year.
    public bool IsComprehensive { get; init; }

    public EntryState State { get; set; }

    /// It came on top of the plan or the cap.
    public bool IsOverPlan { get; init; }

    /// Why it is needed although the plan is used up; why it is not the same as what it resembles.
    public string Reason { get; init; } = "";

    public string LikeReason { get; init; } = "";

    /// The entry or document it resembles, in words.
    public string Like { get; init; } = "";

    /// 批准: by whom, on which paper; or why not.
    public string Decision { get; set; } = "";

    public string DecidedBy { get; set; } = "";

    public DateTimeOffset At { get; init; }

    public required string PersonName { get; init; }
}

/// 年度计划: how many of a kind a unit may issue in a year. Figures by unit are data of the office, not of the program.
public sealed class BurdenPlan
{
    public long KeeperId { get; init; }

    public long IssuerId { get; init; }

    public int Year { get; init; }

    public BurdenKind Kind { get; init; }

    public int Planned { get; set; }

    /// Last year's figure where the ledger was not kept yet; null when the ledger knows it.
    public int? LastYear { get; set; }

    /// Why the plan is above last year.
    public string Reason { get; set; } = "";

    public DateTimeOffset At { get; set; }
}

internal sealed class BurdenEntryTable : IEntityTypeConfiguration<BurdenEntry>
{
    public void Configure(EntityTypeBuilder<BurdenEntry> table)
    {
        table.ToTable("BurdenEntry").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.Title).HasMaxLength(200);
        table.Property(e => e.Number).HasMaxLength(80);
        table.Property(e => e.Reason).HasMaxLength(1000);
        table.Property(e => e.LikeReason).HasMaxLength(1000);
        table.Property(e => e.Like).HasMaxLength(400);
        table.Property(e => e.Decision).HasMaxLength(1000);
        table.Property(e => e.DecidedBy).HasMaxLength(60);
        table.Property(e => e.PersonName).HasMaxLength(60);
        table.HasIndex(e => new { e.KeeperId, e.HappensOn });
        table.HasIndex(e => new { e.KeeperId, e.State });
    }
}

internal sealed class BurdenPlanTable : IEntityTypeConfiguration<BurdenPlan>
{
    public void Configure(EntityTypeBuilder<BurdenPlan> table)
    {
        table.ToTable("BurdenPlan").HasKey(p => new { p.KeeperId, p.Year, p.IssuerId, p.Kind });
        table.Property(p => p.Reason).HasMaxLength(1000);
    }
}
