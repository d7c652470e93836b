using System.Globalization;
using System.Text.RegularExpressions;
using Zhongshu.Calendar;

namespace Zhongshu.Demo.Life;

/// The days of life.yaml on the calendar: working days counted from the day the office is first opened.
internal sealed partial class LifeDays(WorkCalendar calendar, DateOnly opened)
{
    /// -1 is the last working day before it is opened, 1 the first after.
    public DateOnly Day(int workdays) => calendar.AddWorkdays(opened, workdays);

    /// "-9 08:40"
    public DateTimeOffset At(string text)
    {
        var parts = text.Split(' ');
        return new DateTimeOffset(Day(int.Parse(parts[0], CultureInfo.InvariantCulture)).ToDateTime(TimeOnly.ParseExact(parts[1], "HH:mm", CultureInfo.InvariantCulture)), Platform.OfficeDay.Offset);
    }

    public string Filled(string text) => Mark().Replace(text.Replace("{y}", opened.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        m => Day(int.Parse(m.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToString("M月d日", CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\{d([+-]\d+)\}")]
    private static partial Regex Mark();
}
