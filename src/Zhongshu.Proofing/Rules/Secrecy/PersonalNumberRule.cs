using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Secrecy;

/// <summary>Identity-card, mobile-phone and bank-card numbers. Their check digits are worked out; a wrong identity number is remarked on in any text.</summary>
internal sealed class PersonalNumberRule(bool forPublication) : IParagraphRule
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = CharClass.NextDigit(text, 0); i >= 0;)
        {
            var end = i;
            while (end < text.Length && CharClass.IsDigit(text[end])) end++;
            if (end - i >= 11 && !CharClass.IsLatin(CharClass.At(text, i - 1))) Number(line, i, end, remarks);
            i = CharClass.NextDigit(text, end);
        }
    }

    private void Number(Line line, int start, int end, Remarks remarks)
    {
        var text = line.Text;
        var x = CharClass.At(text, end) is 'X' or 'x';
        var length = end - start + (x ? 1 : 0);
        var number = text.AsSpan(start, length);
        var place = line.At(start, start + length);
        if (length == 18 && Birthday(number))
        {
            if (CheckDigit(number) != char.ToUpperInvariant(number[17])) remarks.Add("secrecy.identity-check", place);
            else if (forPublication) remarks.Add("secrecy.identity", place);
        }
        else if (forPublication && length == 11 && number[0] == '1' && number[1] >= '3') remarks.Add("secrecy.phone", place);
        else if (forPublication && !x && length is >= 16 and <= 19 && Luhn(number)) remarks.Add("secrecy.bank", place);
    }

    /// <summary>GB 11643: digits 7 to 14 are a day of birth.</summary>
    private static bool Birthday(ReadOnlySpan<char> number)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var (year, month, day) = (int.Parse(number[6..10], culture), int.Parse(number[10..12], culture), int.Parse(number[12..14], culture));
        return number[0] is >= '1' and <= '8' && year is > 1900 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    private static char CheckDigit(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++) sum += (number[i] - '0') * Weights[i];
        return "10X98765432"[sum % 11];
    }

    private static bool Luhn(ReadOnlySpan<char> number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0 && number[0] is '6' or '5' or '4' or '3' or '9';
    }
}
