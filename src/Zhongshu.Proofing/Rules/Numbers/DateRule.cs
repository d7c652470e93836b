using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules.Numbers;

/// <summary>Dates and clock times: form (GB/T 15835, GB/T 9704 7.3.5.4) and whether there is such a day.</summary>
internal sealed class DateRule : IParagraphRule
{
    private const string Weekdays = "日一二三四五六";
    private static readonly UnitSet YearUnits = new("〇零○0OoＯ一二三四五六七八九");

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        WrittenDate? previous = null;
        for (var i = CharClass.NextDigit(text, 0); i >= 0;)
        {
            var end = i + 1;
            if (DateReader.TryRead(text, i, out var date))
            {
                end = date.End;
                if (!CharClass.IsDigitAt(text, i - 1) && CharClass.At(text, i - 1) != '.') Date(line, date, remarks);
                if (previous is { } from) Range(line, from, date, remarks);
                previous = date;
            }
            else
            {
                while (end < text.Length && CharClass.IsDigit(text[end])) end++;
                Clock(line, i, end, remarks);
            }

            i = CharClass.NextDigit(text, end);
        }

        ChineseYear(line, remarks);
        MixedDate.Look(line, remarks);
    }

    private static void Date(Line line, WrittenDate date, Remarks remarks)
    {
        var text = line.Text;
        var place = line.At(date.Start, date.End);
        if (date.Day > 0 && !date.Exists)
        {
            remarks.Add("consistency.date", place, null, text[date.Start..date.End]);
            return;
        }

        if (date.Day == 0 && date.Year > 0 && date.Month > 12) remarks.Add("consistency.date", place, null, text[date.Start..date.End]);
        if (date.YearDigits == 2 && date.Month is > 0 and <= 12 && CharClass.At(text, date.Start - 1) is not ('第' or '近' or '历'))
            remarks.Add("number.short-year", line.At(date.Start, date.Start + 3), null, text[date.Start..(date.Start + 3)]);
        if (date.Month > 0) Zeros(line, date, remarks);
        if (date.Whole is { } whole) Weekday(line, whole, date.End, remarks);
    }

    private static void Zeros(Line line, WrittenDate date, Remarks remarks)
    {
        var written = line.Text[date.Start..date.End];
        var plain = written.Replace("年0", "年", StringComparison.Ordinal).Replace("月0", "月", StringComparison.Ordinal);
        if (date.Year == 0 && plain[0] == '0') plain = plain[1..];
        if (plain != written) remarks.Add(line.Role == ElementRole.Date ? "kind.date-zero" : "number.date-zero", line.At(date.Start, date.End), plain, plain);
    }

    private static void Weekday(Line line, DateOnly date, int end, Remarks remarks)
    {
        var text = line.Text;
        var at = end;
        if (CharClass.At(text, at) is '（' or '(' or '，' or ' ') at++;
        if (string.CompareOrdinal(text, at, "星期", 0, 2) == 0) at += 2;
        else if (string.CompareOrdinal(text, at, "周", 0, 1) == 0) at++;
        else return;
        var written = CharClass.At(text, at) == '天' ? 0 : Weekdays.IndexOf(CharClass.At(text, at), StringComparison.Ordinal);
        var right = (int)date.DayOfWeek;
        if (written < 0 || written == right || CharClass.At(text, at + 1) is '年' or '岁' or '期') return;
        remarks.Add("consistency.weekday", line.At(at, at + 1), Weekdays[right].ToString(), $"{date.Year}年{date.Month}月{date.Day}日", Weekdays[right]);
    }

    /// <summary>…至…: the end lies before the start, both written to the same exactness.</summary>
    private static void Range(Line line, WrittenDate from, WrittenDate to, Remarks remarks)
    {
        if (to.Start - from.End == 1 && line.Text[from.End] == '-') remarks.Add("punct.range", line.At(from.End, to.Start), "—");
        var gap = line.Text.AsSpan(from.End, Math.Max(0, to.Start - from.End));
        if (gap is not ("至" or "到" or "—" or "－" or "-" or "～" or "~")) return;
        var year = to.Year > 0 ? to.Year : from.Year;
        var wrong = from.Year > 0 && to.Year > 0 && from.Month == 0 && to.Month == 0
            ? to.Year < from.Year && from.YearDigits == to.YearDigits
            : from.Month > 0 && to.Month > 0 && (from.Day > 0) == (to.Day > 0) && from.Year > 0
                && (year, to.Month, to.Day).CompareTo((from.Year, from.Month, from.Day)) < 0;
        if (wrong) remarks.Add("consistency.range", line.At(from.Start, to.End), null, line.Text[from.Start..to.End]);
    }

    private static void Clock(Line line, int start, int end, Remarks remarks)
    {
        var text = line.Text;
        if (end - start > 2) return;
        var mark = CharClass.At(text, end);
        if (mark is not (':' or '：' or '时')) return;
        var half = start >= 2 ? text.AsSpan(start - 2, 2) : default;
        var named = half is "上午" or "下午" or "凌晨" or "中午" or "晚上" || CharClass.At(text, start - 1) is '日' or '）';
        if (!named) return;
        var hour = int.Parse(text.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture);
        var minutes = CharClass.IsDigitAt(text, end + 1) && CharClass.IsDigitAt(text, end + 2) ? ((text[end + 1] - '0') * 10) + text[end + 2] - '0' : 0;
        if (hour > 24 || minutes > 59) remarks.Add("consistency.time", line.At(start, Math.Min(text.Length, end + 1)));
        else if (half is "上午" && hour > 12) remarks.Add("consistency.time-half", line.At(start - 2, end + 1));
    }

    /// <summary>二○二六年, 二0二六年: the zero of a year in Chinese numerals is 〇 (GB/T 15835 5.2.5).</summary>
    private static void ChineseYear(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf('年', StringComparison.Ordinal); i >= 0; i = text.IndexOf('年', i + 1))
        {
            if (i < 4) continue;
            var year = text.AsSpan(i - 4, 4);
            if (year[0] is not ('一' or '二') || !YearUnits.HoldsAll(year) || CharClass.IsChineseNumeral(CharClass.At(text, i - 5))) continue;
            var mixed = year.IndexOfAny("○0OoＯ");
            if (mixed < 0 && !year.Contains('零')) continue;
            var fix = string.Create(4, (text, i), static (span, from) =>
            {
                for (var k = 0; k < 4; k++) span[k] = "○0OoＯ零".Contains(from.text[from.i - 4 + k]) ? '〇' : from.text[from.i - 4 + k];
            });
            var rule = mixed < 0 ? "number.year-ling" : year[mixed] == '○' ? "number.year-circle" : "number.year-zero";
            remarks.Add(rule, line.At(i - 4, i), fix, fix);
        }
    }
}
