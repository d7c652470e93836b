using Zhongshu.Platform.Organisation;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// 专项任务分工: a topic has one section that leads the whole and others that each answer for one task. One task alone goes to its section;
/// several at once, or a paper that asks for coordination, go to the lead (M1-B17, M1-B18). Pure.
internal static class SpecialTasks
{
    private const double ByTask = 5;
    private const double BesideLead = 1;

    public static void Weigh(RoutingTally tally, OrganisationBook book, RoutingFacts facts)
    {
        foreach (var topic in book.Duties.Where(d => d.Topic.Length > 0 && DutyLibrary.IsInEffect(d, facts.Day)).GroupBy(d => d.Topic, StringComparer.Ordinal))
            WeighTopic(tally, topic.Key, [.. topic], facts);
    }

    private static void WeighTopic(RoutingTally tally, string topic, IReadOnlyList<Duty> duties, RoutingFacts facts)
    {
        var tasks = duties.Where(d => !d.IsLead && Touched(d, facts)).ToList();
        var lead = duties.FirstOrDefault(d => d.IsLead);
        var whole = facts.Mentions(topic) || (lead is not null && Touched(lead, facts));
        if (tasks.Count == 0 && !whole) return;
        var single = tasks.Count == 1 && !facts.AsksForCoordination;
        if (lead is null || single)
        {
            foreach (var task in tasks) tally.Add(task.UnitId, new("遵从职能", $"“{topic}”专项分工：{task.Title}", ByTask));
            return;
        }

        var why = tasks.Count > 1 ? $"涉及“{topic}”专项的{tasks.Count}项任务（{string.Join('、', tasks.Select(t => t.Title))}），由总牵头统筹" : $"属“{topic}”专项的统筹协调业务，由总牵头承办";
        tally.Add(lead.UnitId, new("综合优先", why, ByTask + tasks.Count));
        foreach (var task in tasks) tally.Add(task.UnitId, new("遵从职能", $"“{topic}”专项分工：{task.Title}，可作会办", BesideLead));
    }

    private static bool Touched(Duty duty, RoutingFacts facts) => duty.Keywords.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(facts.Mentions);
}
