using Zhongshu.Modules.Appraisals.Notes;
using Zhongshu.Platform.Organisation;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Appraisals.Scores;

/// One principle of the rule as this appraisal keeps it: whether, and by what one sees it.
internal sealed record PrincipleCheck(string Word, bool Holds, string Why)
{
    public const int Count = 7;

    /// 对照七条: held against the scheme, its results and its notes; nothing is filled in for it. Pure.
    public static IReadOnlyList<PrincipleCheck> Of(AppraisalView view, IReadOnlyList<AppraisalNote> notes, OrganisationBook book, RuleBook rules)
    {
        var words = rules.Value(AppraisalRules.Principles);
        var indicators = view.Scores.Count == 0 ? [] : view.Scores[0].Indicators.Select(i => i.Indicator).ToList();
        var (most, value) = (rules.Value(AppraisalRules.MostIndicators), rules.Value(AppraisalRules.ValueWords));
        var kinds = view.Units.Select(u => book.Unit(u.UnitId)?.Name.EndsWith("人民政府", StringComparison.Ordinal) == true).Distinct().Count();
        var parties = AppraisalView.WeightsOf(view.Scheme).Count(w => w > 0);
        var unanswered = view.Units.Count(u => u.Appeal.Length > 0 && u.AppealAnswer.Length == 0);
        bool Noted(params string[] ids) => notes.Any(n => ids.Contains(n.Kind, StringComparer.Ordinal));
        bool[] holds =
        [
            kinds == 1,
            indicators.Any(i => value.Any(w => i.Title.Contains(w, StringComparison.Ordinal))),
            indicators.Count > 0 && indicators.Count <= most,
            view.Automatic > 0 && view.Scheme.Warnings.Length == 0,
            indicators.Any(i => i.IsQuantitative && !i.Full.Equals(i.None)),
            Noted("praise", "honour") && Noted("remind", "step", "people"),
            parties > 1 && unanswered == 0,
        ];
        string[] whys =
        [
            kinds == 1 ? "被考核单位属于同一类" : "县（市、区）和部门放在一起考，宜分开制定方案",
            $"指标中{(holds[1] ? "有" : "没有")}{string.Join('、', value)}一类的内容",
            $"指标{indicators.Count}项，以不超过{most}项为宜",
            $"系统自动取数占权重{view.Automatic}%{(view.Scheme.Warnings.Length > 0 ? "，方案中有需要斟酌之处" : "")}",
            holds[4] ? "定量指标定了满分值和零分值" : "没有定目标值的定量指标",
            $"{(Noted("praise", "honour") ? "有表扬" : "还没有表扬")}，{(Noted("remind", "step", "people") ? "有提醒和短板" : "还没有提醒和短板")}",
            $"{parties}方评价，{(unanswered > 0 ? $"还有{unanswered}件申诉没有答复" : "没有未答复的申诉")}",
        ];
        return [.. words.Take(Count).Select((word, i) => new PrincipleCheck(word, holds[i], whys[i]))];
    }
}
