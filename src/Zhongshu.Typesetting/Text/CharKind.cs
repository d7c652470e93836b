using System.Text;

namespace Zhongshu.Typesetting.Text;

internal enum CharKind : byte
{
    /// <summary>Full-width, a line may break on either side.</summary>
    Wide,

    /// <summary>Opening mark: never ends a line.</summary>
    Opening,

    /// <summary>Closing mark: never starts a line.</summary>
    Closing,

    /// <summary>Dash and ellipsis, two of which make one mark.</summary>
    Paired,

    /// <summary>Latin letters, digits and their marks, set in the Latin face.</summary>
    Latin,

    Space,
}

internal static class CharKinds
{
    private const string OpeningMarks = "（〔【《〈「『“‘［｛〖〘";
    private const string ClosingMarks = "，。、；：！？）〕】》〉」』”’］｝〗〙％‰℃·～－／．";
    private const string NarrowOpening = "([{<$¥";
    private const string NarrowClosing = ")]}>,.;:!?%";
    private const string WideBelow = "§¨°±×÷·";

    public static CharKind Of(int code)
    {
        if (code is >= 0x3400 and <= 0x9FFF) return CharKind.Wide;
        if (code is ' ' or 0x3000 or 0xA0 or (>= 0x2002 and <= 0x200B)) return CharKind.Space;
        if (code < 0x530) return code > 0x7F && WideBelow.Contains((char)code) ? (code == '·' ? CharKind.Closing : CharKind.Wide) : CharKind.Latin;
        if (code > 0xFFFF) return CharKind.Wide;
        var c = (char)code;
        if (c is '—' or '…' or '⸺') return CharKind.Paired;
        if (c is >= '\u2010' and <= '\u2013') return CharKind.Latin;
        if (OpeningMarks.Contains(c)) return CharKind.Opening;
        return ClosingMarks.Contains(c) ? CharKind.Closing : CharKind.Wide;
    }

    /// <summary>May a line end after <paramref name="left"/> and the next start with <paramref name="right"/> (GB/T 15834, 5.1)?</summary>
    public static bool MayBreak(int left, int right)
    {
        CharKind a = Of(left), b = Of(right);
        if (a == CharKind.Opening || b == CharKind.Closing) return false;
        if (b == CharKind.Space) return false;
        if (a == CharKind.Paired && b == CharKind.Paired) return false;
        if (left < 0x80 && NarrowOpening.Contains((char)left)) return false;
        if (right < 0x80 && NarrowClosing.Contains((char)right)) return false;
        return !(a == CharKind.Latin && b == CharKind.Latin && left != '/');
    }

    /// <summary>Replaces what no page can hold (lone surrogates, control characters, non-characters) by a visible U+FFFD.</summary>
    public static string Clean(string text)
    {
        foreach (var c in text)
            if (c < ' ' || (c >= 0x7F && c < 0xA0) || char.IsSurrogate(c) || c >= 0xFFFE) return CleanSlowly(text);
        return text;
    }

    private static string CleanSlowly(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var code = rune.Value;
            if (code == '\t') clean.Append(' ');
            else if (code is '\r' or '\n') clean.Append(code == '\n' ? '\n' : ' ');
            else if (code < ' ' || code is >= 0x7F and < 0xA0 || (code & 0xFFFE) == 0xFFFE) clean.Append('\uFFFD');
            else clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
