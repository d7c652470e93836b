using Zhongshu.Calendar;

namespace Zhongshu.Platform.Rules;

/// Working hours: what every deadline rests on.
internal static class CalendarRules
{
    public static readonly RuleKey<WorkHours> WorkHours = new("calendar.work-hours", "table", "工作小时、当日时限的计算", Read);

    public static readonly RuleKey<Within> HalfMonth = RuleKey.Limit("calendar.half-month", "提前半个月的计算");

    public static readonly RuleNeeds Needs = new([WorkHours, HalfMonth], []);

    private static readonly WorkHours Unreadable = new([new WorkSpan(TimeOnly.MinValue, TimeOnly.MaxValue)]);

    private static WorkHours Read(Figure figure, Faults faults)
    {
        var before = faults.Problems.Count;
        var spans = ((TableFigure)figure).Rows
            .Select(r => RowReader.Read(r, c => new WorkSpan(c.Time("from"), c.Time("to")), faults)).ToList();
        if (faults.Problems.Count > before) return Unreadable;
        for (var i = 0; i < spans.Count; i++)
        {
            if (spans[i].From < spans[i].To && (i == 0 || spans[i].From >= spans[i - 1].To)) continue;
            faults.Add(((TableFigure)figure).Rows[i].Line, "作息时间各段应先后排列、互不重叠，每段的 to 晚于 from。");
            return Unreadable;
        }
        return new WorkHours(spans);
    }
}
