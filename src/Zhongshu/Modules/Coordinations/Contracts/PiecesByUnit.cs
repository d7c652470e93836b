using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Coordinations.Contracts;

/// What each section registered in a year: entries of the liaison register, and pieces of material and news.
internal static class PiecesByUnit
{
    public static async Task<IReadOnlyDictionary<long, (int Entries, int Pieces)>> ReadAsync(Office office, int year, CancellationToken cancel)
    {
        var (from, to, home) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), office.Actor.HomeUnitId);
        return await office.Db.Set<LiaisonEntry>().Where(e => e.KeeperId == home && e.On >= from && e.On <= to).GroupBy(e => e.UnitId).Select(g => new { g.Key, Entries = g.Count(), Pieces = g.Sum(e => e.Pieces) }).ToDictionaryAsync(g => g.Key, g => (g.Entries, g.Pieces), cancel);
    }
}
