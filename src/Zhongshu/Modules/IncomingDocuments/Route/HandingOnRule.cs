using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 首问负责 on a document: the first person hands it on to a named section only, and is free of it once a section leads.
internal static class HandingOnRule
{
    public static async Task<Refusal?> RefusesAsync(Office office, IncomingDocument document, StepAnswer answer, CancellationToken cancel)
    {
        if (document.FirstReceiverId != office.Actor.PersonId || answer.Verb is not ("complete" or "forward")) return null;
        var book = await office.BookAsync(cancel);
        if (SectionOf(book, answer, office.Today) is not { } section) return null;
        if (await FirstAsync(office, document, cancel) is not { } first) return null;
        var reason = answer.Field("routingReason") is { Length: > 0 } said ? said : answer.Opinion;
        // Within his own section he may pass it as he likes: the section goes on answering for it.
        return section == first.UnitId ? null : FirstContactRule.RefusesHandingOn(first, book, office.Actor, new HandingOn(document.Title, section, reason, office.Today));
    }

    /// A section has the lead: the first person is free.
    public static async Task TakeAsync(Office office, IncomingDocument document, CancellationToken cancel)
    {
        if (document.LeadUnitId is { } lead && await FirstAsync(office, document, cancel) is { HandedToUnitId: null } first) FirstContactRule.HandOn(first, lead, office.Now);
    }

    public static Task<FirstContact?> FirstAsync(Office office, IncomingDocument document, CancellationToken cancel) =>
        office.Db.Set<FirstContact>().SingleOrDefaultAsync(f => f.MatterId == document.MatterId, cancel);

    private static long? SectionOf(OrganisationBook book, StepAnswer answer, DateOnly day)
    {
        var chosen = answer.Holders.Where(h => h.Step is "lead-handling" or "").Select(h => new Participant(h.Participant)).FirstOrDefault();
        return chosen.Kind switch
        {
            ParticipantKind.Section => chosen.Id,
            ParticipantKind.Person when chosen.Id != 0 => book.PostsOf(chosen.Id, day).FirstOrDefault()?.UnitId,
            _ => null,
        };
    }
}
