using System.Globalization;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Numbers;

/// <summary>A number read from a text, with its place.</summary>
internal readonly record struct Figure(decimal Value, int Start, int End);

/// <summary>Reads Arabic and small Chinese numbers.</summary>
internal static class Numeral
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads digits, thousands separators and a fraction. Values beyond eighteen digits are not read.</summary>
    public static bool TryRead(string text, int start, out Figure figure)
    {
        var end = start;
        while (end < text.Length && (CharClass.IsDigit(text[end]) || Grouping(text, end))) end++;
        if (end < text.Length - 1 && text[end] == '.' && CharClass.IsDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && CharClass.IsDigit(text[end])) end++;
        }

        figure = default;
        if (end == start || end - start > 22) return false;
        if (!decimal.TryParse(text.AsSpan(start, end - start), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)) return false;
        figure = new Figure(value, start, end);
        return true;
    }

    /// <summary>One to ninety-nine in Chinese characters; 0 when the stretch is no such number.</summary>
    public static int Chinese(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 5) return 0;
        var hundred = text.IndexOf('百');
        if (hundred == 1)
        {
            var tail = text[2..];
            if (tail.Length > 0 && tail[0] == '零') tail = tail[1..];
            return (Digits.IndexOf(text[0], StringComparison.Ordinal) * 100) + (tail.Length == 0 ? 0 : Chinese(tail));
        }

        var ten = text.IndexOf('十');
        if (ten < 0) return text.Length == 1 ? Math.Max(0, Digits.IndexOf(text[0], StringComparison.Ordinal)) : 0;
        var tens = ten == 0 ? 1 : ten == 1 ? Digits.IndexOf(text[0], StringComparison.Ordinal) : -1;
        var ones = ten == text.Length - 1 ? 0 : ten == text.Length - 2 ? Digits.IndexOf(text[^1], StringComparison.Ordinal) : -1;
        return tens <= 0 || ones < 0 ? 0 : (tens * 10) + ones;
    }

    /// <summary>A small number in Arabic or Chinese digits; 0 when it is none.</summary>
    public static int Small(ReadOnlySpan<char> text) =>
        text.Length is > 0 and < 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : Chinese(text);

    private static bool Grouping(string text, int at) =>
        text[at] == ',' && CharClass.IsDigitAt(text, at - 1) && CharClass.IsDigitAt(text, at + 1) && CharClass.IsDigitAt(text, at + 2)
        && CharClass.IsDigitAt(text, at + 3) && !CharClass.IsDigitAt(text, at + 4);
}
