using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Flaws;

/// 对照检视: one formalism that a unit found with itself, numbered, mended and struck off by its number.
public sealed class Flaw
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    public int Year { get; init; }

    /// 1, 2, 3 … within the unit's year.
    public int Number { get; init; }

    /// Id in burdens.negative-list.
    public required string Item { get; init; }

    public required string Text { get; init; }

    public required string Measure { get; init; }

    /// 责任人
    public required string Owner { get; init; }

    public DateOnly DueOn { get; init; }

    public string Result { get; set; } = "";

    public DateOnly? ClosedOn { get; set; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class FlawTable : IEntityTypeConfiguration<Flaw>
{
    public void Configure(EntityTypeBuilder<Flaw> table)
    {
        table.ToTable("BurdenFlaw").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Item).HasMaxLength(24);
        table.Property(f => f.Text).HasMaxLength(1000);
        table.Property(f => f.Measure).HasMaxLength(1000);
        table.Property(f => f.Owner).HasMaxLength(60);
        table.Property(f => f.Result).HasMaxLength(1000);
        table.Property(f => f.ByName).HasMaxLength(60);
        table.HasIndex(f => new { f.KeeperId, f.Year, f.UnitId, f.Number }).IsUnique();
    }
}
