using Zhongshu.Modules.Supervision.Show;

namespace Zhongshu.Modules.Supervision.Letter;

/// 五个明确: what of goal, instruction, division of work, course and key links is not said yet, and whether the standard can be measured. Pure.
internal static class FiveClear
{
    public static IReadOnlyList<string> Of(IReadOnlyList<TaskView> tasks, IReadOnlyList<string> advice, IReadOnlyList<string> pressing)
    {
        var lines = new List<string>();
        var all = string.Concat(tasks.Select(t => t.Task.Title + t.Task.Measure).Concat(advice));
        if (pressing.Where(w => all.Contains(w, StringComparison.Ordinal)).ToList() is { Count: > 0 } found) lines.Add($"用了{string.Join('、', found.Select(w => $"“{w}”"))}。没有专门规定的不要泛用，请改写成具体任务和措施，并考虑给基层留足时间和力量。");
        if (advice.Count == 0) lines.Add("指令要求还不明确：请写督办意见，或在立项时选事项阶段带出要点。");
        foreach (var task in tasks)
        {
            var missing = new List<string>();
            if (!IsMeasurable(task.Task.Measure)) missing.Add(task.Task.Measure.Length == 0 ? "成果和标准没有写，办成什么样不明确" : "成果和标准没有可度量的数量、时间或交付物");
            if (task.Lead.Length > 0 && task.Supporting.Split('、', StringSplitOptions.RemoveEmptyEntries).Length > 5) missing.Add("配合单位过多，分工责任不易落实");
            if (IsLong(task) && task.Plan.Milestones.Count == 0) missing.Add("时间较长，还没有重点环节，请在任务页设节点");
            if (missing.Count > 0) lines.Add($"{(tasks.Count > 1 ? $"第{task.Task.Number}项任务" : "任务")}还不够明确：{string.Join("；", missing)}。");
        }

        return lines;
    }

    /// 可度量、可考核、可检查: a number, or something handed over that can be looked at.
    public static bool IsMeasurable(string measure) =>
        measure.Any(char.IsAsciiDigit) || Delivered.Any(w => measure.Contains(w, StringComparison.Ordinal)) || Numerals.Any(n => measure.Contains(n, StringComparison.Ordinal));

    private static bool IsLong(TaskView task) => task.Task.DueOn.DayNumber - Platform.OfficeDay.Of(task.Task.OpenedAt).DayNumber > 60;

    private static readonly string[] Delivered = ["全部", "印发", "出台", "开工", "竣工", "投用", "投入使用", "验收", "销号", "建成", "完成", "通过", "办结", "到位", "清零", "每", "率"];

    private static readonly string[] Numerals = ["一个", "两个", "三个", "一批", "百分之"];
}
