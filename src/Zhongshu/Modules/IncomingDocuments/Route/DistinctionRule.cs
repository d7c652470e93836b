using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 区分处理: what concerns several is not handed out by default; the director says by what he told them apart, names who joins in, or gives his reason (M1-B13).
internal static class DistinctionRule
{
    public static async Task<Refusal?> RefusesAsync(Office office, IncomingDocument document, StepAnswer answer, CancellationToken cancel)
    {
        if (answer is not { StepId: "routing", Verb: "complete", To: null or "handling" } || answer.Holders.Any(h => h.Step == "supporting-handling")) return null;
        if (answer.Field("distinction").Length > 0 || answer.Field("routingPrinciple").Length > 0 || answer.Field("routingReason").Length > 0) return null;
        var book = await office.BookAsync(cancel);
        var subjects = RoutingDoubts.Subjects(book, RoutingQuery.Words(office, document), document.UnitId);
        return subjects.Count == 0 ? null : new Refusal("incoming.distinction",
            $"这件来文涉及{string.Join('、', subjects)}，不能只按归口直接分出。请选择区分依据（{string.Join('、', office.Rules.Value(IncomingRules.Distinctions).Select(d => d.Word))}），或列明会办科室、写明分办理由。") { Field = "distinction" };
    }
}
