using Zhongshu.Flow;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision;

/// 督办事项 as a kind of matter. Its work does not run on a flow definition: TaskLife decides, and the pieces on desks follow it.
internal sealed class SupervisionKindOfMatter : MatterKind
{
    public const string Name = "supervision";

    public override string Kind => Name;

    public override string Title => "督办事项";

    public override string Address(string code) => $"supervision/{code}";

    public override Task<FlowCase> CaseAsync(Office office, Matter matter, CancellationToken cancel) =>
        Task.FromResult(new FlowCase(new Dictionary<string, FieldValue>(StringComparer.Ordinal), _ => null));

    public override OpinionKind OpinionAt(string stepId) => OpinionKind.Handling;
}
