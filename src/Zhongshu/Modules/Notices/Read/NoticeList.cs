using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Read;

/// One notice; Code is empty when it speaks of no matter, or of one the reader may no longer see.
internal sealed record NoticeRow(long Id, string Kind, string Text, int Urgency, DateTimeOffset At, DateTimeOffset? ReadAt, string? Code);

/// Where the next page begins: after this notice, among the unread ("u") or the read ("r").
internal sealed record NoticeMark(bool IsRead, long Id)
{
    public static NoticeMark? Parse(string? text) =>
        text is ['u' or 'r', ..] && long.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new(text[0] == 'r', id) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsRead ? 'r' : 'u')}{Id}");
}

/// My notices: the unread before the read, the new before the old.
internal static class NoticeList
{
    public const int PageSize = 50;

    public static async Task<(IReadOnlyList<NoticeRow> Rows, NoticeMark? Next)> PageAsync(Office office, NoticeMark? after, int size, CancellationToken cancel)
    {
        var rows = new List<NoticeRow>();
        if (after is not { IsRead: true }) rows.AddRange(await RowsAsync(office, isRead: false, after?.Id, size + 1, cancel));
        if (rows.Count <= size) rows.AddRange(await RowsAsync(office, isRead: true, after is { IsRead: true } ? after.Id : null, size + 1 - rows.Count, cancel));
        if (rows.Count <= size) return (rows, null);
        var last = rows[size - 1];
        return (rows.GetRange(0, size), new NoticeMark(last.ReadAt is not null, last.Id));
    }

    private static Task<List<NoticeRow>> RowsAsync(Office office, bool isRead, long? before, int count, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        var notices = office.Db.Set<Notice>().AsNoTracking().Where(n => n.PersonId == me);
        notices = isRead ? notices.Where(n => n.ReadAt != null) : notices.Where(n => n.ReadAt == null);
        if (before is { } id) notices = notices.Where(n => n.Id < id);
        return notices.OrderByDescending(n => n.Id).Take(count)
            .Select(n => new NoticeRow(n.Id, n.Kind, n.Text, n.Urgency, n.At, n.ReadAt, office.Db.Set<Matter>().Where(m => m.Id == n.MatterId).Select(m => m.Code).FirstOrDefault()))
            .ToListAsync(cancel);
    }
}
