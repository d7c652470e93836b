using System.Globalization;
using System.Text.RegularExpressions;
using Zhongshu.Calendar;

namespace Zhongshu.Modules.Supervision.Propose;

/// A deadline as the text says it, and the day it means.
internal sealed record DeadlinePhrase(string Words, DateOnly Day);

/// 时限: 6月底前, 年底前, 二季度, 上半年, 15个工作日内 … as a day. What ends a period means the last workday in it. Pure.
internal static partial class DeadlinePhrases
{
    private static readonly (Regex Form, Func<Match, int, DateOnly, WorkCalendar, DateOnly?> Day)[] Forms =
    [
        (FullDay(), (m, year, _, _) => DayOf(YearOf(m, year), Number(m.Groups["m"].Value), Number(m.Groups["d"].Value))),
        (MonthPart(), (m, year, _, calendar) => PartOfMonth(m, YearOf(m, year), calendar)),
        (Quarter(), (m, year, _, calendar) => EndOf(YearOf(m, year), Number(m.Groups["q"].Value) * 3, calendar)),
        (HalfYear(), (m, year, _, calendar) => EndOf(YearOf(m, year), m.Groups["h"].Value == "上" ? 6 : 12, calendar)),
        (ThisMonth(), (m, _, today, calendar) => today.AddMonths(m.Groups["n"].Value == "下" ? 1 : 0) is var month ? EndOf(month.Year, month.Month, calendar) : null),
        (YearEnd(), (m, year, _, calendar) => EndOf(m.Groups["y"].Success ? YearOf(m, year) : m.Value.StartsWith('明') ? year + 1 : year, 12, calendar)),
        (Inside(), (m, _, today, calendar) => Within(m, today, calendar)),
    ];

    /// The last deadline that the text names, since a sentence ends with what must be done by then; null when it names none. year = of the plan.
    public static DeadlinePhrase? Find(string text, int year, DateOnly today, WorkCalendar calendar)
    {
        DeadlinePhrase? found = null;
        foreach (var (form, day) in Forms)
        {
            foreach (Match match in form.Matches(text))
            {
                if (day(match, year, today, calendar) is not { } on || on.Year < 2000) continue;
                if (found is null || on > found.Day) found = new DeadlinePhrase(match.Value, on);
            }
        }

        return found;
    }

    public static bool IsIn(string clause) => Forms.Any(f => f.Form.IsMatch(clause));

    /// The clause without its deadline.
    public static string Without(string clause)
    {
        foreach (var (form, _) in Forms) clause = form.Replace(clause, "");
        return clause.Trim();
    }

    private static DateOnly? DayOf(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateOnly? PartOfMonth(Match match, int year, WorkCalendar calendar)
    {
        var month = Number(match.Groups["m"].Value);
        if (month is < 1 or > 12) return null;
        var last = match.Groups["p"].Value switch { "初" or "上旬" => 10, "中旬" => 20, _ => DateTime.DaysInMonth(year, month) };
        return calendar.OnOrBefore(new DateOnly(year, month, last));
    }

    private static DateOnly? EndOf(int year, int month, WorkCalendar calendar) =>
        year is < 1 or > 9998 || month is < 1 or > 12 ? null : calendar.OnOrBefore(new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    private static DateOnly? Within(Match match, DateOnly today, WorkCalendar calendar)
    {
        var amount = Number(match.Groups["n"].Value);
        if (amount is < 1 or > 400) return null;
        return match.Groups["u"].Value switch
        {
            "个工作日" => calendar.AddWorkdays(today, amount),
            "个月" => calendar.OnOrBefore(today.AddMonths(amount)),
            _ => calendar.OnOrBefore(today.AddDays(amount)),
        };
    }

    private static int YearOf(Match match, int year) => match.Groups["y"] is { Success: true } own && int.TryParse(own.Value, CultureInfo.InvariantCulture, out var written) && written is > 0 and < 9998 ? written : year;

    /// 12, 六, 十一
    private static int Number(string text)
    {
        if (int.TryParse(text, CultureInfo.InvariantCulture, out var number)) return number;
        const string Digits = "零一二三四五六七八九";
        var ten = text.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return text.Length == 1 ? Math.Max(0, Digits.IndexOf(text[0], StringComparison.Ordinal)) : 0;
        var tens = ten == 0 ? 1 : Math.Max(0, Digits.IndexOf(text[0], StringComparison.Ordinal));
        return tens * 10 + (ten == text.Length - 1 ? 0 : Math.Max(0, Digits.IndexOf(text[^1], StringComparison.Ordinal)));
    }

    private const string Year = @"(?:(?<y>20[0-9]{2})年)?";
    private const string Month = @"(?<!个|每|[0-9])(?<m>1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月份?";
    private const string Before = @"(?:以前|之前|前|止)?";

    [GeneratedRegex(Year + Month + @"(?<d>3[01]|[12][0-9]|[1-9])[日号]" + Before)]
    private static partial Regex FullDay();

    [GeneratedRegex(Year + Month + @"(?![0-9一二三四五六七八九十])(?<p>底|末|初|上旬|中旬|下旬)?" + Before)]
    private static partial Regex MonthPart();

    [GeneratedRegex(@"(?<!每|每个)" + Year + @"(?:第|前)?(?<q>[一二三四1-4])(?:个)?季度(?:末|底|内)?" + Before)]
    private static partial Regex Quarter();

    [GeneratedRegex(Year + @"(?<h>上|下)半年(?:内|底)?" + Before)]
    private static partial Regex HalfYear();

    [GeneratedRegex(@"(?<n>本|这个|下)月(?:底|末|内)" + Before + @"|(?<![0-9一二三四五六七八九十])月底前")]
    private static partial Regex ThisMonth();

    [GeneratedRegex(@"(?<y>20[0-9]{2})年(?:底|末|内)" + Before + @"|(?:今年|明年|当年)(?:年?底|年?末|内)?" + Before + @"|(?<![0-9一二三四五六七八九十两几近])年(?:底|末|内)" + Before + "|全年")]
    private static partial Regex YearEnd();

    [GeneratedRegex(@"(?<n>[0-9]{1,3}|[一二三四五六七八九十]{1,3})(?<u>个工作日|个月|日|天)(?:以内|之内|内)")]
    private static partial Regex Inside();
}
