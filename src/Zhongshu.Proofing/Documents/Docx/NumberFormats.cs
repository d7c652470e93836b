using System.Globalization;
using System.Text;

namespace Zhongshu.Proofing.Documents.Docx;

/// <summary>Writes a list number the way Word writes it in each <c>w:numFmt</c> (ECMA-376 §17.18.59).</summary>
internal static class NumberFormats
{
    private const string Digits = "零一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";

    public static string Format(int n, string format) => format switch
    {
        "none" => "",
        "decimalZero" => n.ToString("00", CultureInfo.InvariantCulture),
        "upperRoman" => Roman(n),
        "lowerRoman" => Roman(n).ToLowerInvariant(),
        "upperLetter" => Letters(n, 'A'),
        "lowerLetter" => Letters(n, 'a'),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Plain(n).Select(c => c is >= '0' and <= '9' ? (char)(c - '0' + '０') : c)),
        "chineseCounting" or "taiwaneseCounting" => n is > 0 and < 100 ? Counting(n, Digits, "十百千万") : Each(n, "○一二三四五六七八九"),
        "chineseCountingThousand" or "taiwaneseCountingThousand" or "japaneseCounting" or "koreanCounting" => Counting(n, Digits, "十百千万"),
        "chineseLegalSimplified" => Counting(n, Legal, "拾佰仟万"),
        "ideographLegalTraditional" or "japaneseLegal" => Counting(n, "零壹貳參肆伍陸柒捌玖", "拾佰仟萬"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Each(n, "〇一二三四五六七八九"),
        "ideographTraditional" => Cycle(n, "甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => Cycle(n, "子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Enclosed(n, '①', 20),
        "decimalEnclosedParen" => Enclosed(n, '⑴', 20),
        "decimalEnclosedFullstop" => Enclosed(n, '⒈', 20),
        "ideographEnclosedCircle" => Enclosed(n, '㊀', 10),
        _ => Plain(n),
    };

    private static string Plain(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string Each(int n, string digits) =>
        string.Concat(Plain(n).Select(c => c is >= '0' and <= '9' ? digits[c - '0'] : c));

    private static string Cycle(int n, string signs) => n >= 1 && n <= signs.Length ? signs[n - 1].ToString() : Plain(n);

    private static string Enclosed(int n, char first, int last) => n >= 1 && n <= last ? ((char)(first + n - 1)).ToString() : Plain(n);

    private static string Letters(int n, char first) =>
        n is < 1 or > 780 ? Plain(n) : new string((char)(first + ((n - 1) % 26)), ((n - 1) / 26) + 1);

    private static string Roman(int n)
    {
        if (n is < 1 or > 3999) return Plain(n);
        (int Value, string Sign)[] signs =
            [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
        var text = new StringBuilder();
        foreach (var (value, sign) in signs)
        {
            for (; n >= value; n -= value) text.Append(sign);
        }

        return text.ToString();
    }

    /// <summary>十, 十一, 二十, 一百零一; the leading 一 of 一十 falls away as in speech.</summary>
    private static string Counting(int n, string digits, string units)
    {
        if (n is < 1 or > 99_999) return Plain(n);
        var text = new StringBuilder();
        var (number, pendingZero) = (Plain(n), false);
        for (var i = 0; i < number.Length; i++)
        {
            var (digit, power) = (number[i] - '0', number.Length - 1 - i);
            if (digit == 0)
            {
                pendingZero = true;
                continue;
            }

            if (pendingZero) text.Append(digits[0]);
            pendingZero = false;
            if (!(digit == 1 && power == 1 && i == 0)) text.Append(digits[digit]);
            if (power > 0) text.Append(units[power - 1]);
        }

        return text.ToString();
    }
}
