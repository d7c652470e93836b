using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Archives.Electronic;

/// 四性检测 of one piece at one stage, with what was found wrong.
public sealed class ArchiveDetection
{
    public long Id { get; init; }

    public long PieceId { get; init; }

    /// A word of archives.detection-stages.
    public required string Stage { get; init; }

    public DateTimeOffset At { get; init; }

    public required string PersonName { get; init; }

    public bool IsWell { get; init; }

    /// One line for each fault: the point's id, a bar, what is wrong; empty when all is well.
    public required string Faults { get; init; }

    public IEnumerable<(string Point, string Text)> Lines => Faults.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('|', 2)).Where(l => l.Length == 2).Select(l => (l[0], l[1]));
}

internal sealed class ArchiveDetectionTable : IEntityTypeConfiguration<ArchiveDetection>
{
    public void Configure(EntityTypeBuilder<ArchiveDetection> table)
    {
        table.ToTable("ArchiveDetection").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Stage).HasMaxLength(24);
        table.Property(d => d.PersonName).HasMaxLength(60);
        table.Property(d => d.Faults).HasMaxLength(4000);
        table.Ignore(d => d.Lines);
        table.HasIndex(d => new { d.PieceId, d.At });
    }
}
