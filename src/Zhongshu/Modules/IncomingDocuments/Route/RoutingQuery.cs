using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Files;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// What the director is shown before he hands a document out.
internal sealed record RoutingView(IReadOnlyList<RoutingProposal> Proposals, IReadOnlyList<string> Subjects, IReadOnlyList<string> Notes);

/// Gathers what a routing proposal is drawn from.
internal static class RoutingQuery
{
    private const int Recent = 50;
    private const int RecentDisputes = 200;
    private const int Beginning = 4000;

    public static async Task<IReadOnlyList<RoutingProposal>> ProposeAsync(Office office, IncomingDocument document, CancellationToken cancel) =>
        RoutingRules.Propose(await office.BookAsync(cancel), await FactsAsync(office, document, cancel));

    public static async Task<RoutingView> ViewAsync(Office office, IncomingDocument document, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var facts = await FactsAsync(office, document, cancel) with { Content = await ContentAsync(office, document, cancel) };
        string?[] notes = [RoutingDoubts.TitleAgainstContent(book, facts, document.UnitId), StagesOfProjects.Gap(book, facts)];
        return new RoutingView(RoutingRules.Propose(book, facts), RoutingDoubts.Subjects(book, facts, document.UnitId), [.. notes.OfType<string>()]);
    }

    /// What the document and the rules say by themselves, without asking the database.
    public static RoutingFacts Words(Office office, IncomingDocument document) => new()
    {
        Title = document.Title,
        Substance = document.Substance,
        Day = office.Today,
        CoordinationWords = office.Rules.Value(IncomingRules.CoordinationWords),
        ProjectWords = office.Rules.Value(IncomingRules.ProjectWords),
        Stages = office.Rules.Value(IncomingRules.ProjectStages),
    };

    private static async Task<RoutingFacts> FactsAsync(Office office, IncomingDocument document, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        var documents = office.Db.Set<IncomingDocument>().AsNoTracking();
        var recent = await documents.Where(d => d.Sender == document.Sender && d.MatterId < document.MatterId)
            .OrderByDescending(d => d.MatterId).Take(Recent).Select(d => d.LeadUnitId).ToListAsync(cancel);
        var former = await (
            from link in office.Db.Set<MatterLink>()
            join before in office.Db.Set<IncomingDocument>() on link.ToId equals before.MatterId
            where link.FromId == document.MatterId && link.Relation == Register.RegisterDocument.FollowsRelation
            select before.LeadUnitId).FirstOrDefaultAsync(cancel);
        var disputes = await documents.Where(d => d.RoutingPrinciple != "" && d.LeadUnitId != null && d.MatterId < document.MatterId).OrderByDescending(d => d.MatterId).Take(RecentDisputes)
            .Select(d => new SettledDispute(d.RegistryNumber, d.Title, d.LeadUnitId!.Value, d.RoutingPrinciple)).ToListAsync(cancel);
        return Words(office, document) with
        {
            Precedents = recent.OfType<long>().CountBy(id => id).ToDictionary(c => c.Key, c => c.Value),
            FormerLead = former,
            ReceiverUnit = book.PostsOf(document.FirstReceiverId, office.Today).FirstOrDefault()?.UnitId ?? 0,
            Disputes = disputes,
        };
    }

    private static async Task<string> ContentAsync(Office office, IncomingDocument document, CancellationToken cancel) => await (
        from file in office.Db.Set<Attachment>().AsNoTracking()
        join text in office.Db.Set<FileText>() on file.Hash equals text.Hash
        where file.MatterId == document.MatterId && file.Role == "original"
        select text.Text.Length > Beginning ? text.Text.Substring(0, Beginning) : text.Text).FirstOrDefaultAsync(cancel) ?? "";
}
