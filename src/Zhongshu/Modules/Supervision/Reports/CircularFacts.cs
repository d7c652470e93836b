using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
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

    /// When the result was handed in that waits for the office.
    public DateTimeOffset? AnsweredAt { get; init; }

    /// The unit reported at least once, be it no progress.
    public bool Reported { get; init; }

    public bool Checked { get; init; }

    public int Reopened { get; init; }

    public bool IsFallback { get; init; }

    /// What the unit reported last, handed in; empty when nothing was.
    public string Latest { get; init; } = "";
}

/// What a circular is drafted from: the figures, and every task behind them.
internal sealed record CircularFacts(SupervisionFigures Figures, IReadOnlyList<NamedTask> Tasks, OrganisationBook Book, Unit Issuer, DateOnly Today)
{
    public IReadOnlyList<SourceWord> Sources { get; init; } = [];

    /// 待协调的困难: what units asked for and is not solved yet, of items that may be named.
    public IReadOnlyList<HelpRow> Helps { get; init; } = [];

    public IEnumerable<NamedTask> Overdue => Tasks.Where(IsOverdue).OrderBy(t => t.DueOn);

    public string NameOf(long unit) => Book.Unit(unit)?.ShortName ?? "已撤销单位";

    /// The tasks that a figure counts, so far as they may be named.
    public IReadOnlyList<NamedTask> Behind(Figure figure) => [.. Tasks.Where(t => figure switch
    {
        Figure.Checked => t.Checked,
        Figure.Closed => t.State == TaskState.Closed,
        Figure.InTime => t.State == TaskState.Closed && t.InTime,
        Figure.Overdue => IsOverdue(t),
        Figure.NoTail => IsOverdue(t) && !t.Reported,
        Figure.WeakTail => IsOverdue(t) && t.Reported,
        Figure.CutShort => t.Reopened > 0,
        Figure.Fallback => t.IsFallback,
        _ => true,
    })];

    public int Count(Figure figure) => Figures.Total.Of(figure);

    /// As the figures count it, so that the papers name exactly the tasks of their numbers.
    public bool IsOverdue(NamedTask task) => task.State < TaskState.Suspended && task.DueOn < Today && !(task.State == TaskState.Checking && task.AnsweredAt is not null);

    /// One paper names so many tasks at most: no reader turns more pages.
    public const int Most = 20_000;

    public static Refusal? TooLong(SupervisionFigures figures) => figures.Total.Assigned <= Most ? null
        : new Refusal("supervision.report-long", $"{figures.From:yyyy年M月d日}至{figures.To:yyyy年M月d日}交办了{figures.Total.Assigned}项任务，一份材料最多列{Most}项。请缩短时段，分期起草和登记。") { Kind = RefusalKind.Conflict };

    /// A paper that would praise, remind of or tell nothing is not drafted.
    public static Refusal? Nothing(CircularFacts facts, ReportKind kind)
    {
        var why = facts.Figures.Total.Assigned == 0 ? "没有立项交办的督办任务，没有可写的" : kind.Empty(facts);
        return why is null ? null : new Refusal("supervision.report-empty", $"{ReportText.Period(facts)}{why}。请改选时段或另一种材料。") { Kind = RefusalKind.Conflict };
    }

    public static async Task<CircularFacts> ReadAsync(Office office, DateOnly from, DateOnly to, CancellationToken cancel) =>
        await ReadAsync(office, await SupervisionFigures.ReadAsync(office, from, to, cancel), cancel);

    public static async Task<CircularFacts> ReadAsync(Office office, SupervisionFigures figures, CancellationToken cancel)
    {
        var feedbacks = office.Db.Set<TaskFeedback>().Parts();
        var tasks = await Nameable(office, figures.From, figures.To, figures.IsStanding).OrderBy(n => n.Task.DueOn).ThenBy(n => n.Task.Id)
            .Select(n => new NamedTask(n.Matter.Code, n.Matter.Title, n.Task.Title, n.Task.LeadUnitId, n.Task.DueOn, n.Task.State, n.Task.Progress, n.Task.InTime, n.Task.ClosedAt)
            {
                Id = n.Task.Id,
                Source = n.Item.Source,
                Leader = n.Item.LeaderId,
                AnsweredAt = n.Task.AnsweredAt,
                Reopened = n.Task.Reopened,
                IsFallback = n.Task.IsFallback,
                Reported = feedbacks.Any(f => f.TaskId == n.Task.Id && f.ApprovedBy != ""),
                Checked = feedbacks.Any(f => f.TaskId == n.Task.Id && f.State >= FeedbackState.Accepted && f.ApprovedBy != ""),
            }).ToListAsync(cancel);
        var book = await office.BookAsync(cancel);
        return new CircularFacts(figures, tasks, book, book.Unit(office.Actor.HomeUnitId)!, office.Today) { Sources = office.Rules.Value(SupervisionRules.Sources) };
    }

    /// The items that a paper of the period tells of.
    public static Task<List<long>> ItemsAsync(Office office, DateOnly from, DateOnly to, bool standing, CancellationToken cancel) => Nameable(office, from, to, standing).Select(n => n.Matter.Id).Distinct().ToListAsync(cancel);

    private sealed class Named
    {
        public required SupervisionTask Task { get; init; }

        public required SupervisionItem Item { get; init; }

        public required Matter Matter { get; init; }
    }

    /// 一事一报 is not spread: it counts in the figures and is named nowhere.
    private static IQueryable<Named> Nameable(Office office, DateOnly from, DateOnly to, bool standing)
    {
        var (unit, since, until) = (office.Actor.HomeUnitId, OfficeDay.Start(from), OfficeDay.End(to));
        return from task in office.Db.Set<SupervisionTask>().Parts().AsNoTracking()
            join item in office.Db.Set<SupervisionItem>().Parts() on task.MatterId equals item.MatterId
            join matter in office.Db.Set<Matter>() on task.MatterId equals matter.Id
            where item.UnitId == unit && (item.DocketedAt >= since || (standing && (item.IsOpen || item.ClosedAt >= since))) && item.DocketedAt < until && task.State != TaskState.Withdrawn && task.State != TaskState.Drafted
                && item.Reporting != Reporting.Single && matter.Classification == 0
            select new Named { Task = task, Item = item, Matter = matter };
    }

    /// With what each unit reported last, for papers that tell the progress.
    public async Task<CircularFacts> WithLatestAsync(Office office, CancellationToken cancel)
    {
        var latest = new Dictionary<long, string>();
        // Found through the reader's list already.
        foreach (var some in Tasks.Select(t => t.Id).Chunk(500))
        {
            var rows = await office.Db.Set<TaskFeedback>().IgnoreQueryFilters().AsNoTracking().Where(f => some.Contains(f.TaskId) && (f.State == FeedbackState.Handed || f.State == FeedbackState.Accepted)).OrderBy(f => f.Id).Select(f => new { f.TaskId, f.Text }).ToListAsync(cancel);
            foreach (var row in rows) latest[row.TaskId] = row.Text;
        }

        var named = Tasks.Select(t => t.Code).ToHashSet(StringComparer.Ordinal);
        var helps = (await HelpQuery.ListAsync(office, open: true, cancel)).Where(h => named.Contains(h.Code)).ToList();
        return this with { Helps = helps, Tasks = [.. Tasks.Select(t => t with { Latest = Shortly(latest.GetValueOrDefault(t.Id, "")) })] };
    }

    private static string Shortly(string text) => text.ReplaceLineEndings(" ").Trim().Cut(120);
}
