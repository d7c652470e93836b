using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Notices;

/// 已读: nobody's notices but the actor's own. The time of the first reading stays.
internal static class ReadNotices
{
    public static Task<int> MarkNoticeReadAsync(this Office office, long id, CancellationToken cancel) => MarkAsync(office, Unread(office).Where(n => n.Id == id), cancel);

    public static Task<int> MarkNoticesReadAsync(this Office office, long[] ids, CancellationToken cancel) => MarkAsync(office, Unread(office).Where(n => ids.Contains(n.Id)), cancel);

    public static Task<int> MarkAllNoticesReadAsync(this Office office, CancellationToken cancel) => MarkAsync(office, Unread(office), cancel);

    /// Who has opened the matter needs no notice of it any more.
    public static async Task<int> MarkNoticesOfAsync(this Office office, long matterId, CancellationToken cancel)
    {
        var mine = Unread(office).Where(n => n.MatterId == matterId);
        return await mine.AnyAsync(cancel) ? await MarkAsync(office, mine, cancel) : 0;
    }

    private static IQueryable<Notice> Unread(Office office)
    {
        var me = office.Actor.PersonId;
        return office.Db.Set<Notice>().Where(n => n.PersonId == me && n.ReadAt == null);
    }

    private static async Task<int> MarkAsync(Office office, IQueryable<Notice> notices, CancellationToken cancel)
    {
        DateTimeOffset? now = office.Now;
        await using var transaction = await office.Db.BeginWriteAsync(cancel);
        var marked = await notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), cancel);
        await transaction.CommitAsync(cancel);
        return marked;
    }
}
