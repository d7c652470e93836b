using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Quoted;

/// 引用的监管数据: what a monitoring platform counted for a unit and a kind, beside what this house counts. The last one that came stands.
public sealed class QuotedFigure
{
    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    public BurdenKind Kind { get; init; }

    public int Year { get; init; }

    /// Which platform; a word of burdens.platforms.
    public required string Platform { get; init; }

    public int Value { get; set; }

    public DateOnly TakenOn { get; set; }

    public required string RecordedBy { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class QuotedFigureTable : IEntityTypeConfiguration<QuotedFigure>
{
    public void Configure(EntityTypeBuilder<QuotedFigure> table)
    {
        table.ToTable("BurdenQuoted").HasKey(q => new { q.KeeperId, q.Year, q.UnitId, q.Kind, q.Platform });
        table.Property(q => q.Platform).HasMaxLength(60);
        table.Property(q => q.RecordedBy).HasMaxLength(60);
    }
}
