using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Notices;

/// The number on the bell: at most Most, which it shows as "more".
internal sealed class UnreadNotices(OfficeDb db, CurrentActor current)
{
    public const int Most = 100;

    private static readonly CompiledQuery<long, int> Count = new((db, personId) => db.Set<Notice>().Where(n => n.PersonId == personId && n.ReadAt == null).Select(n => n.Id).Take(Most).Count());

    public async Task<int> CountAsync(CancellationToken cancel) => current.Actor.IsSignedIn ? await Count.AskAsync(db, current.Actor.PersonId, cancel) : 0;
}
