using System.Globalization;
using Zhongshu.Calendar;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Rules;

namespace Zhongshu.Modules.Teams;

/// 例会: on a day of the week, or so many days after the last; held by each section or by the office.
internal sealed record MeetingKind(string Id, string Word, DayOfWeek? Weekday, int Days, bool IsEachSection);

/// 服务对象的级次; the order of the table is the order of precedence.
internal sealed record ServedGrade(string Id, string Word, string Rank);

/// 评先评优: what is honoured, and whether figures of information tasks have to stand behind it.
internal sealed record HonourKind(string Id, string Word, bool NeedsBriefs, bool HasReward);

internal static class TeamRules
{
    private const string Use = "科室工作";
    private const string Weekdays = "日一二三四五六";

    public static readonly RuleKey<IReadOnlyList<MeetingKind>> Meetings = RuleKey.Table("teams.meetings", "例会", r => new MeetingKind(r.Text("id"), r.Text("word"), Weekday(r.TextOr("weekday", "")), int.TryParse(r.TextOr("days", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0, r.YesNo("each")));

    public static readonly RuleKey<IReadOnlyList<string>> Groups = RuleKey.List("teams.liaison-groups", "联系界别分工");

    public static readonly RuleKey<IReadOnlyList<ServedGrade>> Grades = RuleKey.Table("teams.served-grades", "服务对象", r => new ServedGrade(r.Text("id"), r.Text("word"), r.Text("rank")));

    public static readonly RuleKey<IReadOnlyList<HonourKind>> Honours = RuleKey.Table("teams.honours", "评先评优", r => new HonourKind(r.Text("id"), r.Text("word"), r.TextOr("counts", "") == "信息任务", r.YesNo("reward")));

    public static readonly RuleNeeds Needs = new([Meetings, Groups, Grades, Honours], [Whole]);

    /// The day on which a meeting is to be held next; a day off goes to the working day after it. Pure.
    public static DateOnly NextOn(MeetingKind kind, DateOnly? last, DateOnly today, WorkCalendar calendar)
    {
        if (kind.Weekday is not { } weekday) return calendar.OnOrAfter(last is { } held ? held.AddDays(kind.Days) : today);
        // Held late in its week, it still counts for that week.
        var from = last is { } before ? before.AddDays(7 - (((int)before.DayOfWeek - (int)weekday + 7) % 7)) : today.AddDays(((int)weekday - (int)today.DayOfWeek + 7) % 7);
        return calendar.OnOrAfter(from);
    }

    public static int RankOf(this RuleBook rules, string grade)
    {
        var grades = rules.Value(Grades);
        for (var i = 0; i < grades.Count; i++)
            if (grades[i].Id == grade) return i;
        return grades.Count;
    }

    private static DayOfWeek? Weekday(string word) => word.Length == 2 && word[0] == '周' && Weekdays.IndexOf(word[1], StringComparison.Ordinal) is >= 0 and var day ? (DayOfWeek)day : null;

    private static IEnumerable<(RuleKey Key, string Message)> Whole(RuleBook book)
    {
        foreach (var kind in book.Value(Meetings).Where(k => k.Weekday is null && k.Days is < 1 or > 366)) yield return (Meetings, $"“{kind.Word}”要写明星期（如 周一）或间隔天数。");
        foreach (var (key, ids) in new (RuleKey, IEnumerable<string>)[] { (Meetings, book.Value(Meetings).Select(k => k.Id)), (Grades, book.Value(Grades).Select(g => g.Id)), (Honours, book.Value(Honours).Select(h => h.Id)) })
            if (ids.Any(i => i.Length > TeamLimits.Id)) yield return (key, $"id最多{TeamLimits.Id}个字符。");
        if (book.Value(Groups).Any(g => g.Length > TeamLimits.Name)) yield return (Groups, $"界别名称最多{TeamLimits.Name}字。");
        if (book.Value(Grades).Count == 0) yield return (Grades, "至少要有一级服务对象。");
    }
}

internal static class TeamLimits
{
    /// An id of a rule, as it is kept with what refers to it.
    public const int Id = 24;

    public const int Name = 60;
    public const int Title = 120;
    public const int Short = 400;
    public const int Words = 1000;
    public const int Long = 2000;
}

/// Every expected "no" of 科室工作 that is said in several places, one line each.
internal static class TeamRefusals
{
    public static readonly Refusal NotOurs = new("teams.unit", "只能登记本科室的。其他科室的请由该科室或办公室登记。") { Kind = RefusalKind.Forbidden };

    public static Refusal Missing(string field, string message) => new($"teams.{field}", message) { Field = field };

    public static Refusal Over(string message) => new("teams.over", message) { Kind = RefusalKind.Conflict };
}
