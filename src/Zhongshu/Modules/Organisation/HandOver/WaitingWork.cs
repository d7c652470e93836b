using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;
using Participant = Zhongshu.Platform.Access.Participant;
using WorkItem = Zhongshu.Platform.Flows.WorkItem;

namespace Zhongshu.Modules.Organisation.HandOver;

/// What is said on each matter's trail when its work goes from one to another.
internal sealed record Moving(string Verb, string Text, string Reason)
{
    /// For whom the receiver acts, when the work comes back one day (委托); null when it goes for good.
    public Person? For { get; init; }

    /// Only what this person gave away by delegation.
    public long? OnlyMeantFor { get; init; }
}

/// How much was moved, and what stayed because it cannot be handed on (circulated copies, matters under suspension).
internal readonly record struct Moved(int Items, int Left);

/// Moves work that waits already, item by item through the flow engine, so that the state of each flow and its work items stay one.
/// Works within the caller's transaction; the caller commits.
internal sealed class WaitingWork(Office office, CurrentActor current, FlowDesk desk)
{
    private static readonly FlowCase NoCase = new(new Dictionary<string, FieldValue>(StringComparer.Ordinal), _ => null);

    /// How much waits with a participant; a number only, so that whoever runs the system learns no title.
    public Task<int> CountAsync(Participant holder, CancellationToken cancel) =>
        office.Db.Set<WorkItem>().IgnoreQueryFilters().CountAsync(w => w.Assignee == holder.Value && (w.Status == WorkStatus.Open || w.Status == WorkStatus.Waiting), cancel);

    public async Task<Moved> MoveAsync(Participant from, Participant to, Moving moving, CancellationToken cancel)
    {
        // The one who hands over, or runs the organisation, need not be allowed to read what is moved: only the program looks at it here.
        var actor = current.Actor;
        current.Actor = actor with { SeesAll = true };
        try
        {
            return await MoveAllAsync(from, to, moving, cancel);
        }
        finally
        {
            current.Actor = actor;
        }
    }

    private async Task<Moved> MoveAllAsync(Participant from, Participant to, Moving moving, CancellationToken cancel)
    {
        var items = await office.Db.Set<WorkItem>().AsNoTracking()
            .Where(w => w.Assignee == from.Value && (w.Status == WorkStatus.Open || w.Status == WorkStatus.Waiting) && (moving.OnlyMeantFor == null || w.OriginalAssignee == moving.OnlyMeantFor))
            .OrderBy(w => w.Id).ToListAsync(cancel);
        var moved = 0;
        foreach (var item in items)
            if (await MoveOneAsync(item, to, moving, cancel)) moved++;
        return new Moved(moved, items.Count - moved);
    }

    private async Task<bool> MoveOneAsync(WorkItem item, Participant to, Moving moving, CancellationToken cancel)
    {
        var db = office.Db;
        var matter = await db.Set<Matter>().SingleAsync(m => m.Id == item.MatterId, cancel);
        await db.LoadAccessAsync(matter.Id, cancel);
        if (to.Kind == ParticipantKind.Person && !await MayReadAsync(to.Id, matter, cancel)) return false;
        if (await db.Set<FlowInstance>().SingleOrDefaultAsync(f => f.Id == item.InstanceId, cancel) is { } instance)
        {
            var move = await desk.ActAsync(matter, instance, new Forward(item.Number, new Zhongshu.Flow.Participant(to.Value, to.IsPool)), NoCase with { Exactly = moving.OnlyMeantFor is not null }, cancel);
            if (!move.Succeeded) return false;
        }
        else
        {
            // Work outside a flow (督办任务) lies with whom the row names.
            await office.PassWorkAsync(matter, item.Id, to, cancel);
        }

        var row = await db.Set<WorkItem>().SingleAsync(w => w.Id == item.Id, cancel);
        row.OriginalAssignee = moving.For?.Id;
        db.Record(matter, new Act(moving.Verb, $"{moving.Text}（{row.StepTitle}）") { Quote = moving.Reason.Length == 0 ? null : moving.Reason, ForName = moving.For?.Name }, office.Ids, office.Now);
        return true;
    }

    private async Task<bool> MayReadAsync(long personId, Matter matter, CancellationToken cancel) =>
        matter.Classification == Classification.None || (await office.BookAsync(cancel)).Person(personId)?.Clearance >= matter.Classification;

    /// What waits with a section that was merged or abolished goes to its successor.
    public async Task FollowAsync(Unit gone, Unit successor, CancellationToken cancel)
    {
        var (from, to) = (Participant.Section(gone.Id), Participant.Section(successor.Id));
        await MoveAsync(from, to, new Moving("organisation.unit-followed", $"{gone.ShortName}撤并，在办事项转由{successor.ShortName}承接", ""), cancel);

        // Whoever sits in the successor also reads what the former section could read.
        var now = office.Now.ToUnixTimeMilliseconds();
        await office.Db.SaveChangesAsync(cancel);
        await office.Db.Database.ExecuteSqlAsync($"""
            INSERT INTO matter_access (subject, matter_id, since, reason, is_open)
            SELECT {to.Value}, a.matter_id, {now}, '承接撤并单位', a.is_open FROM matter_access a
            WHERE a.subject = {from.Value} AND NOT EXISTS (SELECT 1 FROM matter_access b WHERE b.subject = {to.Value} AND b.matter_id = a.matter_id)
            """, cancel);
    }
}
