using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Regulations.Sides;

/// 集成: how a regulation stands in the working standard, the flow and the internal control, one row a side.
public sealed class RegulationSide
{
    public long RegulationId { get; init; }

    /// A word of regulations.sides.
    public required string Side { get; init; }

    public required string Text { get; set; }

    /// The flow definition that carries it out, and the stage whose risk points control it; empty when none.
    public string Flow { get; set; } = "";

    public string Stage { get; set; } = "";

    public required string PersonName { get; set; }

    public DateOnly On { get; set; }
}

internal sealed class RegulationSideTable : IEntityTypeConfiguration<RegulationSide>
{
    public void Configure(EntityTypeBuilder<RegulationSide> table)
    {
        table.ToTable("RegulationSide").HasKey(s => new { s.RegulationId, s.Side });
        table.Property(s => s.Side).HasMaxLength(24);
        table.Property(s => s.Text).HasMaxLength(RegulationLimits.Words);
        table.Property(s => s.Flow).HasMaxLength(60);
        table.Property(s => s.Stage).HasMaxLength(24);
        table.Property(s => s.PersonName).HasMaxLength(60);
    }
}
