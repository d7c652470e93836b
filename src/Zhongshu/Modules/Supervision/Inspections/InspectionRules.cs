using System.Globalization;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Inspections;

/// An inspection as it is proposed.
public sealed record InspectionInput
{
    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

    /// Whose plan was shared with us; empty for our own.
    public string Host { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// Names, separated by 、
    public string Targets { get; init; } = "";

    public bool OutsidePlan { get; init; }

    public string Reason { get; init; } = "";

    public static InspectionInput Posted(IFormCollection form) => new()
    {
        Title = form["title"].ToString().Trim(),
        Kind = form["kind"].ToString(),
        Host = form["host"].ToString(),
        From = form["from"].ToString(),
        To = form["to"].ToString(),
        Targets = form["targets"].ToString().Trim(),
        OutsidePlan = form["outside"] == "true",
        Reason = form["reason"].ToString().Trim(),
    };
}

/// What stands in the plan already, as the caps see it.
internal sealed record StandingInspection(int Year, bool General, IReadOnlyList<long> Targets)
{
    /// Whose shared plan it is; it counts for those it goes to, not against our own number.
    public string Host { get; init; } = "";

    public DateOnly From { get; init; }

    public DateOnly To { get; init; }
}

internal sealed record PlannedInspection(DateOnly From, DateOnly To, IReadOnlyList<long> Targets, bool OutsidePlan, string Over)
{
    /// It waits for an approver.
    public bool Waits => OutsidePlan || Over.Length > 0;
}

/// 总量控制: what an inspection must say, and which caps it goes over. Pure.
internal static class InspectionRules
{
    public static Outcome<PlannedInspection> Decide(InspectionInput input, IReadOnlyList<StandingInspection> standing, RuleBook rules, OrganisationBook book, DateOnly today)
    {
        var kind = rules.Value(SupervisionRules.InspectionKinds).FirstOrDefault(k => k.Id == input.Kind);
        if (input.Title.Length is 0 or > 200) return SupervisionRefusals.Missing("title", "请填写督查名称，最多200字。");
        if (kind is null) return SupervisionRefusals.Missing("kind", "请选择督查种类。");
        if (input.Host.Length > 0 && !rules.Value(SupervisionRules.PlanPartners).Contains(input.Host, StringComparer.Ordinal)) return SupervisionRefusals.Missing("host", "请从列出的单位中选择，或选本单位。");
        if (DocketInput.Day(input.From) is not { } from) return SupervisionRefusals.Missing("from", "请填写开始日期。");
        if (DocketInput.Day(input.To) is not { } to || to < from) return SupervisionRefusals.Missing("to", "请填写结束日期，不早于开始日期。");
        if (from < today && input.Host.Length == 0) return SupervisionRefusals.Missing("from", $"开始日期{from:yyyy年M月d日}已经过去，请先报批再开展。");
        if (input.Reason.Length > 1000) return SupervisionRefusals.TooLong("reason", "理由", 1000, input.Reason.Length);
        var targets = new List<long>();
        foreach (var name in Receivers.Names(input.Targets))
        {
            if (Receivers.Find(book, name, today) is not { } unit) return SupervisionRefusals.UnknownUnit("targets", name);
            if (!targets.Contains(unit.Id)) targets.Add(unit.Id);
        }

        if (targets.Count is 0 or > 40) return SupervisionRefusals.Missing("targets", "请填写督查对象，1到40个单位，用顿号隔开。");
        if (input.Host.Length > 0) return new PlannedInspection(from, to, targets, false, "");
        var outside = !kind.Quiet && (input.OutsidePlan || (from.Year == today.Year && today.Month > rules.Value(SupervisionRules.InspectionPlanMonth)));
        string Name(long id) => book.Unit(id)?.ShortName ?? "";
        var one = new StandingInspection(from.Year, kind.General, targets) { From = from, To = to };
        var over = kind.Quiet ? "" : Against(one, standing, rules, Name);
        if ((outside || over.Length > 0) && input.Reason.Length == 0)
            return new Refusal("supervision.inspection-over", $"{(over.Length > 0 ? over : "这是计划外的督查")}。请先看能否并入已有的督查；确需开展的，写明理由，报批后进行。") { Field = "reason" };
        return new PlannedInspection(from, to, targets, outside, over);
    }

    /// The caps it goes over, in words; empty when none.
    public static string Over(StandingInspection one, IReadOnlyList<StandingInspection> standing, RuleBook rules, Func<long, string> name)
    {
        var all = standing.Where(s => s.Year == one.Year).ToList();
        var year = all.Where(s => s.Host.Length == 0).ToList();
        var words = new List<string>();
        var (cap, general, target) = (rules.Value(SupervisionRules.InspectionCap), rules.Value(SupervisionRules.InspectionGeneralCap), rules.Value(SupervisionRules.InspectionTargetCap));
        if (year.Count >= cap) words.Add($"{one.Year}年已有{year.Count}次督查，上限{cap}次");
        if (one.General && year.Count(s => s.General) is var had && had >= general) words.Add($"综合督查已有{had}次，原则上一年{general}次");
        var often = one.Targets.Where(t => all.Count(s => s.Targets.Contains(t)) >= target).Select(name).ToList();
        if (often.Count > 0) words.Add($"{string.Join('、', often.Take(5))}{(often.Count > 5 ? $"等{often.Count}个单位" : "")}一年已被督查{target}次以上");
        var last = standing.Count(s => s.Year == one.Year - 1 && s.Host.Length == 0);
        if (last > 0 && year.Count >= last) words.Add($"将多于上年的{last}次，应逐年减少");
        return string.Join("；", words);
    }

    /// 党委政府一体督查: a shared plan that goes to the same unit at nearly the same time is to be done together. Pure.
    public static string Together(StandingInspection one, IReadOnlyList<StandingInspection> standing, RuleBook rules, Func<long, string> name)
    {
        var apart = rules.Value(SupervisionRules.PlanApart);
        var (from, to) = (Tasks.TaskDates.Before(one.From, apart, rules.Calendar), Tasks.TaskDates.After(one.To, apart, rules.Calendar));
        var near = standing.Where(s => s.Host.Length > 0 && s.From <= to && s.To >= from).SelectMany(s => s.Targets.Intersect(one.Targets).Select(t => (s.Host, s.From, Unit: name(t)))).Distinct().Take(3).ToList();
        return string.Join('；', near.Select(n => $"{n.Host}{n.From:M月d日}已安排督查{n.Unit}，应联合开展"));
    }

    /// All that speaks against it, as long as it can be kept. Pure.
    public static string Against(StandingInspection one, IReadOnlyList<StandingInspection> standing, RuleBook rules, Func<long, string> name)
    {
        var text = string.Join('；', new[] { Over(one, standing, rules, name), Together(one, standing, rules, name) }.Where(w => w.Length > 0));
        return text.Cut(Inspection.LongestOver);
    }

    public static IReadOnlyList<long> TargetsOf(string stored) => [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => long.Parse(t, CultureInfo.InvariantCulture))];
}
