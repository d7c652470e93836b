using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Appraisals.Schemes;

/// 从模板起: the indicators of a template as a scheme begins with them; nothing for an unknown one. Pure.
internal static class SchemeTemplate
{
    public static IReadOnlyList<IndicatorInput> Of(RuleBook rules, string? template)
    {
        var figures = rules.Value(AppraisalRules.Figures).ToDictionary(f => f.Id, StringComparer.Ordinal);
        return [.. rules.Value(AppraisalRules.Templates).Where(t => t.Group == template).Select(t => figures.TryGetValue(t.Figure, out var figure)
            ? new IndicatorInput(t.Indicator, t.Weight, figure.Id, figure.Full, figure.None, t.Outside)
            : new IndicatorInput(t.Indicator, t.Weight, Outside: t.Outside))];
    }
}
