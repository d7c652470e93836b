using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.FairCopies.Jobs;

/// 清理排版稿: every hour, what is older than the unit keeps, with the files that were measured.
internal sealed class CleanFairCopies(Office office)
{
    public static readonly OfficeJob<CleanFairCopies> Job = new("清理排版稿", TimeSpan.FromHours(1), (clean, cancel) => clean.RunAsync(cancel));

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var before = office.Now.AddDays(-office.Rules.Value(ProofingRules.KeepDays));
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var gone = await office.Db.Set<FairCopy>().Where(c => c.At < before).ExecuteDeleteAsync(cancel);
        gone += await office.Db.Set<PersonalFile>().Where(f => f.At < before).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }
}
