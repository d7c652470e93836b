namespace Zhongshu.Modules.IncomingDocuments.Route;

/// What speaks for a section or unit: the principle, in the words of the rule, and the reason.
internal sealed record RoutingReason(string Principle, string Text, double Weight);

/// One proposed holder with all that speaks for it, the strongest reason first. A proposal is never sent unasked.
internal sealed record RoutingProposal(long UnitId, string UnitName, IReadOnlyList<RoutingReason> Reasons)
{
    public double Weight => Reasons.Sum(r => r.Weight);
}

/// A dispute over routing that was settled before: what it was about, who got it, by which principle.
internal sealed record SettledDispute(string RegistryNumber, string Title, long UnitId, string Principle);

/// The facts that a proposal is drawn from.
internal sealed record RoutingFacts
{
    /// Title and 诉求实质; the substance counts before the title (M1-B19).
    public required string Title { get; init => field = Topical(value); }

    public string Substance { get; init => field = Topical(value); } = "";

    /// The beginning of the text itself, to be held against the title.
    public string Content { get; init => field = Topical(value); } = "";

    public required DateOnly Day { get; init; }

    /// How often each unit led former documents of this sender.
    public IReadOnlyDictionary<long, int> Precedents { get; init; } = new Dictionary<long, int>();

    /// Who led the matter that this document follows (M1-B21).
    public long? FormerLead { get; init; }

    /// The section of whoever received it first.
    public long ReceiverUnit { get; init; }

    public IReadOnlyList<SettledDispute> Disputes { get; init; } = [];

    public IReadOnlyList<string> CoordinationWords { get; init; } = [];

    public IReadOnlyList<string> ProjectWords { get; init; } = [];

    public IReadOnlyList<ProjectStage> Stages { get; init; } = [];

    public bool Mentions(string word) => Title.Contains(word, StringComparison.Ordinal) || Substance.Contains(word, StringComparison.Ordinal);

    public bool AsksForCoordination => CoordinationWords.Any(Mentions);

    /// 人民政府 holds the letters of 民政 and speaks of no civil affairs.
    private static string Topical(string text) => text.Replace("人民政府", "政府", StringComparison.Ordinal);
}

/// Proposals gathered by unit while the rules speak one after the other.
internal sealed class RoutingTally
{
    public Dictionary<long, List<RoutingReason>> Found { get; } = [];

    public void Add(long unit, RoutingReason reason)
    {
        if (!Found.TryGetValue(unit, out var reasons)) Found[unit] = reasons = [];
        reasons.Add(reason);
    }
}
