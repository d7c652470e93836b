using Microsoft.EntityFrameworkCore;
using Zhongshu.Calendar;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Board;

/// A task that a unit owes or helps with.
public sealed record OwedRow(string Code, string Title, int Number, string Task, DateOnly DueOn, Light Light, int State, int Progress, int Part, DateTimeOffset? ClosedAt);

/// An item that a leader asked for.
public sealed record AskedRow(string Code, string Title, DateTimeOffset DocketedAt, DateOnly DueOn, Light Light, bool IsOpen, string Stage, string Holder, DateTimeOffset? ClosedAt, string Result, int Tasks, int OpenTasks);

/// What a unit owes, and what a leader asked for.
internal static class OwnQuery
{
    public const int Most = 200;

    public static async Task<IReadOnlyList<OwedRow>> OwedAsync(Office office, bool closed, CancellationToken cancel)
    {
        var units = Receivers.UnitsOf(await office.BookAsync(cancel), office.Actor).ToArray();
        var rows =
            from part in office.Db.Set<TaskUnit>().Parts().AsNoTracking()
            join task in office.Db.Set<SupervisionTask>().Parts() on part.TaskId equals task.Id
            join matter in office.Db.Set<Matter>() on task.MatterId equals matter.Id
            where units.Contains(part.UnitId) && task.State != TaskState.Drafted
            select new { part.Part, task, matter };
        rows = closed ? rows.Where(r => r.task.State == TaskState.Closed || r.task.State == TaskState.Withdrawn).OrderByDescending(r => r.task.ClosedAt)
            : rows.Where(r => r.task.State != TaskState.Closed && r.task.State != TaskState.Withdrawn).OrderBy(r => r.Part).ThenByDescending(r => r.task.Light).ThenBy(r => r.task.DueOn);
        return await rows.Take(Most).Select(r => new OwedRow(r.matter.Code, r.matter.Title, r.task.Number, r.task.Title, r.task.DueOn, r.task.Light, (int)r.task.State, r.task.Progress, (int)r.Part, r.task.ClosedAt)).ToListAsync(cancel);
    }

    /// Closed ones with their results first, then the rest by their day.
    public static Task<List<AskedRow>> AskedAsync(Office office, CancellationToken cancel)
    {
        var leaders = office.Actor.RecordsFor.Append(office.Actor.PersonId).ToArray();
        var bases = office.Db.Set<Basis>().Parts().Where(b => b.LeaderId != null && leaders.Contains(b.LeaderId.Value)).Select(b => b.MatterId);
        return (
            from item in office.Db.Set<SupervisionItem>().Parts().AsNoTracking()
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            where bases.Contains(item.MatterId)
            orderby item.IsOpen, item.ClosedAt descending, item.Light descending, item.DueOn
            select new AskedRow(matter.Code, matter.Title, item.DocketedAt, item.DueOn, item.Light, item.IsOpen, matter.Stage, matter.Holder, item.ClosedAt, item.Result, item.Tasks, item.OpenTasks)).Take(Most).ToListAsync(cancel);
    }
}
