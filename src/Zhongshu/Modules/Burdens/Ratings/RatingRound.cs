using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Ratings;

/// 下评上: a period in which units below rate those above; its items and least group are fixed when it begins.
public sealed class RatingRound
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// 2026年下半年
    public required string Title { get; init; }

    public DateOnly Until { get; init; }

    /// The items, a line each.
    public required string Items { get; init; }

    /// Fewer sheets than this are not told.
    public int LeastGroup { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    public IReadOnlyList<string> ItemList => Items.Split('\n');
}

/// A unit of a round: rated, or rating.
public sealed class RatingUnit
{
    public long RoundId { get; init; }

    public long UnitId { get; init; }

    public bool Rates { get; init; }

    /// 认领整改: what the rated unit is going to do.
    public string Pledge { get; set; } = "";
}

/// That a unit has rated another, and nothing of how: no time, no link to the sheet.
public sealed class RatingDone
{
    public long RoundId { get; init; }

    public long RaterId { get; init; }

    public long RatedId { get; init; }
}

/// 评议票: how somebody rated, and nothing of who. Its id is drawn by lot.
public sealed class RatingSheet
{
    public long Id { get; init; }

    public long RoundId { get; init; }

    public long RatedId { get; init; }

    /// 1 to 5 for each item, separated by commas.
    public required string Scores { get; init; }

    public string Words { get; init; } = "";
}

internal sealed class RatingRoundTable : IEntityTypeConfiguration<RatingRound>
{
    public void Configure(EntityTypeBuilder<RatingRound> table)
    {
        table.ToTable("RatingRound").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Title).HasMaxLength(80);
        table.Property(r => r.Items).HasMaxLength(2000);
        table.Ignore(r => r.ItemList);
        table.HasIndex(r => new { r.KeeperId, r.Title }).IsUnique();
    }
}

internal sealed class RatingUnitTable : IEntityTypeConfiguration<RatingUnit>
{
    public void Configure(EntityTypeBuilder<RatingUnit> table)
    {
        table.ToTable("RatingUnit").HasKey(u => new { u.RoundId, u.UnitId, u.Rates });
        table.Property(u => u.Pledge).HasMaxLength(2000);
    }
}

internal sealed class RatingDoneTable : IEntityTypeConfiguration<RatingDone>
{
    public void Configure(EntityTypeBuilder<RatingDone> table) => table.ToTable("RatingDone").HasKey(d => new { d.RoundId, d.RaterId, d.RatedId });
}

internal sealed class RatingSheetTable : IEntityTypeConfiguration<RatingSheet>
{
    public void Configure(EntityTypeBuilder<RatingSheet> table)
    {
        table.ToTable("RatingSheet").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Scores).HasMaxLength(200);
        table.Property(s => s.Words).HasMaxLength(1000);
        table.HasIndex(s => new { s.RoundId, s.RatedId });
    }
}
