namespace Zhongshu.Modules.Regulations;

/// What a check of the register asks for, as the rules have it.
internal sealed record CheckFigures(IReadOnlyList<string> Areas, IReadOnlyList<string> Layers, IReadOnlyList<NeededBook> Needed, int OldAfter, int LookEvery);

/// One thing that wants doing about a regulation.
public sealed record RegulationConcern(Regulation Regulation, string Text, bool IsGrave);

/// 查漏补缺: what is not covered, what has no details, what is old, what was found outdated and is not planned. Pure.
internal static class RegulationChecks
{
    /// How many stand for an area and layer; an area by layer without any is a gap.
    public static IReadOnlyDictionary<(string Area, string Layer), int> Coverage(IReadOnlyList<Regulation> register, CheckFigures figures) =>
        figures.Areas.SelectMany(a => figures.Layers.Select(l => (Area: a, Layer: l))).ToDictionary(c => c, c => Standing(register).Count(r => r.Area == c.Area && r.Layer == c.Layer));

    /// The books of procedure that the register does not have, by name.
    public static IReadOnlyList<NeededBook> MissingBooks(IReadOnlyList<Regulation> register, CheckFigures figures) =>
        [.. figures.Needed.Where(n => !Standing(register).Any(r => r.Title.Contains(n.Word, StringComparison.Ordinal)))];

    /// 原则性制度 that nothing works out.
    public static IReadOnlyList<Regulation> WithoutDetails(IReadOnlyList<Regulation> register) =>
        [.. Standing(register).Where(p => p.IsPrinciple && !Standing(register).Any(d => d.DetailsId == p.Id))];

    public static IReadOnlyList<RegulationConcern> Concerns(IReadOnlyList<Regulation> register, IReadOnlySet<long> planned, IReadOnlyDictionary<string, Verdict> verdicts, CheckFigures figures, DateOnly today)
    {
        var concerns = WithoutDetails(register).Select(r => new RegulationConcern(r, "原则性制度，还没有操作细则", true)).ToList();
        foreach (var one in Standing(register))
        {
            var verdict = verdicts.GetValueOrDefault(one.Verdict);
            if (verdict is { Concern: "修订" or "废止" } && !planned.Contains(one.Id)) concerns.Add(new(one, $"回顾检查认为{verdict.Word}，还没有列入{verdict.Concern}计划", true));
            if (verdict is { Concern: "执行" }) concerns.Add(new(one, $"回顾检查发现{verdict.Word}，须督促执行", true));
            if (one.IssuedOn.AddYears(figures.OldAfter) <= today && !planned.Contains(one.Id)) concerns.Add(new(one, $"出台已满{figures.OldAfter}年，请研究是否修订", false));
            if ((one.LookedAtOn ?? one.IssuedOn).AddMonths(figures.LookEvery) <= today) concerns.Add(new(one, $"已有{figures.LookEvery}个月没有回顾检查", false));
        }

        return concerns;
    }

    public static IEnumerable<Regulation> Standing(IReadOnlyList<Regulation> register) => register.Where(r => r.State != RegulationState.Abolished);
}
