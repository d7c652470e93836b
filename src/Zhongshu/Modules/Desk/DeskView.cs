using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Desk;

/// One line of the desk.
public sealed record DeskRow(string Code, string Title, string Step, WorkKind Kind, Urgency Urgency, DateTimeOffset Since, DateTimeOffset? DueAt, DateTimeOffset? SeenAt, long Assignee, string Holder, int ChaseLevel);

/// What now: what lies with me, what waits on others, what I have to read.
internal sealed record DeskView(IReadOnlyList<DeskRow> ToDo, IReadOnlyList<DeskRow> ToRead, IReadOnlyList<DeskRow> Waiting)
{
    private const int Most = 100;

    public static async Task<DeskView> ReadAsync(Office office, CancellationToken cancel)
    {
        var subjects = office.Actor.Subjects;
        var mine = await (
            from item in office.Db.Set<WorkItem>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            where subjects.Contains(item.Assignee) && item.Status == WorkStatus.Open && matter.State == MatterState.Open
            orderby item.DueAt == null, item.DueAt, item.Id
            select new DeskRow(matter.Code, matter.Title, item.StepTitle, item.Kind, matter.Urgency, item.OpenedAt, item.DueAt, item.SeenAt, item.Assignee, matter.Holder, item.ChaseLevel)).Take(Most).ToListAsync(cancel);
        var me = office.Actor.PersonId;
        var recent = await office.Db.Set<WorkItem>().AsNoTracking().Where(w => w.DoneBy == me).OrderByDescending(w => w.DoneAt).Select(w => w.MatterId).Take(Most).ToListAsync(cancel);
        var sent = recent.Distinct().ToArray();
        var waiting = await office.Db.Set<Matter>().AsNoTracking().Where(m => sent.Contains(m.Id) && m.State == MatterState.Open)
            .OrderBy(m => m.DueAt == null).ThenBy(m => m.DueAt).Take(20)
            .Select(m => new DeskRow(m.Code, m.Title, m.Stage, WorkKind.Handle, m.Urgency, m.HeldSince, m.DueAt, null, 0, m.Holder, 0)).ToListAsync(cancel);
        var codes = mine.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        return new DeskView([.. mine.Where(m => m.Kind != WorkKind.Read)], [.. mine.Where(m => m.Kind == WorkKind.Read)], [.. waiting.Where(w => !codes.Contains(w.Code))]);
    }
}
