using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Burdens.Savings;

/// 节约成效的种类
internal sealed record SavingKind(string Id, string Word);

/// 节约成效: what fewer papers and meetings saved, in yuan, with how it was worked out.
public sealed class Saving
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long UnitId { get; init; }

    /// Id in burdens.saving-kinds.
    public required string Kind { get; init; }

    public long Amount { get; init; }

    public DateOnly On { get; init; }

    public required string Basis { get; init; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class SavingTable : IEntityTypeConfiguration<Saving>
{
    public void Configure(EntityTypeBuilder<Saving> table)
    {
        table.ToTable("BurdenSaving").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Kind).HasMaxLength(24);
        table.Property(s => s.Basis).HasMaxLength(500);
        table.Property(s => s.RecordedBy).HasMaxLength(60);
        table.HasIndex(s => new { s.KeeperId, s.On });
    }
}
