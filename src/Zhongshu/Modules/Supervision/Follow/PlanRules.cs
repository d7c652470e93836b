using System.Globalization;
using Zhongshu.Calendar;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision.Follow;

internal sealed record MilestoneForm(string Title, DateOnly? DueOn);

internal sealed record IndicatorForm(string Name, string Measure, string Target);

internal sealed record PlannedMilestone(string Title, DateOnly DueOn);

internal sealed record PlannedIndicator(string Name, string Measure, double Target);

internal sealed record TaskPlan(IReadOnlyList<PlannedMilestone> Milestones, IReadOnlyList<PlannedIndicator> Indicators);

/// 倒排工期: the steps of a task counted back from its deadline, and what a plan must be. Pure.
internal static class PlanRules
{
    private const int MostMilestones = 20;
    private const int MostIndicators = 10;

    /// Each phase ends when its share of the workdays left has passed; the last ends with the deadline. Phases that would end on one day fall together.
    public static IReadOnlyList<PlannedMilestone> CountDown(DateOnly today, DateOnly due, IReadOnlyList<CountdownPhase> phases, WorkCalendar calendar)
    {
        var left = calendar.WorkdaysBetween(today, due);
        if (left <= 0) return [new PlannedMilestone(phases[^1].Word, due < today ? today : due)];
        var steps = phases.Select((p, i) => new PlannedMilestone(p.Word, i == phases.Count - 1 ? due : calendar.AddWorkdays(today, Math.Max(1, left * p.Percent / 100)))).ToList();
        return [.. steps.GroupBy(s => s.DueOn).Select(g => g.Last())];
    }

    /// Rows without a word are left out. The steps stand in the order of their days, the last not after the deadline.
    public static Outcome<TaskPlan> Decide(IReadOnlyList<MilestoneForm> milestones, IReadOnlyList<IndicatorForm> indicators, DateOnly today, DateOnly due)
    {
        var steps = new List<PlannedMilestone>();
        for (var i = 0; i < milestones.Count; i++)
        {
            var (title, day) = (milestones[i].Title.Trim(), milestones[i].DueOn);
            if (title.Length == 0) continue;
            if (title.Length > 200) return SupervisionRefusals.TooLong(Field("step", i), "节点名称", 200, title.Length);
            if (day is not { } on) return SupervisionRefusals.Missing(Field("stepDue", i), $"请填写节点“{title}”的完成日期。");
            if (on < today) return SupervisionRefusals.Missing(Field("stepDue", i), $"节点“{title}”的日期{on:yyyy年M月d日}已经过去，请改为今天或以后。");
            if (on > due) return SupervisionRefusals.Missing(Field("stepDue", i), $"节点“{title}”晚于任务时限{due:yyyy年M月d日}，请提前，或先申请延期。");
            steps.Add(new PlannedMilestone(title, on));
        }

        if (steps.Count > MostMilestones) return SupervisionRefusals.Missing("step-0", $"节点最多{MostMilestones}个，现有{steps.Count}个。抓住关键节点即可，避免层层加密。");
        var figures = Indicators(indicators);
        return figures.Succeeded ? new TaskPlan([.. steps.OrderBy(s => s.DueOn)], figures.Value) : figures.Refusal;
    }

    public static double? Number(string text) =>
        double.TryParse(text.Trim().TrimEnd('%'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && Math.Abs(value) < 1e15 ? value : null;

    private static Outcome<IReadOnlyList<PlannedIndicator>> Indicators(IReadOnlyList<IndicatorForm> rows)
    {
        var figures = new List<PlannedIndicator>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, measure) = (rows[i].Name.Trim(), rows[i].Measure.Trim());
            if (name.Length == 0) continue;
            if (name.Length > 100) return SupervisionRefusals.TooLong(Field("indicator", i), "指标名称", 100, name.Length);
            if (measure.Length is 0 or > 20) return SupervisionRefusals.Missing(Field("indicator", i), $"请填写指标“{name}”的计量单位，如个、万元、%。");
            if (Number(rows[i].Target) is not { } target) return SupervisionRefusals.Missing(Field("indicator", i), $"指标“{name}”的目标值“{rows[i].Target}”不是数字，请只填数字。");
            if (figures.Exists(f => f.Name == name)) return SupervisionRefusals.Missing(Field("indicator", i), $"指标“{name}”列了两次，请去掉一处。");
            figures.Add(new PlannedIndicator(name, measure, target));
        }

        return figures.Count > MostIndicators ? SupervisionRefusals.Missing("indicator-0", $"指标最多{MostIndicators}个，请只留最能看出进展的。") : figures.ToArray();
    }

    private static string Field(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}-{index}");
}
