using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Regulations.Handbook;

/// What is written by hand for one element of a post's handbook, beside what the program finds.
public sealed class PostEntry
{
    public long PostId { get; init; }

    /// Id in regulations.post-elements.
    public required string Element { get; init; }

    public required string Text { get; set; }

    public required string PersonName { get; set; }

    public DateOnly On { get; set; }
}

internal sealed class PostEntryTable : IEntityTypeConfiguration<PostEntry>
{
    public void Configure(EntityTypeBuilder<PostEntry> table)
    {
        table.ToTable("PostEntry").HasKey(e => new { e.PostId, e.Element });
        table.Property(e => e.Element).HasMaxLength(24);
        table.Property(e => e.Text).HasMaxLength(RegulationLimits.Text);
        table.Property(e => e.PersonName).HasMaxLength(60);
    }
}
