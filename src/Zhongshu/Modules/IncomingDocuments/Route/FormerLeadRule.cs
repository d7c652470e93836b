using Microsoft.EntityFrameworkCore;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 续来文 go on with the section that had the former document; another one takes it only with the reason written down (M1-B22).
internal static class FormerLeadRule
{
    public static async Task<Refusal?> RefusesAsync(Office office, IncomingDocument document, StepAnswer answer, CancellationToken cancel)
    {
        if (answer is not { StepId: "routing", Verb: "complete" } || answer.Field("routingReason").Length > 0) return null;
        var chosen = answer.Holders.Where(h => h.Step == "lead-handling").Select(h => new Participant(h.Participant)).FirstOrDefault();
        if (chosen.Kind != ParticipantKind.Section) return null;
        var former = await (
            from link in office.Db.Set<MatterLink>()
            join before in office.Db.Set<IncomingDocument>() on link.ToId equals before.MatterId
            where link.FromId == document.MatterId && link.Relation == RegisterDocument.FollowsRelation
            select before.LeadUnitId).FirstOrDefaultAsync(cancel);
        if (former is not { } lead || lead == chosen.Id) return null;
        var name = (await office.BookAsync(cancel)).Unit(lead)?.ShortName ?? "原承办科室";
        return new Refusal("incoming.former-lead", $"这是续来文，前件由{name}承办。改由其他科室承办的，请在“分办理由”里写明责任主体有什么变化。") { Field = "routingReason" };
    }
}
