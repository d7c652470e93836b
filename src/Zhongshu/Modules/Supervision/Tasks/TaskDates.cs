using Zhongshu.Calendar;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Modules.Supervision.Tasks;

/// A deadline as the calendar lets it stand, with what is to be said when it is not the day that was asked for.
internal sealed record SetDate(DateOnly Day, string? Remark);

internal static class TaskDates
{
    /// A past day is refused; a day off moves to the next workday, and that is said.
    public static Outcome<SetDate> Set(DateOnly? asked, DateOnly today, WorkCalendar calendar, string field = "On")
    {
        if (asked is not { } day) return new Refusal("supervision.due", "请填写完成时限。") { Field = field };
        if (day < today) return new Refusal("supervision.due-past", $"完成时限{day:yyyy年M月d日}已经过去，请改为今天或以后的日期。") { Field = field };
        if (day > today.AddYears(5)) return new Refusal("supervision.due-far", $"完成时限{day:yyyy年M月d日}太远，请核对年份；长期工作请立项后转为长期工作。") { Field = field };
        var works = calendar.OnOrAfter(day);
        return works == day ? new SetDate(day, null) : new SetDate(works, $"{day:M月d日}是休息日，时限顺延到{works:M月d日}。");
    }

    /// The last day from which a whole period has passed by today.
    public static DateOnly Before(DateOnly today, Within period, WorkCalendar calendar) => period.Unit switch
    {
        TimeUnit.Workday => calendar.AddWorkdays(today, -period.Amount),
        TimeUnit.Month => today.AddMonths(-period.Amount),
        TimeUnit.Day => today.AddDays(-period.Amount),
        _ => today,
    };

    /// A period on from a day, as the calendar counts it.
    public static DateOnly After(DateOnly day, Within period, WorkCalendar calendar) => period.Unit switch
    {
        TimeUnit.Workday => calendar.AddWorkdays(day, period.Amount),
        TimeUnit.Month => calendar.AddMonths(day, period.Amount),
        TimeUnit.Day => calendar.AddNaturalDays(day, period.Amount),
        _ => calendar.OnOrAfter(day),
    };
}
