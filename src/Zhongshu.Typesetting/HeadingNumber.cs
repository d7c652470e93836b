using System.Globalization;

namespace Zhongshu.Typesetting;

/// <summary>The numerals of first and second level headings: 一、 and （一）.</summary>
public static class HeadingNumber
{
    private const string Digits = "一二三四五六七八九";
    private const int Most = 99;

    /// <summary>The Chinese numeral of a place in a list.</summary>
    /// <param name="index">From 0 (一). A list of more than 99 is counted on in Arabic numerals.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static string Of(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (index >= Most) return (index + 1).ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = Math.DivRem(index + 1, 10);
        return (tens > 1 ? Digits[tens - 1].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? Digits[ones - 1].ToString() : "");
    }
}
