using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Rules;

/// 本单位调整: a unit's own figure for a rule, with author, date and reason. Rows are never changed; the newest for a rule counts.
internal sealed class RuleOverrideRow
{
    public long Id { get; init; }

    public required string RuleId { get; init; }

    /// The new figure as the rule file would write it; null takes the adjustment back.
    public string? Figure { get; init; }

    public required string Reason { get; init; }

    public long AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class RuleOverrideTable : IEntityTypeConfiguration<RuleOverrideRow>
{
    public void Configure(EntityTypeBuilder<RuleOverrideRow> table)
    {
        table.ToTable("RuleOverride").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.RuleId).HasMaxLength(80);
        table.Property(r => r.Reason).HasMaxLength(400);
        table.Property(r => r.AuthorName).HasMaxLength(60);
        table.HasIndex(r => r.RuleId);
    }
}
