using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Archives.Loans;

public sealed record UsedPiece(ArchivedPiece Piece, int Times);

/// 利用情况: what of the archive was used, how, what for; and what never was. Only pieces that the reader may see.
internal sealed record UseFigures(int Pieces, int Used, int Never, int Times, IReadOnlyDictionary<string, int> ByWay, IReadOnlyDictionary<string, int> ByPurpose, IReadOnlyList<UsedPiece> Most)
{
    public static async Task<UseFigures> ReadAsync(Office office, int? year, CancellationToken cancel)
    {
        var pieces = office.Db.Set<ArchivedPiece>().AsNoTracking();
        var uses = Uses(office, year);
        var times = await uses.GroupBy(u => u.PieceId).Select(g => new { Piece = g.Key, Times = g.Count() }).OrderByDescending(g => g.Times).ThenBy(g => g.Piece).Take(20).ToListAsync(cancel);
        var ids = times.Select(t => t.Piece).ToArray();
        var most = await pieces.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return new UseFigures(await pieces.CountAsync(cancel), await uses.Select(u => u.PieceId).Distinct().CountAsync(cancel), await NeverUsed(office).CountAsync(cancel), await uses.CountAsync(cancel),
            await uses.GroupBy(u => u.Way).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
            await uses.Where(u => u.Purpose != "").GroupBy(u => u.Purpose).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel),
            [.. times.Where(t => most.ContainsKey(t.Piece)).Select(t => new UsedPiece(most[t.Piece], t.Times))]);
    }

    /// 从未利用: the oldest first.
    public static IQueryable<ArchivedPiece> NeverUsed(Office office) =>
        office.Db.Set<ArchivedPiece>().AsNoTracking().Where(p => !office.Db.Set<ArchiveUse>().Any(u => u.PieceId == p.Id)).OrderBy(p => p.Id);

    private static IQueryable<ArchiveUse> Uses(Office office, int? year)
    {
        var uses = office.Db.Set<ArchiveUse>().AsNoTracking().Where(u => office.Db.Set<ArchivedPiece>().Any(p => p.Id == u.PieceId));
        if (year is not { } of) return uses;
        var (from, to) = (OfficeDay.Start(new DateOnly(of, 1, 1)), OfficeDay.Start(new DateOnly(of + 1, 1, 1)));
        return uses.Where(u => u.At >= from && u.At < to);
    }
}
