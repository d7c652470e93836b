using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Numbers;

/// <summary>A date written with 年 月 日; parts that are not written are 0.</summary>
internal readonly record struct WrittenDate(int Year, int Month, int Day, int YearDigits, int Start, int End)
{
    /// <summary>The month has that day; a year that is not written is taken as a leap year.</summary>
    public bool Exists => Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(Year is >= 1 and <= 9999 ? Year : 2000, Month);

    public DateOnly? Whole => Year is >= 1900 and <= 2200 && Month > 0 && Day > 0 && Exists ? new DateOnly(Year, Month, Day) : null;
}

/// <summary>Reads dates in Arabic digits.</summary>
internal static class DateReader
{
    /// <summary>Reads 2026年3月5日, 3月5日, 2026年3月 or 26年3月 at a digit.</summary>
    public static bool TryRead(string text, int start, out WrittenDate date)
    {
        date = default;
        var at = start;
        if (!Part(text, ref at, out var first, out var digits)) return false;
        var (year, month, day) = (0, 0, 0);
        var yearDigits = 0;
        if (CharClass.At(text, at) == '年')
        {
            (year, yearDigits) = (first, digits);
            at++;
            var afterYear = at;
            if (!Part(text, ref at, out month, out _) || CharClass.At(text, at) != '月')
            {
                date = new WrittenDate(year, 0, 0, yearDigits, start, afterYear);
                return true;
            }
        }
        else if (CharClass.At(text, at) == '月') month = first;
        else return false;

        at++;
        var afterMonth = at;
        if (Part(text, ref at, out day, out _) && CharClass.At(text, at) is '日' or '号')
        {
            date = new WrittenDate(year, month, day, yearDigits, start, at + 1);
            return true;
        }

        date = new WrittenDate(year, month, 0, yearDigits, start, afterMonth);
        return true;
    }

    private static bool Part(string text, ref int at, out int value, out int digits)
    {
        (value, digits) = (0, 0);
        while (CharClass.IsDigitAt(text, at) && digits < 5)
        {
            value = (value * 10) + (text[at] - '0');
            at++;
            digits++;
        }

        return digits is >= 1 and <= 4;
    }
}
