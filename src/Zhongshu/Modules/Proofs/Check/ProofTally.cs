using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Hosting;
using Zhongshu.Proofing.Rules.Lengths;

namespace Zhongshu.Modules.Proofs.Check;

/// 核稿统计: how many texts, and of how many characters, a person had checked in a year. It stays when the texts go.
internal sealed class ProofTally
{
    public int Year { get; init; }

    public long PersonId { get; init; }

    public int Documents { get; set; }

    public long Words { get; set; }

    /// Counts a new text; a text checked again after its corrections is no new one. Within the caller's transaction.
    public static async Task CountAsync(Office office, TextCounts counts, CancellationToken cancel)
    {
        var (year, me) = (office.Today.Year, office.Actor.PersonId);
        var tally = await office.Db.Set<ProofTally>().SingleOrDefaultAsync(t => t.Year == year && t.PersonId == me, cancel);
        if (tally is null) office.Db.Add(tally = new ProofTally { Year = year, PersonId = me });
        tally.Documents++;
        tally.Words += counts.Title + counts.Body + counts.Attachments;
    }

    /// By year, the latest first: one's own, and all people's together.
    public static async Task<IReadOnlyList<YearOfProofs>> ByYearAsync(Office office, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        var all = await office.Db.Set<ProofTally>().AsNoTracking().ToListAsync(cancel);
        return [.. all.GroupBy(t => t.Year).OrderByDescending(g => g.Key).Select(g =>
        {
            var mine = g.FirstOrDefault(t => t.PersonId == me);
            return new YearOfProofs(g.Key, mine?.Documents ?? 0, mine?.Words ?? 0, g.Sum(t => t.Documents), g.Sum(t => t.Words));
        })];
    }
}

internal sealed record YearOfProofs(int Year, int MyDocuments, long MyWords, int Documents, long Words);

internal sealed class ProofTallyTable : IEntityTypeConfiguration<ProofTally>
{
    public void Configure(EntityTypeBuilder<ProofTally> table) => table.ToTable("ProofTally").HasKey(t => new { t.Year, t.PersonId });
}
