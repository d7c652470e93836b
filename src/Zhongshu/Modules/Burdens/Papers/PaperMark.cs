using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Papers;

/// 办文质量扣分: how often a unit's papers fell short of one standard in a quarter.
public sealed class PaperMark
{
    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    public int Year { get; init; }

    public int Quarter { get; init; }

    /// Id in burdens.paper-standards.
    public required string Standard { get; init; }

    public int Times { get; set; }

    /// Which papers, in words.
    public string Note { get; set; } = "";

    public required string PersonName { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class PaperMarkTable : IEntityTypeConfiguration<PaperMark>
{
    public void Configure(EntityTypeBuilder<PaperMark> table)
    {
        table.ToTable("BurdenPaperMark").HasKey(m => new { m.KeeperId, m.Year, m.Quarter, m.UnitId, m.Standard });
        table.Property(m => m.Standard).HasMaxLength(24);
        table.Property(m => m.Note).HasMaxLength(500);
        table.Property(m => m.PersonName).HasMaxLength(60);
    }
}
