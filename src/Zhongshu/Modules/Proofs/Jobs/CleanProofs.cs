using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Check;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Proofs.Jobs;

/// 清理校核稿: every hour, what is older than the unit keeps.
internal sealed class CleanProofs(Office office)
{
    private const int AtOnce = 200;

    public static readonly OfficeJob<CleanProofs> Job = new("清理校核稿", TimeSpan.FromHours(1), (clean, cancel) => clean.RunAsync(cancel));

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var before = office.Now.AddDays(-office.Rules.Value(ProofingRules.KeepDays));
        var gone = 0;
        while (true)
        {
            var old = await office.Db.Set<Proof>().AsNoTracking().Where(p => p.At < before).OrderBy(p => p.At).Take(AtOnce).Select(p => new { p.Id, p.FileId }).ToListAsync(cancel);
            if (old.Count == 0) return gone;
            await MyProofs.DropAsync(office, [.. old.Select(p => p.Id)], [.. old.Select(p => p.FileId).OfType<long>()], cancel);
            gone += old.Count;
        }
    }
}
