using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Coordinations.Meetings;

/// Where one line of a notice stands.
public sealed record Receipt(ToldLine Line, string Unit, string Person, DateTimeOffset? SentAt, DateTimeOffset? ReadAt, IReadOnlyList<string> Channels)
{
    /// 未送达、未阅读、未答复, or empty when nothing is missing.
    public string Missing => Line.Answer != ReceiptAnswer.None ? "" : Line.PersonId == 0 ? "不在平台，须另行通知" : ReadAt is null ? "没有阅读" : "没有答复";

    public string Said => Line.Answer switch { ReceiptAnswer.Comes => "参加", ReceiptAnswer.Away => "请假", ReceiptAnswer.Seen => "已知悉", _ => "" };
}

/// 收发逐条可查: every line of a notice with when it was sent, read and answered, and over which channels it left the house.
internal static class Receipts
{
    public const int Most = 2000;

    public static Task<IReadOnlyList<Receipt>> ReadAsync(Office office, ReceiptOf kind, long id, CancellationToken cancel) => ReadAllAsync(office, kind, [id], cancel);

    public static async Task<IReadOnlyList<Receipt>> ReadAllAsync(Office office, ReceiptOf kind, long[] ids, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var lines = await office.Db.Set<ToldLine>().AsNoTracking().Where(l => l.Kind == kind && ids.Contains(l.OfId)).OrderByDescending(l => l.OfId).ThenBy(l => l.Id).Take(Most).ToListAsync(cancel);
        var notices = lines.Select(l => l.NoticeId).OfType<long>().ToArray();
        var told = await office.Db.Set<Notice>().AsNoTracking().Where(n => notices.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => (n.At, n.ReadAt), cancel);
        var sent = (await office.Db.Set<NoticeDelivery>().AsNoTracking().Where(d => notices.Contains(d.NoticeId)).Select(d => new { d.NoticeId, d.Channel, d.State }).ToListAsync(cancel)).ToLookup(d => d.NoticeId);
        return [.. lines.Select(l =>
        {
            var known = l.NoticeId is { } notice && told.TryGetValue(notice, out var at) ? at : default((DateTimeOffset At, DateTimeOffset? ReadAt)?);
            return new Receipt(l, book.LabelOf(l.UnitId) ?? "", book.Person(l.PersonId)?.Name ?? "", known?.At, known?.ReadAt, [.. sent[l.NoticeId ?? 0].Select(d => $"{NoticeChannel.Word(d.Channel)}{StateWord(d.State)}")]);
        })];
    }

    /// Tells one person of a unit, with a line of their own; a unit without anybody on the platform gets a line that says so.
    public static void Tell(Office office, (ReceiptOf Kind, long OfId) of, long unit, long person, Notice? notice)
    {
        if (notice is not null) office.Db.Add(notice);
        office.Db.Add(new ToldLine { Id = office.Ids.Next(), Kind = of.Kind, OfId = of.OfId, UnitId = unit, PersonId = person, NoticeId = notice?.Id });
    }

    public static long FirstOf(OrganisationBook book, long unit, DateOnly today) => UnitCircle.People(book, unit, today).FirstOrDefault();

    private static string StateWord(DeliveryState state) => state switch { DeliveryState.Queued => "待发", DeliveryState.Sent => "已发", DeliveryState.Failed => "失败", _ => "不再发" };
}
