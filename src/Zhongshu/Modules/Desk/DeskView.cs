using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Desk.Todos;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Desk;

/// One line of the desk.
public sealed record DeskRow(string Code, string Title, string Step, WorkKind Kind, Urgency Urgency, DateTimeOffset Since, DateTimeOffset? DueAt, DateTimeOffset? SeenAt, long Assignee, string Holder, int ChaseLevel)
{
    /// It lies with a section and goes by a flow: somebody has to take it first.
    public bool IsUnclaimed { get; init; }
}

/// What now: what lies with me, what I have to read, what waits on others; my leaders' day; and what is coming.
internal sealed record DeskView(IReadOnlyList<DeskRow> ToDo, IReadOnlyList<DeskRow> ToRead, IReadOnlyList<DeskRow> Waiting)
{
    private const int Most = 100;
    private const int MostWaiting = 20;

    public static readonly DeskView Empty = new([], [], []);

    public IReadOnlyList<LeaderDay> Leaders { get; init; } = [];

    /// Work that will be mine when somebody before me is done.
    public IReadOnlyList<DeskRow> NextForMe { get; init; } = [];

    public IReadOnlyList<ComingDay> Days { get; init; } = [];

    /// What the registers of the sections want of me.
    public IReadOnlyList<OwedLine> Owed { get; init; } = [];

    /// What I noted down for myself.
    public IReadOnlyList<PersonalTodo> Todos { get; init; } = [];

    public static async Task<DeskView> ReadAsync(Office office, CancellationToken cancel)
    {
        var held = await HeldAsync(office, WorkStatus.Open, Most, cancel);
        var leaders = await LeadersDay.ReadAsync(office, held, cancel);
        var forLeaders = office.Actor.RecordsFor.Select(l => Participant.Person(l).Value).ToHashSet();
        // 不催领导本人: the leader's own desk does not count the reminders.
        var mine = held.FindAll(r => !forLeaders.Contains(r.Assignee)).ConvertAll(r => r with { IsUnclaimed = r.IsUnclaimed && new Participant(r.Assignee).IsPool, ChaseLevel = office.Actor.May("incoming.instruct") ? 0 : r.ChaseLevel });
        var seen = held.Select(m => m.Code).ToHashSet(StringComparer.Ordinal);
        var book = await office.BookAsync(cancel);
        return new DeskView(
            mine.FindAll(m => m.Kind != WorkKind.Read),
            mine.FindAll(m => m.Kind == WorkKind.Read),
            [.. (await WaitingAsync(office, cancel)).Where(w => !seen.Contains(w.Code))])
        {
            Leaders = leaders,
            NextForMe = await HeldAsync(office, WorkStatus.Waiting, MostWaiting, cancel),
            Days = ComingDays.Of(book, office.Rules.Calendar, office.Actor.PersonId, [.. office.Actor.RecordsFor], office.Now, office.Rules.Value(DeskRules.DaysAhead)),
            Owed = await OwedLine.ReadAsync(office, cancel),
            Todos = await KeepTodo.ReadAsync(office, cancel),
        };
    }

    private static async Task<List<DeskRow>> HeldAsync(Office office, WorkStatus status, int most, CancellationToken cancel)
    {
        var ids = await IdsAsync(office, status, isDue: true, most, cancel);
        if (ids.Count < most) ids.AddRange(await IdsAsync(office, status, isDue: false, most - ids.Count, cancel));
        return await (
            from item in office.Db.Set<WorkItem>().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            where ids.Contains(item.Id)
            orderby item.DueAt == null, item.DueAt, item.Id
            select new DeskRow(matter.Code, matter.Title, item.StepTitle, item.Kind, matter.Urgency, item.OpenedAt, item.DueAt, item.SeenAt, item.Assignee, matter.Holder, item.ChaseLevel)
            {
                IsUnclaimed = office.Db.Set<FlowInstance>().Any(f => f.Id == item.InstanceId),
            }).ToListAsync(cancel);
    }

    /// The first due of each holder that is me, merged: each list is walked in order and only as far as the desk goes, however long it is (ADR 0006).
    private static async Task<List<long>> IdsAsync(Office office, WorkStatus status, bool isDue, int most, CancellationToken cancel)
    {
        IQueryable<WorkItem>? all = null;
        foreach (var subject in office.Actor.Subjects)
        {
            var held = office.Db.Set<WorkItem>().Where(w => w.Assignee == subject && w.Status == status && office.Db.Set<Matter>().Any(m => m.Id == w.MatterId && m.State == MatterState.Open));
            var first = isDue
                ? held.Where(w => w.DueAt != null).OrderBy(w => w.DueAt).ThenBy(w => w.Id).Take(most)
                : held.Where(w => w.DueAt == null).OrderBy(w => w.Id).Take(most);
            all = all is null ? first : all.Concat(first);
        }

        return all is null ? [] : await all.OrderBy(w => w.DueAt).ThenBy(w => w.Id).Select(w => w.Id).Take(most).ToListAsync(cancel);
    }

    private static async Task<List<DeskRow>> WaitingAsync(Office office, CancellationToken cancel)
    {
        var me = office.Actor.PersonId;
        var recent = await office.Db.Set<WorkItem>().AsNoTracking().Where(w => w.DoneBy == me).OrderByDescending(w => w.DoneAt).Select(w => w.MatterId).Take(Most).ToListAsync(cancel);
        var sent = recent.Distinct().ToArray();
        return await office.Db.Set<Matter>().AsNoTracking().Where(m => sent.Contains(m.Id) && m.State == MatterState.Open)
            .OrderBy(m => m.DueAt == null).ThenBy(m => m.DueAt).Take(MostWaiting)
            .Select(m => new DeskRow(m.Code, m.Title, m.Stage, WorkKind.Handle, m.Urgency, m.HeldSince, m.DueAt, null, 0, m.Holder, 0)).ToListAsync(cancel);
    }
}
