namespace Zhongshu.Platform.Rules;

/// 本单位调整: a unit's own figure for a rule. The newest for a rule counts; a null figure takes the adjustment back.
/// The figure is written as in the rule file; a list is written one item a line.
internal sealed record RuleOverride(string RuleId, string? Figure, string Author, DateTimeOffset At, string Reason);

/// An adjustment that may not stand, and why.
internal sealed record RefusedOverride(RuleOverride Override, string Rule, string Message);

/// What a unit may adjust.
internal static class OverrideRules
{
    public static RefusedOverride? Check(RuleEntry? entry, RuleOverride change, out Figure? figure)
    {
        figure = null;
        if (entry is null) return Refuse(change, "rules.unknown", $"没有编号为“{change.RuleId}”的条目，请从规则列表中选择。");
        if (change.Reason.Trim().Length == 0) return Refuse(change, "rules.reason", $"调整“{entry.Title}”须写明理由。");
        if (entry.Adjustable == Adjustable.Never)
            return Refuse(change, "rules.fixed", $"“{entry.Title}”出自{entry.Ref.Source}（{entry.Strength.Word()}），本单位不能调整。");
        var faults = new Faults(change.RuleId);
        figure = Reading.FigureReading.Parse(entry.Original, change.Figure ?? "", faults);
        if (figure is null) return Refuse(change, "rules.figure", $"“{entry.Title}”的新内容写法不对：{faults.Problems[0].Message}");
        return Bounds(entry, change, figure) ?? Direction(entry, change, figure);
    }

    private static RefusedOverride? Bounds(RuleEntry entry, RuleOverride change, Figure figure) =>
        figure is NumberFigure number && (number.Value < entry.Min || number.Value > entry.Max)
            ? Refuse(change, "rules.range", $"“{entry.Title}”须{RangeText(entry)}，请重新填写。")
            : null;

    private static RefusedOverride? Direction(RuleEntry entry, RuleOverride change, Figure figure)
    {
        if (entry.Adjustable == Adjustable.Freely) return null;
        int? order = (entry.Original, figure) switch
        {
            (NumberFigure old, NumberFigure now) => now.Value.CompareTo(old.Value),
            (LimitFigure old, LimitFigure now) when old.Value.Unit == now.Value.Unit => now.Value.Amount.CompareTo(old.Value.Amount),
            _ => null,
        };
        if (order is null) return Refuse(change, "rules.unit", $"“{entry.Title}”只能从严调整，请仍用原来的单位填写（现为{entry.Original.Text}）。");
        var lower = entry.Adjustable == Adjustable.LowerOnly;
        return (lower ? order > 0 : order < 0)
            ? Refuse(change, "rules.stricter", $"“{entry.Title}”只能从严调整，须{(lower ? "不多于" : "不少于")}{entry.Original.Text}（{entry.Ref.Source}）。")
            : null;
    }

    private static string RangeText(RuleEntry entry) => (entry.Min, entry.Max) switch
    {
        ({ } min, { } max) => FormattableString.Invariant($"在{min:0.#####}至{max:0.#####}之间"),
        ({ } min, _) => FormattableString.Invariant($"不少于{min:0.#####}"),
        (_, { } max) => FormattableString.Invariant($"不多于{max:0.#####}"),
        _ => "",
    };

    private static RefusedOverride Refuse(RuleOverride change, string rule, string message) => new(change, rule, message);
}
