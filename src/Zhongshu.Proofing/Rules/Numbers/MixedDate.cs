using System.Globalization;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Numbers;

/// <summary>2026年三月五日, 二〇二六年3月5日: one date in two kinds of numerals (GB/T 15835 5.3).</summary>
internal static class MixedDate
{
    private const string Digits = "〇一二三四五六七八九";
    private const int LongestPart = 3;

    private readonly record struct Part(int Value, bool Chinese, int End);

    public static void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = text.IndexOf('年', StringComparison.Ordinal); i >= 0; i = text.IndexOf('年', i + 1))
        {
            if (i < 4 || Year(text.AsSpan(i - 4, 4)) is not { } year || Before(text, i + 1, '月') is not { } month) continue;
            var day = Before(text, month.End, '日');
            var chinese = Digits.Contains(text[i - 1], StringComparison.Ordinal) || text[i - 1] is '零' or '○';
            if (chinese == month.Chinese && (day is null || day.Value.Chinese == chinese)) continue;
            var fix = string.Create(CultureInfo.InvariantCulture, $"{year}年{month.Value}月") + (day is { } d ? string.Create(CultureInfo.InvariantCulture, $"{d.Value}日") : "");
            var end = day?.End ?? month.End;
            remarks.Add("number.date-mixed", line.At(i - 4, end), fix, text[(i - 4)..end]);
        }
    }

    private static int? Year(ReadOnlySpan<char> text)
    {
        var value = 0;
        foreach (var c in text)
        {
            var digit = CharClass.IsDigit(c) ? c - '0' : c is '零' or '○' ? 0 : Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0) return null;
            value = (value * 10) + digit;
        }

        return value is > 1900 and < 2200 && CharClass.IsDigit(text[0]) == CharClass.IsDigit(text[3]) ? value : null;
    }

    /// <summary>The number that stands before a unit, and where the unit ends.</summary>
    private static Part? Before(string text, int from, char unit)
    {
        var length = text.AsSpan(from, Math.Min(LongestPart + 1, text.Length - from)).IndexOf(unit);
        if (length <= 0 || Numeral.Small(text.AsSpan(from, length)) is not (> 0 and var value)) return null;
        return new Part(value, !CharClass.IsDigit(text[from]), from + length + 1);
    }
}
