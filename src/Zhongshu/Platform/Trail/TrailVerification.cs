using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Trail;

/// How much was verified.
internal sealed record TrailTally
{
    public long Chains { get; set; }

    public long Entries { get; set; }
}

/// Walks all chains and all heads side by side, both in order of the matter's id: constant memory at any size.
/// Two contexts, because PostgreSQL reads one result at a time on a connection.
internal sealed class TrailVerification(OfficeDb heads, OfficeDb entries, TrailTally tally)
{
    private sealed record Head(long Chain, int Count, byte[] Hash);

    public async IAsyncEnumerable<TrailFault> RunAsync()
    {
        await using var lines = entries.Set<TrailEntry>().AsNoTracking().OrderBy(e => e.MatterId).ThenBy(e => e.Sequence).AsAsyncEnumerable().GetAsyncEnumerator();
        var more = await lines.MoveNextAsync();
        await foreach (var head in HeadsAsync())
        {
            for (; more && lines.Current.MatterId < head.Chain; more = await lines.MoveNextAsync())
                yield return new TrailFault(TrailFaultKind.Orphaned, lines.Current.MatterId, lines.Current.Sequence, lines.Current.At);
            var chain = new ChainCheck(head.Chain);
            for (; more && lines.Current.MatterId == head.Chain; more = await lines.MoveNextAsync())
            {
                tally.Entries++;
                foreach (var fault in chain.Take(lines.Current)) yield return fault;
            }

            tally.Chains++;
            if (chain.End(head.Count, head.Hash) is { } end) yield return end;
        }

        for (; more; more = await lines.MoveNextAsync())
            yield return new TrailFault(TrailFaultKind.Orphaned, lines.Current.MatterId, lines.Current.Sequence, lines.Current.At);
    }

    private async IAsyncEnumerable<Head> HeadsAsync()
    {
        await foreach (var own in heads.Set<TrailHead>().AsNoTracking().OrderBy(h => h.Chain).AsAsyncEnumerable())
            yield return new Head(own.Chain, own.Count, own.Hash);
        await foreach (var matter in heads.Set<Matter>().AsNoTracking().OrderBy(m => m.Id).Select(m => new Head(m.Id, m.TrailCount, m.TrailHash)).AsAsyncEnumerable())
            yield return matter;
    }
}
