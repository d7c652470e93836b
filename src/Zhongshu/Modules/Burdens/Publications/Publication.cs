using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Publications;

/// 成效公开: the results of fewer papers and meetings as they were laid open to everybody; its figures are those of the day it was published.
public sealed class Publication
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public int Year { get; init; }

    public required string Title { get; init; }

    /// One line a figure, as it was counted on the day.
    public required string Figures { get; init; }

    public required string Words { get; init; }

    /// 监督渠道: where people can say what they think of it.
    public required string Contact { get; init; }

    public DateOnly On { get; init; }

    public DateOnly? WithdrawnOn { get; set; }

    public required string PublishedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class PublicationTable : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> table)
    {
        table.ToTable("BurdenPublication").HasKey(p => p.Id);
        table.Property(p => p.Id).ValueGeneratedNever();
        table.Property(p => p.Title).HasMaxLength(120);
        table.Property(p => p.Figures).HasMaxLength(2000);
        table.Property(p => p.Words).HasMaxLength(4000);
        table.Property(p => p.Contact).HasMaxLength(200);
        table.Property(p => p.PublishedBy).HasMaxLength(60);
        table.HasIndex(p => new { p.KeeperId, p.On });
    }
}
