using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Modules.Proofs.UnitList;

internal enum EntrySection
{
    /// 词语: a wording of the unit.
    Word = 1,

    /// 敏感词
    Sensitive = 2,

    /// 式样: a pattern.
    Pattern = 3,

    /// 不再提示
    Ignore = 4,

    /// 讲话要点: what a leader's speeches stand for and how they are made; the engine does not read it.
    Speech = 5,
}

/// 本单位校核词表: one line of it.
internal sealed class UnitEntry
{
    public long Id { get; init; }

    public long UnitId { get; init; }

    public EntrySection Section { get; init; }

    /// The rule that no longer speaks, for 不再提示.
    public string Rule { get; init; } = "";

    /// The word, the pattern, or the stretch that stands.
    public required string Text { get; init; }

    public string Fix { get; init; } = "";

    public Severity Severity { get; init; }

    public string Reason { get; init; } = "";

    public long AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public DateTimeOffset At { get; init; }
}

internal static class UnitEntries
{
    /// The list of the actor's unit; a program that acts for no unit has none.
    public static async Task<List<UnitEntry>> OfAsync(Office office, CancellationToken cancel)
    {
        var unit = office.Actor.HomeUnitId;
        return await office.Db.Set<UnitEntry>().AsNoTracking().Where(e => e.UnitId == unit && e.Section != EntrySection.Speech).OrderBy(e => e.Section).ThenByDescending(e => e.Id).ToListAsync(cancel);
    }
}

internal sealed class UnitEntryTable : IEntityTypeConfiguration<UnitEntry>
{
    public void Configure(EntityTypeBuilder<UnitEntry> table)
    {
        table.ToTable("ProofUnitEntry").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.Rule).HasMaxLength(60);
        table.Property(e => e.Text).HasMaxLength(200);
        table.Property(e => e.Fix).HasMaxLength(200);
        table.Property(e => e.Reason).HasMaxLength(200);
        table.Property(e => e.AuthorName).HasMaxLength(60);
        table.HasIndex(e => e.UnitId);
    }
}
