using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Archives.Ahead;

/// 用档需求: work that is coming and will want something out of the archive, known beforehand.
public sealed class ArchiveDemand
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// A word of archives.demand-sources.
    public required string Source { get; init; }

    public required string Title { get; init; }

    public DateOnly On { get; init; }

    public long UnitId { get; init; }

    /// The words by which the archive is searched.
    public required string Words { get; init; }

    public DateOnly? PreparedOn { get; set; }

    public string Prepared { get; set; } = "";

    public required string PersonName { get; init; }
}

internal static class DemandRules
{
    public static readonly RuleKey<IReadOnlyList<string>> Sources = RuleKey.List("archives.demand-sources", "用档预判");

    public static readonly RuleNeeds Needs = new([Sources], []);
}

internal sealed class ArchiveDemandTable : IEntityTypeConfiguration<ArchiveDemand>
{
    public void Configure(EntityTypeBuilder<ArchiveDemand> table)
    {
        table.ToTable("ArchiveDemand").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Source).HasMaxLength(24);
        table.Property(d => d.Title).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(d => d.On).HasColumnName("needed_on");
        table.Property(d => d.Words).HasMaxLength(60);
        table.Property(d => d.Prepared).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(d => d.PersonName).HasMaxLength(60);
        table.HasIndex(d => new { d.KeeperId, d.On });
    }
}
