namespace Zhongshu.Modules.Matters.Act;

/// One move on a matter, as a page or a program sends it. Which fields count depends on the verb (docs/FLOW.md).
internal sealed record ActForm
{
    /// Number of the work item within the flow; 0 for the verbs on the whole flow.
    public int Item { get; init; }

    /// complete, approve, reject, return, recall, forward, delegate, add-sign, remove-sign, claim, release, seen, circulate, chase, suspend, resume, terminate, jump
    public string Verb { get; init; } = "";

    public string? Opinion { get; init; }

    /// The date under the opinion; today when absent.
    public DateOnly? WrittenOn { get; init; }

    /// 代录: the leader whose instruction it is.
    public long For { get; init; }

    /// The chosen way on, when the step offers several; for return and jump the step to go to.
    public string? To { get; init; }

    /// Holders chosen for coming steps; for forward, delegate, add-sign, circulate under the step "".
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// add-sign: before, beside, after. return: walk, back. free step: all, any, in-order.
    public string? Mode { get; init; }

    public int Level { get; init; }

    /// The matter's version that the person saw; a later one refuses the move as stale. Null: not checked.
    public int? Version { get; init; }

    /// The module's own fields.
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public Platform.Matters.StepAnswer AnswerAt(string stepId) => new(stepId, Verb, Opinion, Fields)
    {
        To = To,
        Holders = [.. Choices.SelectMany(c => c.Participants.Select(p => (c.Step, p)))],
    };
}

/// Participants chosen for a step, with a due instant when the submitter set one. A program that leaves one of them out has chosen nobody.
internal sealed record Choice(string? Step, IReadOnlyList<long>? Participants, DateTimeOffset? Due = null)
{
    public string Step { get; } = Step ?? "";

    public IReadOnlyList<long> Participants { get; } = Participants ?? [];
}
