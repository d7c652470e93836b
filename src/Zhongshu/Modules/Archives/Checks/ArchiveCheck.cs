using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Archives.Checks;

/// What somebody saw of a point that the program cannot see: the store, the cabinets, the fire doors.
public sealed class ArchiveCheck
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// Id in archives.checks.
    public required string Item { get; init; }

    public bool IsWell { get; init; }

    public required string Words { get; init; }

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }
}

/// 档案考核: what a unit got for one point in a year.
public sealed class ArchiveScore
{
    public long KeeperId { get; init; }

    public int Year { get; init; }

    public long UnitId { get; init; }

    /// Id in archives.appraisal.
    public required string Item { get; init; }

    public int Points { get; set; }

    public required string Words { get; set; }

    public required string PersonName { get; set; }

    public DateOnly On { get; set; }
}

internal sealed class ArchiveCheckTable : IEntityTypeConfiguration<ArchiveCheck>
{
    public void Configure(EntityTypeBuilder<ArchiveCheck> table)
    {
        table.ToTable("ArchiveCheck").HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Item).HasMaxLength(24);
        table.Property(c => c.Words).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(c => c.PersonName).HasMaxLength(60);
        table.HasIndex(c => new { c.KeeperId, c.Item });
    }
}

internal sealed class ArchiveScoreTable : IEntityTypeConfiguration<ArchiveScore>
{
    public void Configure(EntityTypeBuilder<ArchiveScore> table)
    {
        table.ToTable("ArchiveScore").HasKey(s => new { s.KeeperId, s.Year, s.UnitId, s.Item });
        table.Property(s => s.Item).HasMaxLength(24);
        table.Property(s => s.Words).HasMaxLength(300);
        table.Property(s => s.PersonName).HasMaxLength(60);
    }
}
