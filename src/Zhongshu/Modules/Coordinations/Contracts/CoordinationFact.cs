using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Liaison;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Coordinations.Contracts;

/// Something that was done together in a period, for whoever tells of the week: when, what, whose, where, with whom.
internal sealed record CoordinationFact(DateTimeOffset At, string Kind, string What, long UnitId, string Place, string People)
{
    private const int Most = 300;

    public static async Task<IReadOnlyList<CoordinationFact>> ReadAsync(Office office, (DateOnly From, DateOnly To) days, CancellationToken cancel)
    {
        var (since, until, home) = (OfficeDay.Start(days.From), OfficeDay.End(days.To), office.Actor.HomeUnitId);
        var book = await office.BookAsync(cancel);
        var seen = CoordinationCircle.Seen(office, book).AsNoTracking();
        var meetings = await (from meeting in office.Db.Set<CalledMeeting>().AsNoTracking() join sheet in seen on meeting.CoordinationId equals sheet.Id where meeting.StartsAt >= since && meeting.StartsAt < until orderby meeting.StartsAt select new { Meeting = meeting, Lead = sheet.LeadUnitId }).Take(Most).ToListAsync(cancel);
        var ids = meetings.Select(m => m.Meeting.Id).ToArray();
        var told = (await office.Db.Set<ToldLine>().Where(l => l.Kind == ReceiptOf.Meeting && ids.Contains(l.OfId)).Select(l => new { l.OfId, l.UnitId }).ToListAsync(cancel)).ToLookup(l => l.OfId, l => l.UnitId);
        var closed = await seen.Where(c => c.ClosedOn >= days.From && c.ClosedOn <= days.To).OrderBy(c => c.ClosedOn).Take(Most).ToListAsync(cancel);
        var liaison = await office.Db.Set<LiaisonEntry>().AsNoTracking().Where(e => e.KeeperId == home && e.On >= days.From && e.On <= days.To).OrderBy(e => e.On).Take(Most).ToListAsync(cancel);
        return
        [
            .. meetings.Select(m => new CoordinationFact(m.Meeting.StartsAt, "会议", m.Meeting.Title, m.Lead, m.Meeting.Place, string.Join('、', told[m.Meeting.Id].Select(book.LabelOf)))),
            .. closed.Select(c => new CoordinationFact(OfficeDay.Start(c.ClosedOn!.Value), "协调办结", $"{c.Title}：{c.Result}", c.LeadUnitId, "", "")),
            .. liaison.Select(e => new CoordinationFact(OfficeDay.Start(e.On), office.Rules.LiaisonKindOf(e.Kind)?.Word ?? e.Kind, e.Title, e.UnitId, e.Media, e.Partner)),
        ];
    }
}
