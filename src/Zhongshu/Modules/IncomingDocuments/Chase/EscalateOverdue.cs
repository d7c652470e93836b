using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.IncomingDocuments.Chase;

/// 超期上报: what is still open so long after it was due is told, once, to the leader in charge of the section that has it; where none may know of
/// it, to the office director.
internal sealed class EscalateOverdue(Office office)
{
    public async Task<bool> RunAsync(long workItemId, CancellationToken cancel)
    {
        var item = await office.Db.Set<WorkItem>().SingleOrDefaultAsync(w => w.Id == workItemId && w.Status == WorkStatus.Open && w.RemindAt != null, cancel);
        var matter = item is null ? null : await office.Db.Set<Matter>().SingleOrDefaultAsync(m => m.Id == item.MatterId, cancel);
        if (item is null || matter is null) return false;
        var book = await office.BookAsync(cancel);
        await office.Db.LoadAccessAsync(matter.Id, cancel);
        var leaders = LeadersOf(book, item.Assignee).Where(l => MayKnow(matter, l)).ToList();
        var told = leaders.Count > 0 ? leaders : [.. Assigning.Directors(book, matter.UnitId, office.Today).Select(h => h.Person).Take(1)];
        item.RemindAt = null;
        var text = $"超期上报：“{item.StepTitle}”超期未办结，{Assigning.Name(book, item.Assignee, office.Today)}承办。";
        foreach (var leader in told)
        {
            office.Db.Grant(matter, Participant.Person(leader.Id), "超期上报", office.Now);
            office.Db.Add(new Notice { Id = office.Ids.Next(), PersonId = leader.Id, MatterId = matter.Id, Kind = "chase", Text = $"{text}{matter.Title}".Cut(300), Urgency = (int)matter.Urgency, At = office.Now });
        }

        office.Db.Record(matter, new Act("flow.escalated", $"{text}已报{string.Join('、', told.Select(l => l.Name))}。"), office.Ids, office.Now);
        try
        {
            await office.Db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody has just acted on the matter: the next sweep looks at it anew.
            return false;
        }
    }

    /// Whoever is in charge of the holder's unit today, and is not the holder.
    private IEnumerable<Person> LeadersOf(OrganisationBook book, long holder)
    {
        var unit = Assigning.UnitOf(book, holder, office.Today);
        return book.Portfolios.Where(p => p.UnitId == unit && p.Since <= office.Today && (p.Until is null || office.Today <= p.Until))
            .Select(p => book.Person(p.LeaderId)).OfType<Person>().Where(l => Participant.Person(l.Id).Value != holder).Distinct();
    }

    /// A matter of restricted knowledge is not made known by its being late.
    private bool MayKnow(Matter matter, Person leader) => matter.Classification <= leader.Clearance
        && (!matter.IsRestricted || office.Db.Set<MatterAccess>().Local.Any(a => a.MatterId == matter.Id && a.Subject == Participant.Person(leader.Id).Value));
}
