using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Proofs.Gates;
using Zhongshu.Modules.Proofs.Reviews;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Proofs.Check;

internal sealed record MyProof(long Id, string Name, int Total, int Open, int Words, DateTimeOffset At);

/// The proofs of one person; every query here is by person.
internal static class MyProofs
{
    private const int Shown = 30;

    public static async Task<IReadOnlyList<MyProof>> ListAsync(Office office, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        return await office.Db.Set<Proof>().AsNoTracking().Where(p => p.PersonId == me).OrderByDescending(p => p.Id).Take(Shown)
            .Select(p => new MyProof(
                p.Id, p.Name,
                office.Db.Set<ProofFinding>().Count(f => f.ProofId == p.Id),
                office.Db.Set<ProofFinding>().Count(f => f.ProofId == p.Id && f.State == FindingState.Open),
                p.BodyWords, p.At))
            .ToListAsync(cancel);
    }

    public static async Task<Proof?> FindAsync(Office office, long id, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        return await office.Db.Set<Proof>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.PersonId == me, cancel);
    }

    /// Gone with its findings and its file; nothing happens where it is somebody else's.
    public static async Task DropAsync(Office office, long id, CancellationToken cancel)
    {
        if (await FindAsync(office, id, cancel) is not { } proof) return;
        await DropAsync(office, [proof.Id], proof.FileId is { } file ? [file] : [], cancel);
    }

    public static async Task DropAsync(Office office, IReadOnlyList<long> proofs, IReadOnlyList<long> files, CancellationToken cancel)
    {
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        await office.Db.Set<ProofFinding>().Where(f => proofs.Contains(f.ProofId)).ExecuteDeleteAsync(cancel);
        await office.Db.Set<ProofReview>().Where(r => proofs.Contains(r.ProofId)).ExecuteDeleteAsync(cancel);
        await office.Db.Set<ProofTick>().Where(t => proofs.Contains(t.ProofId)).ExecuteDeleteAsync(cancel);
        await office.Db.Set<Proof>().Where(p => proofs.Contains(p.Id)).ExecuteDeleteAsync(cancel);
        await office.Db.Set<PersonalFile>().Where(f => files.Contains(f.Id)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
