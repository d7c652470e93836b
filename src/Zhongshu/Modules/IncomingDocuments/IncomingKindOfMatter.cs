using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Modules.FairCopies.Contracts;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.IncomingDocuments;

/// 收文 as a kind of matter: fields for the flow's conditions, boxes of the slip, what follows when the flow ends.
internal sealed class IncomingKindOfMatter(OfficeFonts fonts) : MatterKind
{
    public const string Name = "incoming";

    private static readonly CompiledQuery<long, IncomingDocument> DocumentOf = new((db, matterId) =>
        db.Set<IncomingDocument>().IgnoreQueryFilters().Single(d => d.MatterId == matterId));

    // One step asks several times; the first answer is kept by the context.
    private static async Task<IncomingDocument> DocumentAsync(Office office, Matter matter, CancellationToken cancel) =>
        office.Db.Held<IncomingDocument>(["MatterId"], [matter.Id]) ?? await DocumentOf.AskAsync(office.Db, matter.Id, cancel);

    public override string Kind => Name;

    public override string Title => "收文";

    public override OpinionKind OpinionAt(string stepId) => stepId switch
    {
        "proposed-handling" or "routing" => OpinionKind.Proposal,
        "instruction" or "instruction-in-turn" => OpinionKind.Instruction,
        "supporting-handling" => OpinionKind.Countersign,
        "closing-review" => OpinionKind.Review,
        "reading" => OpinionKind.Reading,
        _ => OpinionKind.Handling,
    };

    public override async Task<FlowCase> CaseAsync(Office office, Matter matter, CancellationToken cancel) =>
        Case(office, matter, await DocumentAsync(office, matter, cancel));

    public static FlowCase Case(Office office, Matter matter, IncomingDocument document)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["nature"] = document.IsForReading ? "阅件" : "办件",
            ["urgency"] = office.Rules.Value(DeadlineRules.Urgencies).First(u => u.Rank == (int)matter.Urgency).Word,
        };
        return new FlowCase(fields, step => IncomingFigures.DueAt(office, document, step.Id));
    }

    public override Task<IReadOnlyList<Candidate>> CandidatesAsync(Office office, Matter matter, string stepId, CancellationToken cancel) =>
        Holders.OfAsync(office, matter, stepId, cancel);

    public override async Task<IReadOnlyList<string>> PhrasesAsync(Office office, Matter matter, string stepId, CancellationToken cancel) =>
        stepId is "proposed-handling" or "routing" ? await Route.ProposalPhrases.FilledAsync(office, matter, await DocumentAsync(office, matter, cancel), cancel)
        : OpinionAt(stepId) == OpinionKind.Instruction ? ["同意。", "已阅。", "请按拟办意见办理。"] : [];

    public override Type Panel => typeof(Find.IncomingPanel);

    public override Type? StepFields(string stepId) => stepId switch
    {
        "proposed-handling" => typeof(Route.ProposalFields),
        "routing" => typeof(Route.RoutingFields),
        "closing-review" => typeof(Answer.ClosingFields),
        "lead-handling" or "supporting-handling" => typeof(Demands.DemandNote),
        _ => null,
    };

    public override async Task<Refusal?> TakeAsync(Office office, Matter matter, StepAnswer answer, CancellationToken cancel)
    {
        var document = await DocumentAsync(office, matter, cancel);
        if (Answer.Closing.Ends(answer)) return await Answer.Closing.TakeAsync(office, document, answer, cancel);
        if (await Route.HandingOnRule.RefusesAsync(office, document, answer, cancel) is { } no) return no;
        if (await Route.DistinctionRule.RefusesAsync(office, document, answer, cancel) is { } several) return several;
        if (await Route.FormerLeadRule.RefusesAsync(office, document, answer, cancel) is { } changed) return changed;
        return Route.StepFieldRules.Take(office.Rules, document, answer);
    }

    public override async Task AfterAsync(Office office, Matter matter, FlowMove move, CancellationToken cancel)
    {
        var document = await DocumentAsync(office, matter, cancel);
        // 当日件当日办: looking at a document, or claiming it, does not send it on.
        if (move.State.Items.Any(i => i.Status == ItemStatus.Done)) document.FirstSentAt ??= office.Now;
        if (TakeHolders(document, move, office.Now)) await Route.HandingOnRule.TakeAsync(office, document, cancel);
        switch (move.State.Status)
        {
            case FlowStatus.Ended:
                matter.State = MatterState.Closed;
                matter.ClosedAt = office.Now;
                document.State = IncomingState.Closed;
                document.ClosedAt = office.Now;
                Answer.Closing.Record(office, matter, document);
                break;
            case FlowStatus.Suspended:
                matter.State = MatterState.Suspended;
                break;
            case FlowStatus.Terminated or FlowStatus.Rejected:
                matter.State = MatterState.Ended;
                matter.ClosedAt = office.Now;
                break;
            default:
                matter.State = MatterState.Open;
                break;
        }
    }

    public override bool IsFiled => true;

    public override Task<IReadOnlyDictionary<long, FilingFacts>> FilingAsync(Office office, IReadOnlyList<long> matters, CancellationToken cancel) =>
        FilingOfDocument.FactsAsync(office, matters, cancel);

    public override Task<FiledSlip?> SlipAsync(Office office, Matter matter, CancellationToken cancel) => Print.SlipOfDocument.FileAsync(office, matter.Code, fonts, cancel);

    public override Task FiledAsync(Office office, Matter matter, FiledAs filed, CancellationToken cancel) => FilingOfDocument.TakeAsync(office, matter.Id, filed, cancel);

    /// 主办、会办科室 as the director named them; a second naming counts as 改派 (M1-B25).
    private static bool TakeHolders(IncomingDocument document, FlowMove move, DateTimeOffset now)
    {
        var lead = UnitsOf(move, "lead-handling").FirstOrDefault();
        if (lead != 0)
        {
            if (document.LeadUnitId is { } before && before != lead) document.Rerouted++;
            document.LeadUnitId = lead;
            document.RoutedAt ??= now;
        }

        var supporting = UnitsOf(move, "supporting-handling").ToList();
        if (supporting.Count > 0) document.SupportingUnits = string.Join(',', supporting);
        return lead != 0;
    }

    private static IEnumerable<long> UnitsOf(FlowMove move, string stepId) => move.Arrived.Where(a => a.StepId == stepId)
        .Select(a => new Platform.Access.Participant(a.Assignee)).Where(p => p.Kind == Platform.Access.ParticipantKind.Section).Select(p => p.Id);
}
