using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Flow;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.IncomingDocuments;

/// 收文 as a kind of matter: fields for the flow's conditions, boxes of the slip, what follows when the flow ends.
internal sealed class IncomingKindOfMatter : MatterKind
{
    public const string Name = "incoming";

    public override string Kind => Name;

    public override string Title => "收文";

    public override OpinionKind OpinionAt(string stepId) => stepId switch
    {
        "propose" => OpinionKind.Proposal,
        "instruct" => OpinionKind.Instruction,
        "countersign" => OpinionKind.Countersign,
        "review" => OpinionKind.Review,
        "circulate" => OpinionKind.Reading,
        _ => OpinionKind.Handling,
    };

    public override async Task<FlowCase> CaseAsync(Office office, Matter matter, CancellationToken cancel) =>
        await CaseAsync(office, matter, await office.Db.Set<IncomingDocument>().SingleAsync(d => d.MatterId == matter.Id, cancel));

    public static Task<FlowCase> CaseAsync(Office office, Matter matter, IncomingDocument document)
    {
        var fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            ["urgency"] = (int)matter.Urgency,
            ["classification"] = matter.Classification,
            ["kind"] = (int)document.Kind,
            ["pages"] = document.Pages,
        };
        return Task.FromResult(new FlowCase(fields, _ => null));
    }

    public override async Task AfterAsync(Office office, Matter matter, FlowMove move, CancellationToken cancel)
    {
        var document = await office.Db.Set<IncomingDocument>().SingleAsync(d => d.MatterId == matter.Id, cancel);
        document.FirstSentAt ??= office.Now;
        switch (move.State.Status)
        {
            case FlowStatus.Ended:
                matter.State = MatterState.Closed;
                matter.ClosedAt = office.Now;
                document.State = IncomingState.Closed;
                document.ClosedAt = office.Now;
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

    public static string RegistryNumber(string unit, int year, long serial) => string.Create(CultureInfo.InvariantCulture, $"{unit}收〔{year}〕{serial}号");
}
