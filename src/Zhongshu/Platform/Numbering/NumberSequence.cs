using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Numbering;

/// 编号: the last number given out under a key (matter-2026, incoming-2026-BGS). Taken inside the caller's write transaction, so a rolled-back action leaves no gap.
internal sealed class NumberSequence
{
    public required string Key { get; init; }

    public long Last { get; set; }

    public static async Task<long> NextAsync(OfficeDb db, string key, CancellationToken cancel)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A number is taken inside a write transaction.");
        var taken = await db.Database.SqlQuery<long>(
            $"INSERT INTO number_sequence (key, last) VALUES ({key}, 1) ON CONFLICT (key) DO UPDATE SET last = number_sequence.last + 1 RETURNING last").ToListAsync(cancel);
        return taken[0];
    }
}

internal sealed class NumberSequenceTable : IEntityTypeConfiguration<NumberSequence>
{
    public void Configure(EntityTypeBuilder<NumberSequence> table)
    {
        table.ToTable("NumberSequence").HasKey(n => n.Key);
        table.Property(n => n.Key).HasMaxLength(60);
    }
}
