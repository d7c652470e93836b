using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Supervision.Statistics;

/// A task that a circular names, with the item's code so that it can be looked up.
internal sealed record NamedTask(string Code, string Item, string Task, long Unit, DateOnly DueOn, TaskState State, int Progress, bool InTime, DateTimeOffset? ClosedAt);

/// What a circular is drafted from: the figures, and every task behind them.
internal sealed record CircularFacts(SupervisionFigures Figures, IReadOnlyList<NamedTask> Tasks, OrganisationBook Book, Unit Issuer, DateOnly Today)
{
    public IEnumerable<NamedTask> Overdue => Tasks.Where(t => t.State < TaskState.Closed && t.DueOn < Today).OrderBy(t => t.DueOn);

    public string NameOf(long unit) => Book.Unit(unit)?.ShortName ?? "已撤销单位";

    /// 一事一报 is not spread: it counts in the figures and is named nowhere.
    public static async Task<CircularFacts> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var figures = await SupervisionFigures.ReadAsync(office, from, to, cancel);
        var (unit, since, until) = (office.Actor.HomeUnitId, OfficeDay.Start(from), OfficeDay.Start(to.AddDays(1)));
        var tasks = await (
            from task in office.Db.Set<SupervisionTask>().IgnoreQueryFilters().AsNoTracking()
            join item in office.Db.Set<SupervisionItem>().IgnoreQueryFilters() on task.MatterId equals item.MatterId
            join matter in office.Db.Set<Matter>() on task.MatterId equals matter.Id
            where item.UnitId == unit && item.DocketedAt >= since && item.DocketedAt < until && task.State != TaskState.Withdrawn && task.State != TaskState.Drafted
                && item.Reporting != Reporting.Single && matter.Classification == 0
            orderby task.DueOn, task.Id
            select new NamedTask(matter.Code, matter.Title, task.Title, task.LeadUnitId, task.DueOn, task.State, task.Progress, task.InTime, task.ClosedAt)).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        return new CircularFacts(figures, tasks, book, book.Unit(unit)!, office.Today);
    }
}
