using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Coordinations.Liaison;

/// 联络登记: foreign affairs and liaison, duties taken over, publicity, what is said outside. One line, one thing.
public sealed class LiaisonEntry
{
    public long Id { get; init; }

    /// The organ whose register it stands in.
    public long KeeperId { get; init; }

    /// Id in coordination.liaison-kinds.
    public required string Kind { get; init; }

    public DateOnly On { get; init; }

    public required string Title { get; init; }

    /// 对方: unit, guest or correspondent.
    public required string Partner { get; init; }

    /// 媒体, where the kind asks for it.
    public string Media { get; init; } = "";

    public int Pieces { get; init; }

    public required string Text { get; init; }

    /// 结果; a 舆情 is open until it has one.
    public string Result { get; set; } = "";

    public DateOnly? SettledOn { get; set; }

    public long UnitId { get; init; }

    public required string PersonName { get; init; }
}

internal sealed class LiaisonEntryTable : IEntityTypeConfiguration<LiaisonEntry>
{
    public void Configure(EntityTypeBuilder<LiaisonEntry> table)
    {
        table.ToTable("LiaisonEntry").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.Kind).HasMaxLength(CoordinationLimits.Id);
        table.Property(e => e.Title).HasMaxLength(CoordinationLimits.Title);
        table.Property(e => e.Partner).HasMaxLength(120);
        table.Property(e => e.Media).HasMaxLength(120);
        table.Property(e => e.Text).HasMaxLength(CoordinationLimits.Text);
        table.Property(e => e.Result).HasMaxLength(CoordinationLimits.Words);
        table.Property(e => e.PersonName).HasMaxLength(60);
        table.HasIndex(e => new { e.KeeperId, e.Kind, e.On });
    }
}
