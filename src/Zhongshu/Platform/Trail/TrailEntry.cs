using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Trail;

/// One line of a matter's trail: who did what, for whom, when, and what it changed. Written once, chained to the line before it.
/// It is no IPartOfMatter: chain 0 is the platform's own trail (sign-ins, administration); readers go through TrailQuery.
public sealed class TrailEntry
{
    public long Id { get; init; }

    /// The matter, or 0 for the platform's own chain.
    public long MatterId { get; init; }

    /// 1, 2, 3 … within the matter.
    public int Sequence { get; init; }

    public DateTimeOffset At { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    public string PostName { get; init; } = "";

    /// For whom it was done (受托、代录), if not for oneself.
    public string? ForName { get; init; }

    /// What kind of act, such as incoming.registered.
    public required string Verb { get; init; }

    /// The act in the words of the trade.
    public required string Text { get; init; }

    /// The opinion or reason, to the letter.
    public string? Quote { get; init; }

    /// What changed, as JSON; null when nothing but the act itself.
    public string? Changes { get; init; }

    public required byte[] Hash { get; set; }
}

internal sealed class TrailEntryTable : IEntityTypeConfiguration<TrailEntry>
{
    public void Configure(EntityTypeBuilder<TrailEntry> table)
    {
        table.ToTable("TrailEntry").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.PersonName).HasMaxLength(60);
        table.Property(e => e.PostName).HasMaxLength(120);
        table.Property(e => e.ForName).HasMaxLength(60);
        table.Property(e => e.Verb).HasMaxLength(60);
        table.Property(e => e.Text).HasMaxLength(1000);
        table.HasIndex(e => new { e.MatterId, e.Sequence }).IsUnique();
    }
}
