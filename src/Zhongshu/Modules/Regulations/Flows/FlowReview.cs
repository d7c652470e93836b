using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Regulations.Flows;

/// 流程评审: one version of a flow, or a regulation that lays one down, held against the four points.
public sealed class FlowReview
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// The definition and its version; empty and 0 for a regulation.
    public string Flow { get; init; } = "";

    public int Version { get; init; }

    public long? RegulationId { get; init; }

    /// Ids of regulations.flow-points that it holds, separated by commas.
    public required string Holds { get; init; }

    public required string Words { get; init; }

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }
}

internal sealed class FlowReviewTable : IEntityTypeConfiguration<FlowReview>
{
    public void Configure(EntityTypeBuilder<FlowReview> table)
    {
        table.ToTable("FlowReview").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Flow).HasMaxLength(60);
        table.Property(r => r.Holds).HasMaxLength(200);
        table.Property(r => r.Words).HasMaxLength(RegulationLimits.Words);
        table.Property(r => r.PersonName).HasMaxLength(60);
        table.HasIndex(r => r.KeeperId);
    }
}
