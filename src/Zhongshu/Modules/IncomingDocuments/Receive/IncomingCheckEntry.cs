using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Receive;

/// One of the eight checks of a paper from below (八关), answered by a person.
internal sealed class IncomingCheckEntry : IPartOfMatter
{
    public long MatterId { get; init; }

    /// As in incoming.checks: politics, policy, law …
    public required string CheckId { get; init; }

    public bool Passed { get; set; }

    public string Note { get; set; } = "";

    public long PersonId { get; set; }

    public required string PersonName { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class IncomingCheckEntryTable : IEntityTypeConfiguration<IncomingCheckEntry>
{
    public void Configure(EntityTypeBuilder<IncomingCheckEntry> table)
    {
        table.ToTable("IncomingCheckEntry").HasKey(c => new { c.MatterId, c.CheckId });
        table.Property(c => c.CheckId).HasMaxLength(24);
        table.Property(c => c.Note).HasMaxLength(400);
        table.Property(c => c.PersonName).HasMaxLength(60);
    }
}
