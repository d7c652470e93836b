namespace Zhongshu.Calendar;

/// <summary>One holiday of a year's arrangement (放假): its name and its first and last day off, both included.</summary>
public sealed record Holiday(string Name, DateOnly From, DateOnly To);

/// <summary>A weekend day on which offices work (调休上班) and the holiday it makes up for.</summary>
public sealed record MakeUpWorkday(string Holiday, DateOnly Date);

/// <summary>
/// The official arrangement of one year (国务院办公厅放假安排). An unpublished year has no days and makes the
/// calendar fall back to weekends with a notice. A holiday may begin in December of the year before.
/// </summary>
public sealed record YearArrangement(
    int Year, bool Published, IReadOnlyList<Holiday> Holidays, IReadOnlyList<MakeUpWorkday> MakeUpWorkdays)
{
    /// <summary>A year whose arrangement is not out yet.</summary>
    public static YearArrangement Unpublished(int year) => new(year, false, [], []);

    /// <summary>What is wrong with the arrangement, in Chinese sentences; empty when it can be used.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        var off = new HashSet<DateOnly>();
        foreach (var holiday in Holidays)
        {
            if (holiday.To < holiday.From)
            {
                problems.Add($"{holiday.Name}的结束日期早于开始日期");
                continue;
            }
            if (holiday.To.DayNumber - holiday.From.DayNumber > 30)
            {
                problems.Add($"{holiday.Name}放假超过31天，请核对起止日期");
                continue;
            }
            for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
            {
                if (!Near(day)) problems.Add($"{holiday.Name}的{Text(day)}不在{Year}年");
                if (!off.Add(day)) problems.Add($"{Text(day)}重复列为放假");
            }
        }
        var worked = new HashSet<DateOnly>();
        foreach (var makeUp in MakeUpWorkdays)
        {
            if (!Near(makeUp.Date)) problems.Add($"调休上班日{Text(makeUp.Date)}不在{Year}年");
            if (!worked.Add(makeUp.Date)) problems.Add($"{Text(makeUp.Date)}重复列为调休上班");
            if (off.Contains(makeUp.Date)) problems.Add($"{Text(makeUp.Date)}既列为放假又列为调休上班");
            if (makeUp.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                problems.Add($"调休上班日{Text(makeUp.Date)}不是周六或周日");
        }
        if (!Published && Holidays.Count + MakeUpWorkdays.Count > 0) problems.Add($"{Year}年标为未公布，却列有日期");
        return problems;
    }

    private bool Near(DateOnly day) =>
        day.Year == Year || (day.Year == Year - 1 && day.Month == 12) || (day.Year == Year + 1 && day.Month == 1);

    private static string Text(DateOnly day) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
