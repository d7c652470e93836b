using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Proofs.Gates;

/// What is said of one item.
internal sealed record Tick(string Item, Verdict Verdict, string Note);

/// 逐项勾核. A doubt or a contradiction is written out, or nobody could clear it up.
internal sealed class TickGates(Office office)
{
    public async Task<Outcome<Done>> RunAsync(long proofId, IReadOnlyList<Tick> ticks, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, proofId, cancel) is null) return ProofRefusals.Gone;
        if (ticks.Any(t => t.Verdict >= Verdict.Doubtful && string.IsNullOrWhiteSpace(t.Note))) return ProofRefusals.DoubtWithoutNote;
        if (ticks.Any(t => t.Note.Trim().Length > ProofTick.LongestNote)) return ProofRefusals.LongNote;
        var held = await office.Db.Set<ProofTick>().Where(t => t.ProofId == proofId).ToListAsync(cancel);
        foreach (var tick in ticks)
        {
            var (known, note) = (held.Find(t => t.Item == tick.Item), tick.Note.Trim());
            if (known is null)
            {
                if (tick.Verdict == Verdict.Open && note.Length == 0) continue;
                office.Db.Add(known = new ProofTick { ProofId = proofId, Item = tick.Item });
            }
            else if (known.Verdict == tick.Verdict && known.Note == note)
            {
                continue;
            }

            (known.Verdict, known.Note, known.At) = (tick.Verdict, note, office.Now);
        }

        await office.Db.SaveChangesAsync(cancel);
        return Done.Yes;
    }

    public static async Task<IReadOnlyDictionary<string, ProofTick>> OfAsync(Office office, long proofId, CancellationToken cancel) =>
        await office.Db.Set<ProofTick>().AsNoTracking().Where(t => t.ProofId == proofId).ToDictionaryAsync(t => t.Item, cancel);
}
