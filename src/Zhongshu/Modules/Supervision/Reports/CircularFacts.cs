using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Platform;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.Supervision.Reports;

/// A task that a circular names, with the item's code so that it can be looked up.
internal sealed record NamedTask(string Code, string Item, string Task, long Unit, DateOnly DueOn, TaskState State, int Progress, bool InTime, DateTimeOffset? ClosedAt)
{
    public long Id { get; init; }

    public SourceKind Source { get; init; }

    public long? Leader { get; init; }

    public DateTimeOffset? RedAt { get; init; }

    public bool Checked { get; init; }

    public int Reopened { get; init; }

    public bool IsFallback { get; init; }

    /// What the unit reported last, handed in; empty when nothing was.
    public string Latest { get; init; } = "";
}

/// What a circular is drafted from: the figures, and every task behind them.
internal sealed record CircularFacts(SupervisionFigures Figures, IReadOnlyList<NamedTask> Tasks, OrganisationBook Book, Unit Issuer, DateOnly Today)
{
    public DateTimeOffset Now { get; init; }

    public IReadOnlyList<SourceWord> Sources { get; init; } = [];

    /// 待协调的困难: what units asked for and is not solved yet, of items that may be named.
    public IReadOnlyList<HelpRow> Helps { get; init; } = [];

    public IEnumerable<NamedTask> Overdue => Tasks.Where(t => t.State < TaskState.Closed && t.DueOn < Today).OrderBy(t => t.DueOn);

    public string NameOf(long unit) => Book.Unit(unit)?.ShortName ?? "已撤销单位";

    /// The tasks that a figure counts, so far as they may be named.
    public IReadOnlyList<NamedTask> Behind(Figure figure) => [.. Tasks.Where(t => figure switch
    {
        Figure.Checked => t.Checked,
        Figure.Closed => t.State == TaskState.Closed,
        Figure.InTime => t.State == TaskState.Closed && t.InTime,
        Figure.Overdue => IsOverdue(t),
        Figure.NoTail => IsOverdue(t) && t.Progress == 0,
        Figure.WeakTail => IsOverdue(t) && t.Progress > 0,
        Figure.CutShort => t.Reopened > 0,
        Figure.Fallback => t.IsFallback,
        _ => true,
    })];

    public int Count(Figure figure) => figure switch
    {
        Figure.Checked => Figures.Total.Checked,
        Figure.Closed => Figures.Total.Closed,
        Figure.InTime => Figures.Total.InTime,
        Figure.Overdue => Figures.Total.Overdue,
        Figure.NoTail => Figures.Total.NoTail,
        Figure.WeakTail => Figures.Total.WeakTail,
        Figure.CutShort => Figures.Total.CutShort,
        Figure.Fallback => Figures.Total.Fallback,
        _ => Figures.Total.Assigned,
    };

    private bool IsOverdue(NamedTask task) => task.State < TaskState.Closed && task.RedAt <= Now;

    /// 一事一报 is not spread: it counts in the figures and is named nowhere.
    public static async Task<CircularFacts> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var figures = await SupervisionFigures.ReadAsync(office, from, to, cancel);
        var (unit, since, until) = (office.Actor.HomeUnitId, OfficeDay.Start(from), OfficeDay.End(to));
        var feedbacks = office.Db.Set<TaskFeedback>().IgnoreQueryFilters();
        var tasks = await (
            from task in office.Db.Set<SupervisionTask>().IgnoreQueryFilters().AsNoTracking()
            join item in office.Db.Set<SupervisionItem>().IgnoreQueryFilters() on task.MatterId equals item.MatterId
            join matter in office.Db.Set<Matter>() on task.MatterId equals matter.Id
            where item.UnitId == unit && item.DocketedAt >= since && item.DocketedAt < until && task.State != TaskState.Withdrawn && task.State != TaskState.Drafted
                && item.Reporting != Reporting.Single && matter.Classification == 0
            orderby task.DueOn, task.Id
            select new NamedTask(matter.Code, matter.Title, task.Title, task.LeadUnitId, task.DueOn, task.State, task.Progress, task.InTime, task.ClosedAt)
            {
                Id = task.Id,
                Source = item.Source,
                Leader = item.LeaderId,
                RedAt = task.RedAt,
                Reopened = task.Reopened,
                IsFallback = task.IsFallback,
                Checked = feedbacks.Any(f => f.TaskId == task.Id && f.State >= FeedbackState.Accepted),
            }).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        return new CircularFacts(figures, tasks, book, book.Unit(unit)!, office.Today) { Now = office.Now, Sources = office.Rules.Value(SupervisionRules.Sources) };
    }

    /// With what each unit reported last, for papers that tell the progress.
    public async Task<CircularFacts> WithLatestAsync(Office office, CancellationToken cancel)
    {
        var latest = new Dictionary<long, string>();
        foreach (var some in Tasks.Select(t => t.Id).Chunk(500))
        {
            var rows = await office.Db.Set<TaskFeedback>().AsNoTracking().Where(f => some.Contains(f.TaskId) && f.State != FeedbackState.HeadReview).OrderBy(f => f.Id).Select(f => new { f.TaskId, f.Text }).ToListAsync(cancel);
            foreach (var row in rows) latest[row.TaskId] = row.Text;
        }

        var named = Tasks.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        var helps = (await HelpQuery.ListAsync(office, open: true, cancel)).Where(h => named.Contains(h.Code)).ToList();
        return this with { Helps = helps, Tasks = [.. Tasks.Select(t => t with { Latest = Shortly(latest.GetValueOrDefault(t.Id, "")) })] };
    }

    private static string Shortly(string text)
    {
        var line = text.ReplaceLineEndings(" ").Trim();
        return line.Length <= 120 ? line : line[..119] + "…";
    }
}
