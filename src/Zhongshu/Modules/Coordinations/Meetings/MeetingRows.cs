using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Coordinations.Meetings;

/// One called meeting in a list: how many were told, answered and are missing; what I myself answered.
public sealed record MeetingRow(CalledMeeting Meeting, int Told, int Answered, ReceiptAnswer? Mine)
{
    public int Missing => Told - Answered;

    internal static async Task<IReadOnlyList<MeetingRow>> ReadAsync(Office office, long? coordination, CancellationToken cancel)
    {
        var (me, lines) = (office.Actor.PersonId, office.Db.Set<ToldLine>());
        var seen = CoordinationCircle.Seen(office, await office.BookAsync(cancel));
        return await office.Db.Set<CalledMeeting>().AsNoTracking().Where(m => seen.Any(c => c.Id == m.CoordinationId) && (coordination == null || m.CoordinationId == coordination)).OrderByDescending(m => m.StartsAt).Take(100)
            .Select(m => new MeetingRow(
                m,
                lines.Count(l => l.Kind == ReceiptOf.Meeting && l.OfId == m.Id),
                lines.Count(l => l.Kind == ReceiptOf.Meeting && l.OfId == m.Id && l.Answer != ReceiptAnswer.None),
                lines.Where(l => l.Kind == ReceiptOf.Meeting && l.OfId == m.Id && l.PersonId == me).Select(l => (ReceiptAnswer?)l.Answer).FirstOrDefault())).ToListAsync(cancel);
    }
}
