using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Events;

/// 节庆论坛展会: what it cost and what came of it (花钱问效).
public sealed class BurdenEvent
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long IssuerId { get; init; }

    /// Id in burdens.event-kinds.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    public DateOnly HeldOn { get; init; }

    /// 花费, in yuan.
    public long Cost { get; init; }

    /// 成效, as reported afterwards; empty until then.
    public string Effect { get; set; } = "";

    public DateOnly? EffectOn { get; set; }

    /// 无效问责: what was done about one that cost and brought nothing.
    public string Answered { get; set; } = "";

    public DateTimeOffset At { get; init; }

    public required string PersonName { get; init; }
}

/// 签约: a project signed at an event, and how much of it landed.
public sealed class EventSigning
{
    public long Id { get; init; }

    public long EventId { get; init; }

    public required string Project { get; init; }

    public required string Partner { get; init; }

    /// In yuan.
    public long Amount { get; init; }

    public long Landed { get; set; }

    public DateOnly? LandedOn { get; set; }

    /// Why it is not the same signing again.
    public string Reason { get; init; } = "";
}

internal sealed class BurdenEventTable : IEntityTypeConfiguration<BurdenEvent>
{
    public void Configure(EntityTypeBuilder<BurdenEvent> table)
    {
        table.ToTable("BurdenEvent").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.Kind).HasMaxLength(24);
        table.Property(e => e.Title).HasMaxLength(200);
        table.Property(e => e.Effect).HasMaxLength(2000);
        table.Property(e => e.Answered).HasMaxLength(1000);
        table.Property(e => e.PersonName).HasMaxLength(60);
        table.HasIndex(e => new { e.KeeperId, e.HeldOn });
    }
}

internal sealed class EventSigningTable : IEntityTypeConfiguration<EventSigning>
{
    public void Configure(EntityTypeBuilder<EventSigning> table)
    {
        table.ToTable("BurdenSigning").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Project).HasMaxLength(200);
        table.Property(s => s.Partner).HasMaxLength(120);
        table.Property(s => s.Reason).HasMaxLength(500);
        table.HasIndex(s => s.EventId);
    }
}
