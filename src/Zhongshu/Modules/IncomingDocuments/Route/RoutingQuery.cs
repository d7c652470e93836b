using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// Gathers what a routing proposal is drawn from.
internal static class RoutingQuery
{
    private const int Recent = 50;

    public static async Task<IReadOnlyList<RoutingProposal>> ProposeAsync(Office office, IncomingDocument document, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var recent = await office.Db.Set<IncomingDocument>().AsNoTracking()
            .Where(d => d.Sender == document.Sender && d.MatterId < document.MatterId)
            .OrderByDescending(d => d.MatterId).Take(Recent).Select(d => d.LeadUnitId).ToListAsync(cancel);
        var former = await (
            from link in office.Db.Set<MatterLink>()
            join before in office.Db.Set<IncomingDocument>() on link.ToId equals before.MatterId
            where link.FromId == document.MatterId && link.Relation == "续来文"
            select before.LeadUnitId).FirstOrDefaultAsync(cancel);
        return RoutingRules.Propose(book, new RoutingFacts
        {
            Title = document.Title,
            Substance = document.Substance,
            Day = office.Today,
            Precedents = recent.OfType<long>().CountBy(id => id).ToDictionary(c => c.Key, c => c.Value),
            FormerLead = former,
            ReceiverUnit = book.PostsOf(document.FirstReceiverId, office.Today).FirstOrDefault()?.UnitId ?? 0,
        });
    }
}
