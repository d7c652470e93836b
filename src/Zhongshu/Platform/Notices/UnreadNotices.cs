using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Notices;

/// The number on the bell.
internal sealed class UnreadNotices(OfficeDb db, CurrentActor current)
{
    public async Task<int> CountAsync(CancellationToken cancel) => current.Actor.IsSignedIn
        ? await db.Set<Notice>().CountAsync(n => n.PersonId == current.Actor.PersonId && n.ReadAt == null, cancel)
        : 0;
}
