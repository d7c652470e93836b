using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Platform.Matters;

/// What a module says of its matters, so that one page and one set of flow verbs serve every kind.
internal abstract class MatterKind
{
    /// As in Matter.Kind: incoming, outgoing …
    public abstract string Kind { get; }

    /// 收文, 发文 …
    public abstract string Title { get; }

    /// Where a matter of this kind is shown.
    public virtual string Address(string code) => $"matters/{code}";

    /// The fields that conditions ask for and the deadlines of the steps.
    public abstract Task<FlowCase> CaseAsync(Office office, Matter matter, CancellationToken cancel);

    /// In which box of the slip an opinion given at this step stands.
    public abstract OpinionKind OpinionAt(string stepId);

    /// Who may be chosen for a coming step, the proposed ones marked with the reason. Empty: anybody of the unit.
    public virtual Task<IReadOnlyList<Candidate>> CandidatesAsync(Office office, Matter matter, string stepId, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Candidate>>([]);

    /// Ready sentences for an opinion at this step (常用语).
    public virtual Task<IReadOnlyList<string>> PhrasesAsync(Office office, Matter matter, string stepId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    /// The component that shows the module's own fields on the matter's page; it takes the parameter MatterId.
    public virtual Type? Panel => null;

    /// The component with the module's own fields of the form at a step (三问 at 拟办 …); it takes MatterId and StepId. Null for none.
    public virtual Type? StepFields(string stepId) => null;

    /// Checks and takes over the module's own fields that came with an answer. Called before the flow decides.
    public virtual Task<Refusal?> TakeAsync(Office office, Matter matter, StepAnswer answer, CancellationToken cancel) => Task.FromResult<Refusal?>(null);

    /// After the flow moved, before the one save: the module draws its conclusions (办结 when the flow has ended …).
    public virtual Task AfterAsync(Office office, Matter matter, FlowMove move, CancellationToken cancel) => Task.CompletedTask;

    /// Whether closed matters of this kind go to the archive, piece by piece (归档).
    public virtual bool IsFiled => false;

    /// What these closed matters bring to the archive, by matter id.
    public virtual Task<IReadOnlyDictionary<long, FilingFacts>> FilingAsync(Office office, IReadOnlyList<long> matters, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<long, FilingFacts>>(new Dictionary<long, FilingFacts>());

    /// The processing slip as it goes into the file; null for kinds without one.
    public virtual Task<FiledSlip?> SlipAsync(Office office, Matter matter, CancellationToken cancel) => Task.FromResult<FiledSlip?>(null);

    /// The archive has taken the matter, in the same save.
    public virtual Task FiledAsync(Office office, Matter matter, FiledAs filed, CancellationToken cancel) => Task.CompletedTask;
}

/// An answer at a step, as the module sees it.
internal sealed record StepAnswer(string StepId, string Verb, string? Opinion, IReadOnlyDictionary<string, string> Fields)
{
    /// The step that was chosen to go to, if any.
    public string? To { get; init; }

    /// The chosen holders, each with the step it was chosen for.
    public IReadOnlyList<(string Step, long Participant)> Holders { get; init; } = [];

    public string Field(string name) => Fields.GetValueOrDefault(name, "").Trim();
}

/// What another module shows beside a matter's own file, such as 转督办: a component that takes the parameter MatterId and draws nothing where it has nothing to say.
internal sealed record MatterPart(Type Component);

/// The kinds of this installation by name.
internal sealed class MatterKinds(IEnumerable<MatterKind> kinds)
{
    private readonly Dictionary<string, MatterKind> _byName = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    public MatterKind Of(Matter matter) => _byName[matter.Kind];

    /// The kinds that go to the archive.
    public IReadOnlyList<string> Filed { get; } = [.. kinds.Where(k => k.IsFiled).Select(k => k.Kind)];

    public string TitleOf(string kind) => _byName.TryGetValue(kind, out var known) ? known.Title : kind;
}
