using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Supervision.Mechanisms;

/// 督查机制: who works together, since when; with the roster of its people.
public sealed class Mechanism
{
    public long Id { get; init; }

    public long UnitId { get; init; }

    /// Id in supervision.mechanisms.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// 名册: one person or unit a line.
    public required string Members { get; set; }

    public DateOnly Since { get; init; }

    /// 结束; null while it runs.
    public DateOnly? EndedOn { get; set; }

    public DateOnly? LastOn { get; set; }

    public required string KeptBy { get; set; }

    public DateTimeOffset At { get; set; }
}

/// 议题: what was raised in a mechanism, carried on until it is settled.
public sealed class MechanismTopic
{
    public long Id { get; init; }

    public long MechanismId { get; init; }

    public required string Text { get; init; }

    /// 互商、互通、互用; empty for none.
    public string Exchange { get; init; } = "";

    /// 责任单位
    public required string Who { get; init; }

    public DateOnly RaisedOn { get; init; }

    public string Result { get; set; } = "";

    public DateOnly? SettledOn { get; set; }

    public required string RecordedBy { get; init; }
}

/// 同题共答: what one level answered to a topic.
public sealed class TopicAnswer
{
    public long TopicId { get; init; }

    /// As the rule names it: 省、市、县.
    public required string Level { get; init; }

    public required string Who { get; set; }

    public required string Text { get; set; }

    public DateOnly On { get; set; }

    public required string RecordedBy { get; set; }
}

/// 开展一次: a meeting, an inspection together, a round, and what came of it.
public sealed class MechanismHeld
{
    public long Id { get; init; }

    public long MechanismId { get; init; }

    public DateOnly On { get; init; }

    public required string Conclusion { get; init; }

    public required string RecordedBy { get; init; }
}

internal sealed class MechanismTable : IEntityTypeConfiguration<Mechanism>
{
    public void Configure(EntityTypeBuilder<Mechanism> table)
    {
        table.ToTable("SupervisionMechanism").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Kind).HasMaxLength(24);
        table.Property(m => m.Title).HasMaxLength(120);
        table.Property(m => m.Members).HasMaxLength(4000);
        table.Property(m => m.KeptBy).HasMaxLength(60);
        table.HasIndex(m => new { m.UnitId, m.EndedOn });
    }
}

internal sealed class MechanismTopicTable : IEntityTypeConfiguration<MechanismTopic>
{
    public void Configure(EntityTypeBuilder<MechanismTopic> table)
    {
        table.ToTable("SupervisionTopic").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Text).HasMaxLength(500);
        table.Property(t => t.Exchange).HasMaxLength(24);
        table.Property(t => t.Who).HasMaxLength(120);
        table.Property(t => t.Result).HasMaxLength(1000);
        table.Property(t => t.RecordedBy).HasMaxLength(60);
        table.HasIndex(t => new { t.MechanismId, t.SettledOn });
    }
}

internal sealed class TopicAnswerTable : IEntityTypeConfiguration<TopicAnswer>
{
    public void Configure(EntityTypeBuilder<TopicAnswer> table)
    {
        table.ToTable("SupervisionAnswer").HasKey(a => new { a.TopicId, a.Level });
        table.Property(a => a.Level).HasMaxLength(24);
        table.Property(a => a.Who).HasMaxLength(120);
        table.Property(a => a.Text).HasMaxLength(2000);
        table.Property(a => a.RecordedBy).HasMaxLength(60);
    }
}

internal sealed class MechanismHeldTable : IEntityTypeConfiguration<MechanismHeld>
{
    public void Configure(EntityTypeBuilder<MechanismHeld> table)
    {
        table.ToTable("SupervisionHeld").HasKey(h => h.Id);
        table.Property(h => h.Id).ValueGeneratedNever();
        table.Property(h => h.Conclusion).HasMaxLength(1000);
        table.Property(h => h.RecordedBy).HasMaxLength(60);
        table.HasIndex(h => h.MechanismId);
    }
}
