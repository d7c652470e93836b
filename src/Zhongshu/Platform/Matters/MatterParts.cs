using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Platform.Matters;

/// What hangs on a matter, for showing it.
internal static class MatterParts
{
    private const int Acts = 200;

    private static readonly CompiledRows<long, TrailEntry> Latest = new((db, matterId) =>
        db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == matterId).OrderByDescending(t => t.Sequence).Take(Acts));

    /// The latest acts on a matter, newest first.
    public static Task<List<TrailEntry>> TrailAsync(this OfficeDb db, Matter found, CancellationToken cancel) => Latest.AskAsync(db, found.Id, cancel);

    /// Every row of a kind on a matter that was itself found through the actor's filter, in no order. Translated once for each kind;
    /// the filter would ask for the matter and its readers again with every kind.
    public static Task<List<T>> PartsAsync<T>(this OfficeDb db, Matter found, CancellationToken cancel) where T : class, IPartOfMatter =>
        Of<T>.Rows.AskAsync(db, found.Id, cancel);

    private static class Of<T> where T : class, IPartOfMatter
    {
        public static readonly CompiledRows<long, T> Rows = new((db, matterId) => db.Set<T>().IgnoreQueryFilters().AsNoTracking().Where(p => p.MatterId == matterId));
    }
}
