using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.FairCopies;

/// 排版稿: what one person is having set; only that person sees it, for some days.
internal sealed class FairCopy
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    /// Id of its kind (FairKinds).
    public required string Kind { get; set; }

    public required string Title { get; set; }

    public required string Text { get; set; }

    /// The other elements by name, JSON.
    public required string Fields { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class FairCopyTable : IEntityTypeConfiguration<FairCopy>
{
    public void Configure(EntityTypeBuilder<FairCopy> table)
    {
        table.ToTable("FairCopy").HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Kind).HasMaxLength(16);
        table.Property(c => c.Title).HasMaxLength(255);
        table.HasIndex(c => c.PersonId);
        table.HasIndex(c => c.At);
    }
}
