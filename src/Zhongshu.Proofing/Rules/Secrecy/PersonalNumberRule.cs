using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Secrecy;

/// <summary>
/// Identity-card, mobile-phone and bank-card numbers, written in one run or in groups (138 0013 8000, 6222-0212-…), in half or full
/// width. Their check digits are worked out; a wrong identity number and a mobile number with a digit too few or too many are remarked on in any
/// text, everything else where it is to be published.
/// </summary>
internal sealed class PersonalNumberRule(bool forPublication) : IParagraphRule
{
    private const int Longest = 24;
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly string[] CardWords = ["卡号", "账号", "帐号", "银行卡", "账户", "帐户", "存折", "一卡通"];
    private static readonly string[] IdentityWords = ["身份证", "身份号码", "证件号"];
    private static readonly string[] PhoneWords = ["电话", "手机", "联系方式", "联系人"];
    private static readonly string[] OtherWords = ["信用代码", "机构代码", "订单", "流水号", "编号", "编码", "单号"];

    public void Look(Line line, Remarks remarks)
    {
        var text = line.Text;
        for (var i = Next(text, 0); i >= 0;)
        {
            var end = i;
            while (IsDigit(CharClass.At(text, end))) end++;
            var alone = !IsDigit(CharClass.At(text, i - 1)) && !CharClass.IsLatin(CharClass.At(text, i - 1)) && CharClass.At(text, i - 1) is not ('.' or '〕');
            if (alone && end - i is 10 or 12 && IsShortOrLong(text, i, end)) remarks.Add("number.phone-digits", line.At(i, end), null, end - i);
            else if (alone && end - i >= 11) Run(line, i, end, remarks);
            else if (alone && forPublication && end - i is 3 or 4 or 6 && Grouped(line, i, remarks) is > 0 and var after) end = after;
            i = Next(text, end);
        }
    }

    private int Next(string text, int from)
    {
        if (!forPublication) return CharClass.NextDigit(text, from);
        if (from >= text.Length) return -1;
        var rest = text.AsSpan(from);
        var (half, full) = (rest.IndexOfAnyInRange('0', '9'), rest.IndexOfAnyInRange('０', '９'));
        var found = half < 0 || (full >= 0 && full < half) ? full : half;
        return found < 0 ? -1 : from + found;
    }

    private bool IsDigit(char c) => CharClass.IsDigit(c) || (forPublication && c is >= '０' and <= '９');

    private void Run(Line line, int start, int end, Remarks remarks)
    {
        if (CharClass.At(line.Text, end) is 'X' or 'x' or 'Ｘ') end++;
        else if (CharClass.IsLatin(CharClass.At(line.Text, end))) return;
        if (end - start > Longest) return;
        Span<char> digits = stackalloc char[Longest];
        Number(line, start, end, digits[..Digits(line.Text, start, end, digits)], remarks);
    }

    /// <summary>Groups parted by one blank or hyphen, as numbers are read out: 3-4-4, 6-8-4, 4-4-4-4-n. Where they end, or 0.</summary>
    private int Grouped(Line line, int start, Remarks remarks)
    {
        var text = line.Text;
        Span<int> groups = stackalloc int[6];
        var (count, end) = (0, start);
        while (count < groups.Length)
        {
            var from = end;
            while (IsDigit(CharClass.At(text, end))) end++;
            groups[count++] = end - from;
            if (CharClass.At(text, end) is not (' ' or '-' or '－') || !IsDigit(CharClass.At(text, end + 1))) break;
            end++;
        }

        if (CharClass.At(text, end) is 'X' or 'x' && groups[count - 1] == 3) groups[count - 1]++;
        var known = groups[..count] is [3, 4, 4] or [6, 8, 4] or [4, 4, 4, 4, 1 or 2 or 3] or [4, 4, 4, 4];
        if (!known || end - start > Longest) return 0;
        Run(line, start, end, remarks);
        return end;
    }

    private static int Digits(string text, int start, int end, Span<char> digits)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i] is >= '０' and <= '９' ? (char)(text[i] - '０' + '0') : text[i] == 'Ｘ' ? 'X' : text[i];
            if (c is not (' ' or '-' or '－')) digits[count++] = char.ToUpperInvariant(c);
        }

        return count;
    }

    private void Number(Line line, int start, int end, ReadOnlySpan<char> number, Remarks remarks)
    {
        var place = line.At(start, end);
        var named = Named(line.Text, start, IdentityWords);
        var x = number[^1] == 'X';
        if (number.Length == 18 && (named || Birthday(number)))
        {
            var right = CheckDigit(number) == number[17];
            if (forPublication && (right || named)) remarks.Add("secrecy.identity", place);
            else if (!right && Birthday(number)) remarks.Add("secrecy.identity-check", place);
        }
        else if (!forPublication || x) return;
        else if (number.Length == 15 && named) remarks.Add("secrecy.identity", place);
        else if (Phone(number)) remarks.Add("secrecy.phone", place);
        else if (number.Length is >= 16 and <= 19 && Luhn(number) && !Named(line.Text, start, OtherWords))
            remarks.Add(Named(line.Text, start, CardWords) ? "secrecy.bank" : "secrecy.bank-like", place);
    }

    /// <summary>Begins as a mobile number does, and is called one.</summary>
    private static bool IsShortOrLong(string text, int start, int end) => text[start] == '1' && text[start + 1] is >= '3' and <= '9' && CharClass.At(text, end) is not ('元' or '户' or '.') && Named(text, start, PhoneWords);

    private static bool Phone(ReadOnlySpan<char> number)
    {
        if (number.Length == 13 && number.StartsWith("86")) number = number[2..];
        return number.Length == 11 && number[0] == '1' && number[1] >= '3';
    }

    /// <summary>Whether one of the words stands in the same clause, at most twelve characters before.</summary>
    private static bool Named(string text, int start, string[] words)
    {
        var before = text.AsSpan(Math.Max(0, start - 12), Math.Min(12, start));
        before = before[(before.LastIndexOfAny('，', '。', '；') + 1)..];
        foreach (var word in words)
            if (before.IndexOf(word) >= 0) return true;
        return false;
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
