using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Statistics;

/// A figure of the statistics, by what it counts.
public enum Figure
{
    Assigned = 1,
    Checked = 2,
    Closed = 3,
    InTime = 4,
    Overdue = 5,
    NoTail = 6,
    WeakTail = 7,
    CutShort = 8,

    /// 兜底
    Fallback = 9,
}

/// Which tasks stand behind a figure: the address of the list says it whole.
internal sealed record FigureFilter(Figure Figure, DateOnly From, DateOnly To)
{
    public long? Unit { get; init; }

    public long? Source { get; init; }

    public long? Leader { get; init; }

    public static FigureFilter Read(IQueryCollection query, DateOnly today)
    {
        long? Number(string key) => long.TryParse(query[key], CultureInfo.InvariantCulture, out var number) ? number : null;
        var (from, to) = StatisticsPeriod.Read(query["from"], query["to"], today);
        return new FigureFilter(Enum.TryParse<Figure>(query["figure"], true, out var figure) && Enum.IsDefined(figure) ? figure : Figure.Assigned, from, to)
        {
            Unit = Number("unit"),
            Source = Number("source"),
            Leader = Number("leader"),
        };
    }

    public string Address => QueryHelpers.AddQueryString("statistics/supervision/tasks", new Dictionary<string, string?>
    {
        ["figure"] = Figure.ToString().ToLowerInvariant(),
        ["from"] = From.ToString("O", CultureInfo.InvariantCulture),
        ["to"] = To.ToString("O", CultureInfo.InvariantCulture),
        ["unit"] = Unit?.ToString(CultureInfo.InvariantCulture),
        ["source"] = Source?.ToString(CultureInfo.InvariantCulture),
        ["leader"] = Leader?.ToString(CultureInfo.InvariantCulture),
    }.Where(q => q.Value is not null));

    public static string Word(Figure figure) => figure switch
    {
        Figure.Assigned => "交办",
        Figure.Checked => "已核查",
        Figure.Closed => "已销号",
        Figure.InTime => "按期销号",
        Figure.Overdue => "超期未办结",
        Figure.NoTail => "有头无尾",
        Figure.WeakTail => "虎头蛇尾",
        Figure.Fallback => "办公室兜底",
        _ => "掐头去尾",
    };
}

/// One task behind a figure.
internal sealed record FigureTask(string Code, string Item, int Number, string Task, long Unit, DateOnly DueOn, TaskState State, int Progress, bool InTime);

/// 数字出处: the tasks that a figure counts, as far as the reader may know of them.
internal static class FigureTasks
{
    public const int Most = 500;

    public static Task<List<FigureTask>> ListAsync(Office office, FigureFilter filter, CancellationToken cancel)
    {
        var (unit, since, until) = (office.Actor.HomeUnitId, OfficeDay.Start(filter.From), OfficeDay.End(filter.To));
        var feedbacks = office.Db.Set<TaskFeedback>().Parts();
        var rows =
            from task in office.Db.Set<SupervisionTask>().Parts().AsNoTracking()
            join item in office.Db.Set<SupervisionItem>().Parts() on task.MatterId equals item.MatterId
            join matter in office.Db.Set<Matter>() on task.MatterId equals matter.Id
            where item.UnitId == unit && item.DocketedAt >= since && item.DocketedAt < until && task.State != TaskState.Withdrawn && task.State != TaskState.Drafted
            select new { task, item, matter };
        if (filter.Unit is { } lead) rows = rows.Where(r => r.task.LeadUnitId == lead);
        if (filter.Source is { } source) rows = rows.Where(r => r.item.Source == (SourceKind)source);
        if (filter.Leader is { } leader) rows = rows.Where(r => r.item.LeaderId == leader);
        if (filter.Figure is Figure.Overdue or Figure.NoTail or Figure.WeakTail)
        {
            var today = office.Today;
            rows = rows.Where(r => r.task.State < TaskState.Suspended && r.task.DueOn < today && !(r.task.State == TaskState.Checking && r.task.AnsweredAt != null));
        }

        rows = filter.Figure switch
        {
            Figure.Checked => rows.Where(r => feedbacks.Any(f => f.TaskId == r.task.Id && f.State >= FeedbackState.Accepted && f.ApprovedBy != "")),
            Figure.Closed => rows.Where(r => r.task.State == TaskState.Closed),
            Figure.InTime => rows.Where(r => r.task.State == TaskState.Closed && r.task.InTime),
            Figure.NoTail => rows.Where(r => !feedbacks.Any(f => f.TaskId == r.task.Id && f.ApprovedBy != "")),
            Figure.WeakTail => rows.Where(r => feedbacks.Any(f => f.TaskId == r.task.Id && f.ApprovedBy != "")),
            Figure.CutShort => rows.Where(r => r.task.Reopened > 0),
            Figure.Fallback => rows.Where(r => r.task.IsFallback),
            _ => rows,
        };
        return rows.OrderBy(r => r.task.DueOn).ThenBy(r => r.task.Id).Take(Most)
            .Select(r => new FigureTask(r.matter.Code, r.matter.Title, r.task.Number, r.task.Title, r.task.LeadUnitId, r.task.DueOn, r.task.State, r.task.Progress, r.task.InTime)).ToListAsync(cancel);
    }
}
