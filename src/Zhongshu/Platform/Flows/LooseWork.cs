using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Platform.Flows;

/// A piece of work that a module puts on a desk without a flow definition. Track is what it belongs to within the matter; one piece of a track is open at a time.
internal sealed record Work(long Track, int Number, string StepId, string StepTitle, Participant Holder, DateTimeOffset? DueAt);

/// 待办 outside a flow: the same rows, so that desks, hand-over and delegation serve them alike. The caller saves.
internal static class LooseWork
{
    /// Puts work on a desk, with sight of the matter and a notice; whoever is away is stepped in for.
    public static async Task PlaceAsync(this Office office, Matter matter, Work work, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var (receiver, meantFor) = Assigning.Receiver(book, work.Holder, office.Now, matter.Classification);
        office.Db.Add(new WorkItem
        {
            Id = office.Ids.Next(),
            MatterId = matter.Id,
            InstanceId = work.Track,
            Number = work.Number,
            StepId = work.StepId,
            StepTitle = work.StepTitle,
            Kind = WorkKind.Handle,
            OpenedAt = office.Now,
            DueAt = work.DueAt,
            Assignee = receiver.Value,
            OriginalAssignee = meantFor,
        });
        office.Db.Grant(matter, receiver, work.StepTitle, office.Now);
        var text = $"待办（{work.StepTitle}）：{matter.Title}";
        foreach (var person in Assigning.Persons(book, receiver.Value, office.Today).Where(p => p != office.Actor.PersonId))
            office.Tell(matter, person, "work", text);
    }

    /// Takes the open work of a step, or of every step that begins so where it ends with a hyphen, off its desk: done by the actor when it was his, or simply over.
    /// The matter's open work has been loaded before.
    public static void Lift(this Office office, long track, string stepId)
    {
        var all = stepId.EndsWith('-');
        foreach (var item in office.Db.Held<WorkItem>().Where(w => w.InstanceId == track && (w.StepId == stepId || (all && w.StepId.StartsWith(stepId, StringComparison.Ordinal))) && w.Status == WorkStatus.Open))
        {
            var mine = office.Actor.Subjects.Contains(item.Assignee);
            item.Status = mine ? WorkStatus.Done : WorkStatus.Cancelled;
            item.DoneAt = office.Now;
            item.DoneBy = mine ? office.Actor.PersonId : null;
        }
    }

    /// Work goes to somebody else as it stands.
    public static async Task PassWorkAsync(this Office office, Matter matter, long itemId, Participant to, CancellationToken cancel)
    {
        var row = await office.Db.Set<WorkItem>().SingleAsync(w => w.Id == itemId, cancel);
        row.Assignee = to.Value;
        office.Db.Grant(matter, to, row.StepTitle, office.Now);
        var book = await office.BookAsync(cancel);
        var others = await office.Db.Set<WorkItem>().Where(w => w.MatterId == matter.Id && w.Id != itemId && w.Status == WorkStatus.Open).Select(w => w.Assignee).ToListAsync(cancel);
        matter.Holder = office.HolderNames(book, [to.Value, .. others]);
        foreach (var person in Assigning.Persons(book, to.Value, office.Today)) office.Tell(matter, person, "work", $"待办（{row.StepTitle}）：{matter.Title}");
    }

    public static string HolderNames(this Office office, Organisation.OrganisationBook book, IEnumerable<long> holders)
    {
        var names = holders.Distinct().Select(h => Assigning.Name(book, h, office.Today)).ToList();
        var text = string.Join('、', names.Take(4)) + (names.Count > 4 ? $" 等{names.Count}处" : "");
        return Notice.Fit(text, 200);
    }

    public static void Tell(this Office office, Matter matter, long person, string kind, string text) =>
        office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = person, MatterId = matter.Id, Kind = kind, Text = Notice.Fit(text, 300), Urgency = (int)matter.Urgency, At = office.Now });
}
