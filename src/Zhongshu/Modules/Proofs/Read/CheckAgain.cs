using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Proofs.Read;

/// 改正后再校一遍: the accepted fixes go in, and the corrected text is a proof of its own.
internal sealed class CheckAgain(Office office, NewProof check)
{
    public async Task<Outcome<long>> RunAsync(long proofId, CancellationToken cancel)
    {
        if (await MyProofs.FindAsync(office, proofId, cancel) is not { } proof) return ProofRefusals.Gone;
        var accepted = await office.Db.Set<ProofFinding>().AsNoTracking().Where(f => f.ProofId == proofId && f.State == FindingState.Accepted).OrderBy(f => f.Number).ToListAsync(cancel);
        return await check.AgainAsync(proof, CorrectedText.Of(proof.Document(), accepted), cancel);
    }
}
