using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Appraisals.Schemes;

/// An indicator as written. figure empty: judged by opinions.
public sealed record IndicatorInput(string Title, int Weight, string? Figure = null, double Full = 100, double None = 0, bool Outside = false)
{
    /// 责任岗位; empty for none.
    public string? Post { get; init; }

    /// 一票否决
    public bool Veto { get; init; }
}

public sealed record SchemeInput
{
    public string Title { get; init; } = "";

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// Ids of units.
    public IReadOnlyList<long> Units { get; init; } = [];

    /// Weights of the three parties.
    public IReadOnlyList<int> Parties { get; init; } = [];

    public IReadOnlyList<IndicatorInput> Indicators { get; init; } = [];

    /// Why it opens despite what is warned of.
    public string Reason { get; init; } = "";
}

/// What a scheme is held against.
internal sealed record SchemeLimits(IReadOnlySet<string> Figures, IReadOnlyList<WarnedWord> Warned, int MostIndicators, IReadOnlyList<string> ValueWords)
{
    /// 可以一票否决的事项
    public IReadOnlyList<string> VetoWords { get; init; } = [];
}

/// 方案: weights sum to 100, figures exist, and what regulations speak against is said. Pure.
internal static class SchemeRules
{
    public static Outcome<string[]> Decide(SchemeInput input, SchemeLimits limits)
    {
        if (input.Title.Trim().Length is 0 or > 120) return AppraisalRefusals.NoTitle;
        if (input.From is not { } from || input.To is not { } to || from > to) return AppraisalRefusals.NoPeriod;
        if (input.Units.Distinct().Count() < 2) return AppraisalRefusals.NoUnits;
        if (input.Indicators.Count == 0 || input.Indicators.Any(i => i.Title.Trim().Length is 0 or > 120 || i.Weight is < 1 or > 100)) return AppraisalRefusals.NoIndicator;
        if (input.Indicators.GroupBy(i => i.Title.Trim()).Any(g => g.Count() > 1)) return AppraisalRefusals.SameIndicator;
        if (input.Indicators.FirstOrDefault(i => i.Figure is { Length: > 0 } f && !limits.Figures.Contains(f)) is { } unknown) return AppraisalRefusals.UnknownFigure(unknown.Figure!);
        if (input.Indicators.FirstOrDefault(i => i.Figure is { Length: > 0 } && (i.Full.Equals(i.None) || !double.IsFinite(i.Full) || !double.IsFinite(i.None))) is { } flat) return AppraisalRefusals.Scale(flat.Title);
        if (input.Indicators.Any(i => i.Post?.Trim().Length > 60)) return AppraisalRefusals.LongPost;
        if (input.Indicators.FirstOrDefault(i => i.Veto && !limits.VetoWords.Any(w => i.Title.Contains(w, StringComparison.Ordinal))) is { } vetoed) return AppraisalRefusals.NoVeto(vetoed.Title.Trim(), limits.VetoWords);
        if (input.Indicators.Sum(i => i.Weight) is not 100 and var sum) return AppraisalRefusals.Weights("指标", sum);
        if (input.Parties.Count != 3 || input.Parties.Any(p => p < 0) || input.Parties.Sum() != 100) return AppraisalRefusals.Weights("三方", input.Parties.Sum());
        IReadOnlyList<string> warnings = [.. Warnings(input.Indicators, limits)];
        if (warnings.Count > 0 && input.Reason.Trim().Length == 0) return new SchemeWarned(warnings) { Kind = RefusalKind.Conflict, Field = "reason" };
        return warnings.ToArray();
    }

    private static IEnumerable<string> Warnings(IReadOnlyList<IndicatorInput> indicators, SchemeLimits limits)
    {
        foreach (var indicator in indicators)
            if (limits.Warned.FirstOrDefault(w => indicator.Title.Contains(w.Word, StringComparison.Ordinal)) is { } warned) yield return $"“{indicator.Title.Trim()}”{warned.Why}";
        foreach (var veto in indicators.Where(i => i.Veto)) yield return $"“{veto.Title.Trim()}”一票否决，除专门文件规定外原则上不提，请写明依据的文件";
        if (indicators.Count > limits.MostIndicators) yield return $"指标{indicators.Count}项，超过{limits.MostIndicators}项，过细过繁，近于“千分制”";
        if (!indicators.Any(i => limits.ValueWords.Any(w => i.Title.Contains(w, StringComparison.Ordinal)))) yield return $"没有{string.Join('、', limits.ValueWords)}一类的指标，不能只看达标率、覆盖率";
    }
}
