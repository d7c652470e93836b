using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Decompose;

/// 再分解: tasks under a task. What goes down does not come round again to a unit that passed it on. Pure.
internal static class TaskTree
{
    private const int Deepest = 4;
    private const int MostParts = 30;

    /// The tasks above, the nearest first. Ends on any numbers, even on ones that stand in a circle.
    public static IReadOnlyList<SupervisionTask> Above(IReadOnlyList<SupervisionTask> all, SupervisionTask task)
    {
        var above = new List<SupervisionTask>();
        for (var up = Parent(task); up is not null && !above.Contains(up) && up != task; up = Parent(up)) above.Add(up);
        return above;

        SupervisionTask? Parent(SupervisionTask of) => of.ParentNumber is { } number ? all.FirstOrDefault(t => t.Number == number) : null;
    }

    /// The lead units that the task may not go to: of the tasks above it and of those below.
    public static IReadOnlyList<long> LineOf(IReadOnlyList<SupervisionTask> all, SupervisionTask task) =>
        [.. Above(all, task).Concat(all.Where(t => t != task && t.State != TaskState.Withdrawn && Above(all, t).Contains(task))).Select(t => t.LeadUnitId).Distinct()];

    /// The parts with their days: none later than the task, none led by whoever passes it on.
    public static Outcome<PlannedTask[]> Split(IReadOnlyList<SupervisionTask> all, SupervisionTask task, IReadOnlyList<TaskForm> parts, DateOnly today, RuleBook rules)
    {
        if (task.State is not (TaskState.Drafted or TaskState.Delivered or TaskState.Running)) return new Refusal("supervision.split-state", $"这项任务{TaskWords.Of(task.State)}，不能再分解。") { Kind = RefusalKind.Conflict };
        if (Above(all, task).Count + 1 >= Deepest) return new Refusal("supervision.split-deep", $"任务最多分解{Deepest}级。请由现在的单位直接办理，不再往下压。") { Kind = RefusalKind.Conflict };
        if (parts.Count == 0) return SupervisionRefusals.Missing("task-0", "请至少写一项：做什么、谁来办。");
        if (parts.Count > MostParts) return SupervisionRefusals.Missing("task-0", $"一次最多分解{MostParts}项，现有{parts.Count}项。");
        long[] passed = [task.LeadUnitId, .. Above(all, task).Select(t => t.LeadUnitId)];
        var planned = new List<PlannedTask>();
        foreach (var (part, i) in parts.Select((p, i) => (p, i)))
        {
            if (part.Title.Length is 0 or > 500) return SupervisionRefusals.Missing(Field("task", i), "请写明做什么，最多500字。");
            if (part.LeadUnitId == 0) return SupervisionRefusals.Missing(Field("lead", i), "请选择由哪个单位办。");
            if (passed.Contains(part.LeadUnitId)) return SupervisionRefusals.Circle(Field("lead", i));
            if (part.Supporting.Contains(part.LeadUnitId)) return SupervisionRefusals.Missing(Field("support", i), "牵头单位又列在配合单位中，请去掉一处。");
            var due = TaskDates.Set(part.DueOn ?? task.DueOn, today, rules.Calendar, Field("due", i));
            if (!due.Succeeded) return due.Refusal;
            if (due.Value.Day > task.DueOn) return SupervisionRefusals.Missing(Field("due", i), $"不能晚于上级任务的时限{task.DueOn:yyyy年M月d日}，请提前，或先申请延期。");
            planned.Add(new PlannedTask(part.Title, part.Measure, part.LeadUnitId, part.Supporting, [], due.Value.Day) { Parent = task.Number });
        }

        return planned.ToArray();
    }

    private static string Field(string name, int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}-{index}");
}
