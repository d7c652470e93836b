using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.Supervision.Act;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Supervision.Show;

/// A feedback with its evidence, its copied sentences marked.
public sealed record FeedbackView(TaskFeedback Feedback, IReadOnlyList<SentencePiece> Pieces, IReadOnlyList<(Evidence Evidence, Attachment? File)> Evidence);

/// A task as this reader sees it, with what he may do now.
public sealed record TaskView(SupervisionTask Task, string Lead, string Supporting, string Copied, Side Side, IReadOnlyList<TaskVerb> Verbs, IReadOnlyList<FeedbackView> Feedbacks);

/// All that the page of one item shows.
internal sealed record ItemView
{
    public required Matter Matter { get; init; }

    public required SupervisionItem Item { get; init; }

    public required IReadOnlyList<Basis> Bases { get; init; }

    public required IReadOnlyList<TaskView> Tasks { get; init; }

    public required IReadOnlyList<SentLetter> Letters { get; init; }

    /// 来源事项
    public required IReadOnlyList<(string Code, string Title)> From { get; init; }

    public required IReadOnlyList<TrailEntry> Trail { get; init; }

    /// The whole item is this reader's to see: the office and the leaders; a unit sees its own tasks.
    public required bool SeesAll { get; init; }

    public static async Task<ItemView?> ReadAsync(Office office, string code, CancellationToken cancel)
    {
        var db = office.Db;
        var matter = await db.Set<Matter>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == code && m.Kind == SupervisionKindOfMatter.Name, cancel);
        if (matter is null) return null;
        var id = matter.Id;
        var item = await db.Set<SupervisionItem>().AsNoTracking().SingleAsync(i => i.MatterId == id, cancel);
        var bases = await db.Set<Basis>().AsNoTracking().Where(b => b.MatterId == id).OrderBy(b => b.Id).ToListAsync(cancel);
        var seesAll = SeesWhole(office, item, bases);
        return new ItemView
        {
            Matter = matter,
            Item = item,
            Bases = bases,
            Tasks = await TasksAsync(office, item, seesAll, cancel),
            Letters = await db.Set<SentLetter>().AsNoTracking().Where(l => l.MatterId == id).OrderBy(l => l.Id).ToListAsync(cancel),
            From = [.. (await (from link in db.Set<MatterLink>() join source in db.Set<Matter>() on link.ToId equals source.Id
                where link.FromId == id && link.Relation == DocketItem.Relation
                select new { source.Code, source.Title }).ToListAsync(cancel)).Select(s => (s.Code, s.Title))],
            Trail = await db.Set<TrailEntry>().AsNoTracking().Where(t => t.MatterId == id).OrderByDescending(t => t.Sequence).Take(200).ToListAsync(cancel),
            SeesAll = seesAll,
        };
    }

    private static bool SeesWhole(Office office, SupervisionItem item, IReadOnlyList<Basis> bases)
    {
        var actor = office.Actor;
        if (actor.SeesAll || actor.May("supervision.check") || actor.May("matters.read-office")) return actor.SeesAll || actor.HomeUnitId == item.UnitId;
        return bases.Any(b => b.LeaderId is { } leader && (leader == actor.PersonId || actor.RecordsFor.Contains(leader)));
    }

    private static async Task<IReadOnlyList<TaskView>> TasksAsync(Office office, SupervisionItem item, bool seesAll, CancellationToken cancel)
    {
        var (db, id) = (office.Db, item.MatterId);
        var book = await office.BookAsync(cancel);
        var mine = Receivers.UnitsOf(book, office.Actor);
        var tasks = await db.Set<SupervisionTask>().AsNoTracking().Where(t => t.MatterId == id).OrderBy(t => t.Number).ToListAsync(cancel);
        var units = await db.Set<TaskUnit>().AsNoTracking().Where(u => u.MatterId == id).ToListAsync(cancel);
        // 一事一报: what a unit reports is read by the office, the leaders and that unit alone.
        var narrow = item.Reporting == Reporting.Single;
        var told = tasks.Where(t => seesAll || mine.Contains(t.LeadUnitId) || (!narrow && units.Any(u => u.TaskId == t.Id && u.Part == UnitPart.Supporting && mine.Contains(u.UnitId)))).Select(t => t.Id).ToList();
        var feedbacks = await db.Set<TaskFeedback>().AsNoTracking().Where(f => told.Contains(f.TaskId)).OrderBy(f => f.Id).ToListAsync(cancel);
        var kept = feedbacks.Select(f => f.Id).ToList();
        var evidence = await db.Set<Evidence>().AsNoTracking().Where(e => kept.Contains(e.FeedbackId)).OrderBy(e => e.Id).ToListAsync(cancel);
        var files = await db.Set<Attachment>().AsNoTracking().Where(a => a.MatterId == id).ToDictionaryAsync(a => a.Id, cancel);
        var views = new List<TaskView>();
        foreach (var task in tasks.Where(t => seesAll || units.Any(u => u.TaskId == t.Id && mine.Contains(u.UnitId))))
        {
            var side = ActOnTask.SideOf(office, book, item, task.LeadUnitId);
            views.Add(new TaskView(task, NameOf(book, task.LeadUnitId), Names(UnitPart.Supporting), Names(UnitPart.Copied), side, TaskLife.Open(TaskStanding.Of(task), side),
                Feedbacks([.. feedbacks.Where(f => f.TaskId == task.Id)], evidence, files)));

            string Names(UnitPart part) => string.Join('、', units.Where(u => u.TaskId == task.Id && u.Part == part).Select(u => NameOf(book, u.UnitId)));
        }

        return views;
    }

    private static List<FeedbackView> Feedbacks(IReadOnlyList<TaskFeedback> feedbacks, IReadOnlyList<Evidence> evidence, Dictionary<long, Attachment> files)
    {
        var views = new List<FeedbackView>();
        var before = "";
        foreach (var feedback in feedbacks)
        {
            views.Add(new FeedbackView(feedback, CopiedSentences.Mark(feedback.Text, before),
                [.. evidence.Where(e => e.FeedbackId == feedback.Id).Select(e => (e, e.AttachmentId is { } id ? files.GetValueOrDefault(id) : null))]));
            if (feedback.State != FeedbackState.HeadReview) before = feedback.Text;
        }

        views.Reverse();
        return views;
    }

    private static string NameOf(OrganisationBook book, long unit) => book.Unit(unit)?.ShortName ?? "已撤销单位";
}
