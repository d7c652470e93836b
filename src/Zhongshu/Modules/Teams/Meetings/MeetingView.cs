using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Teams.Meetings;

/// One kind of meeting of one section or of the office: when it was last held, when it is due, what it arranged and is still open.
internal sealed record MeetingLine(MeetingKind Kind, long UnitId, DateOnly? Last, DateOnly NextOn, int Open, int Late, bool Keeps)
{
    public bool IsOverdue(DateOnly today) => NextOn < today;
}

/// 排期: what meetings the actor sees and which of them are due.
internal static class MeetingView
{
    public static async Task<IReadOnlyList<MeetingLine>> LinesAsync(Office office, TeamCircle circle, CancellationToken cancel)
    {
        if (!circle.IsInside) return [];
        var book = await office.BookAsync(cancel);
        var sections = TeamCircle.Sections(book, circle.Keeper, office.Today).Select(u => u.Id).Where(u => circle.Manages || u == circle.Own).ToList();
        var held = await HoldMeeting.Seen(office, circle).GroupBy(m => new { m.Kind, m.UnitId }).Select(g => new { g.Key.Kind, g.Key.UnitId, Last = g.Max(m => m.On) }).ToListAsync(cancel);
        var open = await (from t in office.Db.Set<MeetingTask>() join m in HoldMeeting.Seen(office, circle) on t.MeetingId equals m.Id where t.DoneOn == null select new { m.Kind, m.UnitId, t.DueOn }).ToListAsync(cancel);
        return
        [
            .. from kind in office.Rules.Value(TeamRules.Meetings)
               from unit in kind.IsEachSection ? sections : [circle.Keeper]
               let last = held.Find(h => h.Kind == kind.Id && h.UnitId == unit)?.Last
               let left = open.FindAll(o => o.Kind == kind.Id && o.UnitId == unit)
               // A section that does not hold this meeting is not dunned for it.
               where last is not null || unit == circle.Keeper || unit == circle.Own
               select new MeetingLine(kind, unit, last, TeamRules.NextOn(kind, last, office.Today, office.Rules.Calendar), left.Count, left.Count(o => o.DueOn < office.Today), circle.Keeps(unit)),
        ];
    }
}
