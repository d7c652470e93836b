using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 分办建议 by the stated order: 遵从职能、依循先例、综合优先、按量定责、归口负责、接件即办. Pure.
internal static class RoutingRules
{
    private const double Followed = 6;
    private const double ByApproval = 5;
    private const double BySubstance = 4;
    private const double ByTitle = 3;
    private const double ByDispute = 3;
    private const double ByField = 2.5;
    private const double ByPrecedent = 2;
    private const double ByCoordination = 1.5;
    private const double ByQuantity = 0.5;
    private const double ByReceiver = 0.1;

    public static IReadOnlyList<RoutingProposal> Propose(OrganisationBook book, RoutingFacts facts, int most = 4)
    {
        var tally = new RoutingTally();
        foreach (var duty in book.Duties.Where(d => DutyLibrary.IsInEffect(d, facts.Day))) ByDuty(tally, duty, facts);
        SpecialTasks.Weigh(tally, book, facts);
        StagesOfProjects.Weigh(tally, book, facts);
        ByFormer(tally, facts);
        Coordinate(tally, book, facts);
        if (tally.Found.Count == 0 && facts.ReceiverUnit != 0) tally.Add(facts.ReceiverUnit, new("接件即办", "职责库和先例都没有相近的，由接件科室先办", ByReceiver));
        return [.. tally.Found.Where(f => book.Unit(f.Key) is { } unit && (unit.Until is null || facts.Day <= unit.Until))
            .Select(f => new RoutingProposal(f.Key, book.Unit(f.Key)!.ShortName, [.. f.Value.OrderByDescending(r => r.Weight)]))
            .OrderByDescending(p => p.Weight).ThenBy(p => p.UnitId).Take(most)];
    }

    private static void ByDuty(RoutingTally tally, Duty duty, RoutingFacts facts)
    {
        ByAuthority(tally, duty, facts);
        if (duty.Topic.Length > 0) return;
        var words = duty.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var inSubstance = words.Where(w => facts.Substance.Contains(w, StringComparison.Ordinal)).ToList();
        var inTitle = words.Where(w => facts.Title.Contains(w, StringComparison.Ordinal)).ToList();
        var hits = inSubstance.Count > 0 ? inSubstance : inTitle;
        if (hits.Count == 0) return;
        var principle = duty.Kind switch { DutyKind.Field => "归口负责", DutyKind.Coordination => "综合优先", _ => "遵从职能" };
        var where = inSubstance.Count > 0 ? "诉求实质" : "标题";
        var weight = duty.Kind == DutyKind.Field ? ByField : inSubstance.Count > 0 ? BySubstance : ByTitle;
        tally.Add(duty.UnitId, new(principle, $"{where}涉及“{string.Join("、", hits)}”，属其职责：{duty.Title}", weight));
        if (hits.Count > 1) tally.Add(duty.UnitId, new("按量定责", $"所涉事项{hits.Count}项", ByQuantity * (hits.Count - 1)));
    }

    /// 区分权限: who approves or decides what is asked for leads, whatever else the document touches (M1-B14).
    private static void ByAuthority(RoutingTally tally, Duty duty, RoutingFacts facts)
    {
        var decided = duty.Approves.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(facts.Mentions).ToList();
        if (decided.Count > 0) tally.Add(duty.UnitId, new("遵从职能", $"所求“{string.Join("、", decided)}”的审批权、决定权在该单位", ByApproval));
    }

    private static void ByFormer(RoutingTally tally, RoutingFacts facts)
    {
        if (facts.FormerLead is { } former) tally.Add(former, new("依循先例", "同一事项的前件由其承办", Followed));
        var total = facts.Precedents.Values.Sum();
        foreach (var (unit, count) in facts.Precedents)
            tally.Add(unit, new("依循先例", $"该来文单位近{total}件中有{count}件由其主办", ByPrecedent * count / total));
        if (Likeness.Nearest(facts.Disputes, facts.Title, d => d.Title) is { } settled)
            tally.Add(settled.UnitId, new("依循先例", $"分歧件{settled.RegistryNumber}《{settled.Title}》按“{settled.Principle}”裁定由其承办", ByDispute));
    }

    /// Several sections are touched alike: the coordinating section is proposed too (统分结合, M1-B16).
    private static void Coordinate(RoutingTally tally, OrganisationBook book, RoutingFacts facts)
    {
        var sections = tally.Found.Keys.Count(id => book.Unit(id)?.Kind == UnitKind.Section);
        if (sections < 3 && !(sections == 2 && facts.AsksForCoordination)) return;
        var coordinating = book.Duties.FirstOrDefault(d => d.Kind == DutyKind.Coordination && DutyLibrary.IsInEffect(d, facts.Day));
        // Asked for as a whole, it goes to whoever sees the whole; else the coordinating section is one more to think of.
        if (coordinating is not null) tally.Add(coordinating.UnitId, new("综合优先", $"涉及{sections}个科室的事项，需总体统筹", facts.AsksForCoordination ? ByCoordination * sections : ByCoordination));
    }
}
