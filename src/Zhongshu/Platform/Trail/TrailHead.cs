using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Trail;

/// The end of a chain that belongs to no matter; chain 0 is the platform's own. Matters carry their chain's end themselves.
internal sealed class TrailHead
{
    public long Chain { get; init; }

    public int Count { get; set; }

    public byte[] Hash { get; set; } = [];
}

internal sealed class TrailHeadTable : IEntityTypeConfiguration<TrailHead>
{
    public void Configure(EntityTypeBuilder<TrailHead> table)
    {
        table.ToTable("TrailHead").HasKey(h => h.Chain);
        table.Property(h => h.Chain).ValueGeneratedNever();
        table.Property(h => h.Count).IsConcurrencyToken();
    }
}
