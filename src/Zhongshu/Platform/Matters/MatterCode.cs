using System.Globalization;

namespace Zhongshu.Platform.Matters;

/// 事项码: 2026-000123-7. The last digit is a Luhn check, so that a mistyped code is told at once.
internal static class MatterCode
{
    public static string Of(int year, long serial)
    {
        var digits = year.ToString("0000", CultureInfo.InvariantCulture) + serial.ToString("000000", CultureInfo.InvariantCulture);
        return $"{digits[..4]}-{digits[4..]}-{Check(digits)}";
    }

    public static bool IsValid(string code)
    {
        var parts = code.Split('-');
        if (parts.Length != 3 || parts[0].Length != 4 || parts[1].Length < 6 || parts[2].Length != 1) return false;
        var digits = parts[0] + parts[1];
        return digits.All(char.IsAsciiDigit) && parts[2][0] == Check(digits);
    }

    private static char Check(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[^(i + 1)] - '0';
            if (i % 2 == 0) d = d * 2 > 9 ? d * 2 - 9 : d * 2;
            sum += d;
        }

        return (char)('0' + (10 - sum % 10) % 10);
    }
}
