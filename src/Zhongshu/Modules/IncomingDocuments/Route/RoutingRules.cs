using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// What speaks for a section or unit: the principle, in the words of the rule, and the reason.
internal sealed record RoutingReason(string Principle, string Text, double Weight);

/// One proposed holder with all that speaks for it, the strongest reason first. A proposal is never sent unasked.
internal sealed record RoutingProposal(long UnitId, string UnitName, IReadOnlyList<RoutingReason> Reasons)
{
    public double Weight => Reasons.Sum(r => r.Weight);
}

/// The facts that a proposal is drawn from.
internal sealed record RoutingFacts
{
    /// Title and 诉求实质; the substance counts before the title (M1-B19).
    public required string Title { get; init; }

    public string Substance { get; init; } = "";

    public required DateOnly Day { get; init; }

    /// How often each unit led former documents of this sender.
    public IReadOnlyDictionary<long, int> Precedents { get; init; } = new Dictionary<long, int>();

    /// Who led the matter that this document follows (M1-B21).
    public long? FormerLead { get; init; }

    /// The section of whoever received it first.
    public long ReceiverUnit { get; init; }
}

/// 分办建议 by the stated order: 遵从职能、依循先例、综合优先、按量定责、归口负责、接件即办. Pure.
internal static class RoutingRules
{
    private const double Followed = 6;
    private const double BySubstance = 4;
    private const double ByTitle = 3;
    private const double ByField = 2.5;
    private const double ByPrecedent = 2;
    private const double ByCoordination = 1.5;
    private const double ByQuantity = 0.5;
    private const double ByReceiver = 0.1;

    public static IReadOnlyList<RoutingProposal> Propose(OrganisationBook book, RoutingFacts facts, int most = 4)
    {
        var found = new Dictionary<long, List<RoutingReason>>();
        foreach (var duty in book.Duties.Where(d => d.Since <= facts.Day && (d.Until is null || facts.Day <= d.Until))) ByDuty(found, duty, facts);
        ByFormer(found, facts);
        Coordinate(found, book, facts);
        if (found.Count == 0 && facts.ReceiverUnit != 0) Add(found, facts.ReceiverUnit, new("接件即办", "职责库和先例都没有相近的，由接件科室先办", ByReceiver));
        return [.. found.Where(f => book.Unit(f.Key) is { } unit && (unit.Until is null || facts.Day <= unit.Until))
            .Select(f => new RoutingProposal(f.Key, book.Unit(f.Key)!.ShortName, [.. f.Value.OrderByDescending(r => r.Weight)]))
            .OrderByDescending(p => p.Weight).ThenBy(p => p.UnitId).Take(most)];
    }

    private static void ByDuty(Dictionary<long, List<RoutingReason>> found, Duty duty, RoutingFacts facts)
    {
        var words = duty.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var inSubstance = words.Where(w => facts.Substance.Contains(w, StringComparison.Ordinal)).ToList();
        var inTitle = words.Where(w => facts.Title.Contains(w, StringComparison.Ordinal)).ToList();
        var hits = inSubstance.Count > 0 ? inSubstance : inTitle;
        if (hits.Count == 0) return;
        var principle = duty.Kind switch { DutyKind.Field => "归口负责", DutyKind.Coordination => "综合优先", _ => "遵从职能" };
        var where = inSubstance.Count > 0 ? "诉求实质" : "标题";
        var weight = duty.Kind == DutyKind.Field ? ByField : inSubstance.Count > 0 ? BySubstance : ByTitle;
        Add(found, duty.UnitId, new(principle, $"{where}涉及“{string.Join("、", hits)}”，属其职责：{duty.Title}", weight));
        if (hits.Count > 1) Add(found, duty.UnitId, new("按量定责", $"所涉事项{hits.Count}项", ByQuantity * (hits.Count - 1)));
    }

    private static void ByFormer(Dictionary<long, List<RoutingReason>> found, RoutingFacts facts)
    {
        if (facts.FormerLead is { } former) Add(found, former, new("依循先例", "同一事项的前件由其承办", Followed));
        var total = facts.Precedents.Values.Sum();
        foreach (var (unit, count) in facts.Precedents)
            Add(found, unit, new("依循先例", $"该来文单位近{total}件中有{count}件由其主办", ByPrecedent * count / total));
    }

    /// Several sections are touched alike: the coordinating section is proposed too (统分结合, M1-B16).
    private static void Coordinate(Dictionary<long, List<RoutingReason>> found, OrganisationBook book, RoutingFacts facts)
    {
        var sections = found.Keys.Where(id => book.Unit(id)?.Kind == UnitKind.Section).ToList();
        if (sections.Count < 3) return;
        var coordinating = book.Duties.FirstOrDefault(d => d.Kind == DutyKind.Coordination && d.Since <= facts.Day && (d.Until is null || facts.Day <= d.Until));
        if (coordinating is not null) Add(found, coordinating.UnitId, new("综合优先", $"涉及{sections.Count}个科室的事项，需总体统筹", ByCoordination));
    }

    private static void Add(Dictionary<long, List<RoutingReason>> found, long unit, RoutingReason reason)
    {
        if (!found.TryGetValue(unit, out var reasons)) found[unit] = reasons = [];
        reasons.Add(reason);
    }
}
