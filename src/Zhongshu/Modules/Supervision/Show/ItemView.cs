using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Decompose;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Kindred;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Talks;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Modules.Supervision.Visits;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Show;

/// A feedback with its evidence, its copied sentences marked.
public sealed record FeedbackView(TaskFeedback Feedback, IReadOnlyList<SentencePiece> Pieces, IReadOnlyList<(Evidence Evidence, Attachment? File)> Evidence)
{
    /// 上次承诺: what was promised in the feedback before this one.
    public string Promised { get; init; } = "";

    /// 会签
    public IReadOnlyList<(string Unit, Countersign Sign)> Signs { get; init; } = [];
}

/// A task as this reader sees it, with what he may do now.
public sealed record TaskView(SupervisionTask Task, string Lead, string Supporting, string Copied, string Second, Side Side, IReadOnlyList<TaskVerb> Verbs, IReadOnlyList<FeedbackView> Feedbacks)
{
    public PlanView Plan { get; init; } = new([], []);

    public IReadOnlyList<Help> Helps { get; init; } = [];

    /// 分解 into parts, in words; empty for none.
    public string Parts { get; init; } = "";

    /// 会商 with the units before it is sent.
    public IReadOnlyList<(string Unit, Agreement Agreement)> Agreements { get; init; } = [];
}

/// All that the page of one item shows.
internal sealed record ItemView
{
    public required Matter Matter { get; init; }

    public required SupervisionItem Item { get; init; }

    public required IReadOnlyList<Basis> Bases { get; init; }

    public required IReadOnlyList<TaskView> Tasks { get; init; }

    public required IReadOnlyList<SentLetter> Letters { get; init; }

    /// 督查情况; empty for a unit.
    public IReadOnlyList<VisitView> Visits { get; init; } = [];

    /// 同类事项
    public IReadOnlyList<KindredRow> Kindred { get; init; } = [];

    /// 沟通和协调; a unit reads the shared ones.
    public IReadOnlyList<Talk> Talks { get; init; } = [];

    /// 来源事项
    public required IReadOnlyList<(string Code, string Title)> From { get; init; }

    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    /// What it has of what not every item has.
    public required ItemHas Has { get; init; }

    /// When the first of its tasks was sent; null before.
    public DateOnly? SentOn => Tasks.Where(t => t.Task.DeliveredAt is not null).Min(t => (DateOnly?)Platform.OfficeDay.Of(t.Task.DeliveredAt!.Value));

    /// The whole item is this reader's to see: the office and the leaders; a unit sees its own tasks.
    public required bool SeesAll { get; init; }

    public static async Task<ItemView?> ReadAsync(Office office, string code, CancellationToken cancel)
    {
        var db = office.Db;
        if (await db.MatterAsync(code, cancel) is not { Kind: SupervisionKindOfMatter.Name } matter) return null;
        var id = matter.Id;
        var has = await ItemHas.ReadAsync(office, matter, cancel);
        var item = (await db.PartsAsync<SupervisionItem>(matter, cancel)).Single();
        var bases = (await db.PartsAsync<Basis>(matter, cancel)).OrderBy(b => b.Id).ToList();
        var seesAll = SeesWhole(office, item, bases);
        return new ItemView
        {
            Matter = matter,
            Item = item,
            Bases = bases,
            Has = has,
            Tasks = await TasksAsync(office, matter, (item, has, seesAll), cancel),
            Letters = [.. (await db.PartsAsync<SentLetter>(matter, cancel)).OrderBy(l => l.Id)],
            From = has.Origins ? await OriginsAsync(db, id, cancel) : [],
            Trail = await db.TrailAsync(matter, cancel),
            SeesAll = seesAll,
            Kindred = seesAll && (has.Origins || has.Links) ? await LinkKindred.ListAsync(office, id, cancel) : [],
            Talks = has.Talks ? await RecordTalk.OfAsync(office, id, seesAll, cancel) : [],
            Visits = seesAll && has.Visits ? await VisitView.OfAsync(office, id, cancel) : [],
        };
    }

    private static async Task<IReadOnlyList<(string Code, string Title)>> OriginsAsync(OfficeDb db, long id, CancellationToken cancel) =>
        [.. (await (from link in db.Set<MatterLink>() join source in db.Set<Matter>() on link.ToId equals source.Id
            where link.FromId == id && link.Relation == DocketItem.Relation
            select new { source.Code, source.Title }).ToListAsync(cancel)).Select(s => (s.Code, s.Title))];

    private static bool SeesWhole(Office office, SupervisionItem item, IReadOnlyList<Basis> bases)
    {
        var actor = office.Actor;
        if (actor.SeesAll || actor.May("supervision.check") || actor.May("matters.read-office")) return actor.SeesAll || actor.HomeUnitId == item.UnitId;
        return bases.Any(b => b.LeaderId is { } leader && (leader == actor.PersonId || actor.RecordsFor.Contains(leader)));
    }

    private static async Task<IReadOnlyList<TaskView>> TasksAsync(Office office, Matter matter, (SupervisionItem Item, ItemHas Has, bool SeesAll) of, CancellationToken cancel)
    {
        var (item, has, seesAll) = of;
        var db = office.Db;
        var book = await office.BookAsync(cancel);
        var mine = Receivers.UnitsOf(book, office.Actor);
        var tasks = (await db.PartsAsync<SupervisionTask>(matter, cancel)).OrderBy(t => t.Number).ToList();
        var units = await db.PartsAsync<TaskUnit>(matter, cancel);
        // Who passed a part on sees how far it is.
        bool Passed(SupervisionTask task) => TaskTree.Above(tasks, task).Any(t => mine.Contains(t.LeadUnitId));
        // 一事一报: what a unit reports is read by the office, the leaders and that unit alone.
        var narrow = item.Reporting == Reporting.Single;
        var told = tasks.Where(t => seesAll || Passed(t) || mine.Contains(t.LeadUnitId) || (!narrow && units.Any(u => u.TaskId == t.Id && (u.Part == UnitPart.Supporting || u.Part == UnitPart.Second) && mine.Contains(u.UnitId)))).Select(t => t.Id).ToHashSet();
        var feedbacks = (await db.PartsAsync<TaskFeedback>(matter, cancel)).Where(f => told.Contains(f.TaskId)).OrderBy(f => f.Id).ToList();
        var kept = feedbacks.Select(f => f.Id).ToHashSet();
        async Task<IReadOnlyList<T>> PartsAsync<T>(bool any) where T : class, IPartOfMatter => any ? await db.PartsAsync<T>(matter, cancel) : [];
        var evidence = (await PartsAsync<Evidence>(feedbacks.Count > 0)).Where(e => kept.Contains(e.FeedbackId)).OrderBy(e => e.Id).ToList();
        var files = (await PartsAsync<Attachment>(has.Files)).ToDictionary(a => a.Id);
        var steps = (await PartsAsync<Milestone>(has.Milestones)).OrderBy(m => m.DueOn).ThenBy(m => m.Id).ToList();
        var figures = (await PartsAsync<Indicator>(has.Indicators)).OrderBy(m => m.Id).ToList();
        var helps = (await PartsAsync<Help>(has.Helps)).OrderByDescending(h => h.Id).ToList();
        var agreements = (await PartsAsync<Agreement>(has.Agreements)).OrderBy(a => a.UnitId).ToList();
        var signs = (await PartsAsync<Countersign>(has.Countersigns)).Where(c => kept.Contains(c.FeedbackId)).OrderBy(c => c.UnitId).ToList();
        var views = new List<TaskView>();
        foreach (var task in tasks.Where(t => seesAll || Passed(t) || units.Any(u => u.TaskId == t.Id && mine.Contains(u.UnitId))))
        {
            var side = ActOnTask.SideOf(office, book, item, task.LeadUnitId);
            views.Add(new TaskView(task, NameOf(book, task.LeadUnitId), Names(UnitPart.Supporting), Names(UnitPart.Copied), Names(UnitPart.Second), side, Now(office, task, TaskLife.Open(TaskStanding.Of(task), side)),
                [.. Feedbacks([.. feedbacks.Where(f => f.TaskId == task.Id)], evidence, files).Select(f => f with { Signs = [.. signs.Where(s => s.FeedbackId == f.Feedback.Id).Select(s => (NameOf(book, s.UnitId), s))] })])
            {
                Plan = new PlanView([.. steps.Where(s => s.TaskId == task.Id)], [.. figures.Where(f => f.TaskId == task.Id)]),
                Helps = [.. helps.Where(h => h.TaskId == task.Id && told.Contains(task.Id))],
                Parts = PartsOf(tasks, task),
                Agreements = [.. agreements.Where(a => a.TaskId == task.Id && (seesAll || mine.Contains(a.UnitId))).Select(a => (NameOf(book, a.UnitId), a))],
            });

            string Names(UnitPart part) => string.Join('、', units.Where(u => u.TaskId == task.Id && u.Part == part).Select(u => NameOf(book, u.UnitId)));
        }

        return views;
    }

    private static string PartsOf(IReadOnlyList<SupervisionTask> all, SupervisionTask task)
    {
        var parts = all.Where(t => t.ParentNumber == task.Number && t.State != TaskState.Withdrawn).ToList();
        return parts.Count == 0 ? "" : $"{parts.Count}项，已销{parts.Count(p => p.State == TaskState.Closed)}项，平均进度{parts.Average(p => p.Progress):0}%";
    }

    /// Double supervision is offered for laggards alone.
    private static IReadOnlyList<TaskVerb> Now(Office office, SupervisionTask task, IReadOnlyList<TaskVerb> open) =>
        task.DueOn <= TaskDates.Before(office.Today, office.Rules.Value(SupervisionRules.DoubleAfter), office.Rules.Calendar) ? open : [.. open.Where(v => v != TaskVerb.Double)];

    private static List<FeedbackView> Feedbacks(IReadOnlyList<TaskFeedback> feedbacks, IReadOnlyList<Evidence> evidence, Dictionary<long, Attachment> files)
    {
        var views = new List<FeedbackView>();
        var (before, promised) = ("", "");
        foreach (var feedback in feedbacks)
        {
            views.Add(new FeedbackView(feedback, CopiedSentences.Mark(feedback.Text, before),
                [.. evidence.Where(e => e.FeedbackId == feedback.Id).Select(e => (e, e.AttachmentId is { } id ? files.GetValueOrDefault(id) : null))]) { Promised = promised });
            // What the unit's own head sent back was never reported.
            if (feedback.ApprovedBy.Length == 0) continue;
            before = feedback.Text;
            if (feedback.Promise.Length > 0) promised = feedback.Promise;
        }

        views.Reverse();
        return views;
    }

    private static string NameOf(OrganisationBook book, long unit) => book.Unit(unit)?.ShortName ?? "已撤销单位";
}
