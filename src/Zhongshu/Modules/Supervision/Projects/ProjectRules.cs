using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Supervision.Projects;

/// 项目种类; whether it is guided week by week.
internal sealed record ProjectKind(string Id, string Word, bool Weekly);

/// 项目预警: from how far behind on, how near to the day, and in which class of time limit it is docketed.
internal sealed record AlarmWord(string Id, string Word, int Margin, int Days, string Limit);

internal static class ProjectRules
{
    private const string Use = "项目督查";

    public static readonly RuleKey<IReadOnlyList<ProjectKind>> Kinds = RuleKey.Table("supervision.project-kinds", Use, r => new ProjectKind(r.Text("id"), r.Text("word"), r.YesNo("weekly")));

    public static readonly RuleKey<Within> GuideEvery = RuleKey.Limit("supervision.project-guide", Use);

    public static readonly RuleKey<IReadOnlyList<AlarmWord>> Alarms = RuleKey.Table("supervision.project-alarms", Use, r => new AlarmWord(r.Text("id"), r.Text("word"), r.Whole("margin"), r.Whole("days"), r.Text("limit")));

    public static readonly RuleNeeds Needs = new([Kinds, GuideEvery, Alarms], [KnownAlarms]);

    private const string Late = "late";

    private const string Slow = "slow";

    private const string Risk = "risk";

    /// What is to be warned of in a project on a day, each with the reason in words. Pure.
    public static IEnumerable<(AlarmWord Word, string Why)> Found(Project project, RuleBook rules, DateOnly today)
    {
        if (project.EndedOn is not null) yield break;
        foreach (var word in rules.Value(Alarms))
            if (Why(project, word, today, rules.Calendar) is { } why) yield return (word, why);
    }

    /// By when a project guided week by week is to be guided again; null for the others. Pure.
    public static DateOnly? NextGuide(Project project, RuleBook rules) =>
        project.EndedOn is not null || rules.Value(Kinds).FirstOrDefault(k => k.Id == project.Kind) is not { Weekly: true } ? null
            : TaskDates.After(project.GuidedOn ?? project.Since, rules.Value(GuideEvery), rules.Calendar);

    /// 按计划应完成: the share of the time between the planned days that has passed, percent. Pure.
    public static int Planned(Project project, DateOnly today)
    {
        var whole = project.PlannedEnd.DayNumber - project.PlannedStart.DayNumber;
        return whole <= 0 ? 100 : Math.Clamp(100 * (today.DayNumber - project.PlannedStart.DayNumber) / whole, 0, 100);
    }

    private static string? Why(Project project, AlarmWord word, DateOnly today, WorkCalendar calendar)
    {
        var start = project.PlannedStart;
        switch (word.Id)
        {
            case Late when project.StartedOn is null && today > start:
                var days = calendar.WorkdaysBetween(start, today);
                return days > word.Margin ? $"计划{start:yyyy年M月d日}开工，已过{days}个工作日还没有开工" : null;
            case Slow when project.StartedOn is not null:
                var planned = Planned(project, today);
                return planned - project.Progress >= word.Margin ? $"按计划应完成{planned}%，实际完成{project.Progress}%" : null;
            case Risk when project.StartedOn is null && today <= start && start <= today.AddDays(word.Days):
                return project.Prepared < word.Margin ? $"计划{start:yyyy年M月d日}开工，前期工作只完成{project.Prepared}%" : null;
            default:
                return null;
        }
    }

    private static IEnumerable<(RuleKey Key, string Message)> KnownAlarms(RuleBook book)
    {
        if (!book.Value(Alarms).Select(a => a.Id).SequenceEqual([Late, Slow, Risk])) yield return (Alarms, $"项目预警的 id 应依次为 {Late}、{Slow}、{Risk}。");
        var limits = book.Value(SupervisionRules.Limits).Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var alarm in book.Value(Alarms).Where(a => !limits.Contains(a.Limit))) yield return (Alarms, $"“{alarm.Word}”的时限档“{alarm.Limit}”不在时限表中。");
        if (book.Value(GuideEvery).Amount < 1) yield return (GuideEvery, "督导的频次要大于零。");
    }
}
