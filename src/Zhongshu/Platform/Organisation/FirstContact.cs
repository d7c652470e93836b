using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Organisation;

/// 首问人: who first received a matter, and answers for it until the right section has it.
internal sealed class FirstContact : IPartOfMatter
{
    public long MatterId { get; init; }

    public long PersonId { get; init; }

    public long UnitId { get; init; }

    public DateTimeOffset At { get; init; }

    /// The section that the first person named and that took it over; null while it is still with the first person.
    public long? HandedToUnitId { get; set; }

    public DateTimeOffset? HandedAt { get; set; }
}

internal sealed class FirstContactTable : IEntityTypeConfiguration<FirstContact>
{
    public void Configure(EntityTypeBuilder<FirstContact> table)
    {
        table.ToTable("FirstContact").HasKey(f => f.MatterId);
        table.Property(f => f.MatterId).ValueGeneratedNever();
        table.HasIndex(f => f.PersonId);
    }
}
