using System.Globalization;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Inspections;

/// An inspection as it is proposed.
public sealed record InspectionInput
{
    public string Title { get; init; } = "";

    public string Kind { get; init; } = "";

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
        From = form["from"].ToString(),
        To = form["to"].ToString(),
        Targets = form["targets"].ToString().Trim(),
        OutsidePlan = form["outside"] == "true",
        Reason = form["reason"].ToString().Trim(),
    };
}

/// What stands in the plan already, as the caps see it.
internal sealed record StandingInspection(int Year, bool General, IReadOnlyList<long> Targets);

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
        if (DocketInput.Day(input.From) is not { } from) return SupervisionRefusals.Missing("from", "请填写开始日期。");
        if (DocketInput.Day(input.To) is not { } to || to < from) return SupervisionRefusals.Missing("to", "请填写结束日期，不早于开始日期。");
        if (from < today) return SupervisionRefusals.Missing("from", $"开始日期{from:yyyy年M月d日}已经过去，请先报批再开展。");
        if (input.Reason.Length > 1000) return SupervisionRefusals.TooLong("reason", "理由", 1000, input.Reason.Length);
        var targets = new List<long>();
        foreach (var name in Receivers.Names(input.Targets))
        {
            if (Receivers.Find(book, name, today) is not { } unit) return SupervisionRefusals.UnknownUnit("targets", name);
            if (!targets.Contains(unit.Id)) targets.Add(unit.Id);
        }

        if (targets.Count is 0 or > 40) return SupervisionRefusals.Missing("targets", "请填写督查对象，1到40个单位，用顿号隔开。");
        var outside = !kind.Quiet && (input.OutsidePlan || (from.Year == today.Year && today.Month > rules.Value(SupervisionRules.InspectionPlanMonth)));
        var over = kind.Quiet ? "" : Over(new StandingInspection(from.Year, kind.General, targets), standing, rules, id => book.Unit(id)?.ShortName ?? "");
        if ((outside || over.Length > 0) && input.Reason.Length == 0)
            return new Refusal("supervision.inspection-over", $"{(over.Length > 0 ? over : "这是计划外的督查")}。请先看能否并入已有的督查；确需开展的，写明理由，报批后进行。") { Field = "reason" };
        return new PlannedInspection(from, to, targets, outside, over);
    }

    /// The caps it goes over, in words; empty when none.
    public static string Over(StandingInspection one, IReadOnlyList<StandingInspection> standing, RuleBook rules, Func<long, string> name)
    {
        var year = standing.Where(s => s.Year == one.Year).ToList();
        var words = new List<string>();
        var (cap, general, target) = (rules.Value(SupervisionRules.InspectionCap), rules.Value(SupervisionRules.InspectionGeneralCap), rules.Value(SupervisionRules.InspectionTargetCap));
        if (year.Count >= cap) words.Add($"{one.Year}年已有{year.Count}次督查，上限{cap}次");
        if (one.General && year.Count(s => s.General) is var had && had >= general) words.Add($"综合督查已有{had}次，原则上一年{general}次");
        var often = one.Targets.Where(t => year.Count(s => s.Targets.Contains(t)) >= target).Select(name).ToList();
        if (often.Count > 0) words.Add($"{string.Join('、', often.Take(5))}{(often.Count > 5 ? $"等{often.Count}个单位" : "")}一年已被督查{target}次以上");
        var last = standing.Count(s => s.Year == one.Year - 1);
        if (last > 0 && year.Count >= last) words.Add($"将多于上年的{last}次，应逐年减少");
        var text = string.Join("；", words);
        return text.Length <= 300 ? text : text[..299] + "…";
    }

    public static IReadOnlyList<long> TargetsOf(string stored) => [.. stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => long.Parse(t, CultureInfo.InvariantCulture))];
}
