using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Route;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments;

/// Who may be chosen at a step of 收文: leaders to instruct, sections and units to handle, both to read.
internal static class Holders
{
    public static async Task<IReadOnlyList<Candidate>> OfAsync(Office office, Matter matter, string stepId, CancellationToken cancel)
    {
        var book = await office.BookAsync(cancel);
        return stepId switch
        {
            "instruction" or "instruction-in-turn" => Leaders(book, matter, office.Today),
            "lead-handling" or "supporting-handling" => Units(book, matter, office.Today, await ProposedAsync(office, matter, cancel), stepId == "lead-handling"),
            "reading" => [.. Leaders(book, matter, office.Today), .. Units(book, matter, office.Today, [], proposes: false)],
            _ => [],
        };
    }

    private static async Task<IReadOnlyList<RoutingProposal>> ProposedAsync(Office office, Matter matter, CancellationToken cancel)
    {
        var document = await office.Db.Set<IncomingDocument>().AsNoTracking().SingleAsync(d => d.MatterId == matter.Id, cancel);
        return await RoutingQuery.ProposeAsync(office, document, cancel);
    }

    private static IReadOnlyList<Candidate> Leaders(OrganisationBook book, Matter matter, DateOnly day) =>
        [.. book.WithRole("leader", matter.UnitId, day).DistinctBy(l => l.Person.Id).OrderBy(l => l.Person.Precedence ?? int.MaxValue).Select(l => new Candidate(
            Participant.Person(l.Person.Id).Value, $"{l.Person.Name}（{l.Post.Name}）", "领导", InCharge(book, l.Person.Id, matter.Title, day)))];

    private static string? InCharge(OrganisationBook book, long leader, string title, DateOnly day)
    {
        var fields = book.Portfolios.Where(p => p.LeaderId == leader && p.Since <= day && (p.Until is null || day <= p.Until) && p.Field is not null)
            .SelectMany(p => p.Field!.Split([' ', '、'], StringSplitOptions.RemoveEmptyEntries)).Where(f => title.Contains(f, StringComparison.Ordinal)).ToList();
        return fields.Count == 0 ? null : $"分管{string.Join("、", fields)}";
    }

    private static IReadOnlyList<Candidate> Units(OrganisationBook book, Matter matter, DateOnly day, IReadOnlyList<RoutingProposal> proposals, bool proposes)
    {
        var best = proposals.Count > 0 ? proposals[0].UnitId : 0;
        var open = book.ChildrenOf(matter.UnitId).Where(u => u.Until is null || day <= u.Until).Where(u => book.MembersOf(u.Id, day).Any());
        return [.. open.Select(u => (Unit: u, Proposal: proposals.FirstOrDefault(p => p.UnitId == u.Id)))
            .OrderByDescending(u => u.Proposal?.Weight ?? 0).ThenBy(u => u.Unit.Kind).ThenBy(u => u.Unit.SortOrder)
            .Select(u => new Candidate(Participant.Section(u.Unit.Id).Value, u.Unit.ShortName, u.Unit.Kind == UnitKind.Section ? "科室" : "部门和下级单位",
                u.Proposal is null ? null : string.Join("；", u.Proposal.Reasons.Take(2).Select(r => $"{r.Principle}：{r.Text}")), proposes && u.Unit.Id == best))];
    }
}
