using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Defects.Risks;

/// 风险点: what easily happens, goes wrong or is left out at a stage, and how it is prevented.
public sealed class RiskPoint
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    /// A word of defects.risk-kinds.
    public required string Kind { get; init; }

    /// Id in defects.stages.
    public required string Stage { get; init; }

    public required string Text { get; init; }

    /// 防控措施
    public required string Measure { get; set; }

    public required string PersonName { get; init; }

    public DateTimeOffset At { get; init; }

    /// When it was struck off: nothing of it is left.
    public DateOnly? EndedOn { get; set; }
}

internal sealed class RiskPointTable : IEntityTypeConfiguration<RiskPoint>
{
    public void Configure(EntityTypeBuilder<RiskPoint> table)
    {
        table.ToTable("RiskPoint").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Kind).HasMaxLength(24);
        table.Property(r => r.Stage).HasMaxLength(24);
        table.Property(r => r.Text).HasMaxLength(KeepRisk.Longest);
        table.Property(r => r.Measure).HasMaxLength(KeepRisk.Longest);
        table.Property(r => r.PersonName).HasMaxLength(60);
        table.HasIndex(r => new { r.KeeperId, r.Stage });
    }
}
