using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Closings;

/// A closed item with the tasks that were carried out and its grade: while it waits, one from before it was opened again, or none.
internal sealed record ClosedItem(string Code, string Title, DateTimeOffset? ClosedAt, int Tasks, int InTime, ItemGrade? Grade);

/// 结项考核: what waits for its grade, and what was graded last.
internal static class ClosedItems
{
    public const int MostWaiting = 100;
    private const int MostGraded = 50;

    public static Task<List<ClosedItem>> WaitingAsync(Office office, CancellationToken cancel)
    {
        var marks = office.Db.Set<ItemGrade>().Parts();
        return RowsAsync(office, Closed(office).Where(i => !marks.Any(g => g.MatterId == i.MatterId && g.At >= i.ClosedAt)), MostWaiting, cancel);
    }

    public static Task<List<ClosedItem>> GradedAsync(Office office, CancellationToken cancel)
    {
        var marks = office.Db.Set<ItemGrade>().Parts();
        return RowsAsync(office, Closed(office).Where(i => marks.Any(g => g.MatterId == i.MatterId && g.At >= i.ClosedAt)), MostGraded, cancel);
    }

    private static IQueryable<SupervisionItem> Closed(Office office)
    {
        var unit = office.Actor.HomeUnitId;
        var done = office.Db.Set<SupervisionTask>().Parts().Where(t => t.State == TaskState.Closed);
        return office.Db.Set<SupervisionItem>().Parts().AsNoTracking().Where(i => i.UnitId == unit && !i.IsOpen && i.ClosedAt != null && done.Any(t => t.MatterId == i.MatterId));
    }

    private static Task<List<ClosedItem>> RowsAsync(Office office, IQueryable<SupervisionItem> items, int most, CancellationToken cancel)
    {
        var done = office.Db.Set<SupervisionTask>().Parts().Where(t => t.State == TaskState.Closed);
        var marks = office.Db.Set<ItemGrade>().Parts();
        return (
            from item in items
            join matter in office.Db.Set<Matter>() on item.MatterId equals matter.Id
            join mark in marks on item.MatterId equals mark.MatterId into given
            from grade in given.DefaultIfEmpty()
            orderby item.ClosedAt descending, item.MatterId descending
            select new ClosedItem(matter.Code, matter.Title, item.ClosedAt, done.Count(t => t.MatterId == item.MatterId), done.Count(t => t.MatterId == item.MatterId && t.InTime), grade)).Take(most).ToListAsync(cancel);
    }
}
