namespace Zhongshu.Proofing.Lexicon;

/// <summary>What a UTF-16 unit is to a proofreader.</summary>
internal enum CharKind : byte
{
    Other,
    Han,
    Digit,
    Latin,
    FullDigit,
    FullLatin,
    Space,
    Invisible,
    HalfMark,
    FullMark,
    Surrogate,
}

/// <summary>One table look-up for each unit; ASCII and the CJK blocks that Chinese office texts use.</summary>
internal static class CharClass
{
    private const string ChineseNumeralUnits = "〇零一二三四五六七八九十百千两○";
    private static readonly CharKind[] Kinds = Build();

    public static CharKind Of(char c) => Kinds[c];

    public static bool IsHan(char c) => Kinds[c] == CharKind.Han;

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    public static bool IsLatin(char c) => Kinds[c] == CharKind.Latin;

    public static bool IsChineseNumeral(char c) => ChineseNumeralUnits.Contains(c);

    /// <summary>The next ASCII digit from a place on; -1 for none.</summary>
    public static int NextDigit(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAnyInRange('0', '9');
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The unit at a place, or NUL outside the text.</summary>
    public static char At(string text, int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    public static bool IsHanAt(string text, int index) => (uint)index < (uint)text.Length && IsHan(text[index]);

    public static bool IsDigitAt(string text, int index) => (uint)index < (uint)text.Length && IsDigit(text[index]);

    private static CharKind[] Build()
    {
        var kinds = new CharKind[char.MaxValue + 1];
        Fill(kinds, '\u0000', '\u001F', CharKind.Invisible);
        Fill(kinds, '\u007F', '\u009F', CharKind.Invisible);
        Fill(kinds, '\u200B', '\u200F', CharKind.Invisible);
        Fill(kinds, '\u202A', '\u202E', CharKind.Invisible);
        Fill(kinds, '\u2060', '\u2064', CharKind.Invisible);
        Fill(kinds, '\u2066', '\u206F', CharKind.Invisible);
        kinds['\u00AD'] = kinds['\uFEFF'] = kinds['\uFFFD'] = kinds['\uFFFE'] = kinds['\uFFFF'] = CharKind.Invisible;
        foreach (var c in "\t \u00A0\u2002\u2003\u2009\u202F\u3000") kinds[c] = CharKind.Space;
        for (var c = '!'; c <= '~'; c++) kinds[c] = CharKind.HalfMark;
        Fill(kinds, '0', '9', CharKind.Digit);
        Fill(kinds, 'a', 'z', CharKind.Latin);
        Fill(kinds, 'A', 'Z', CharKind.Latin);
        Fill(kinds, '\uFF10', '\uFF19', CharKind.FullDigit);
        Fill(kinds, '\uFF21', '\uFF3A', CharKind.FullLatin);
        Fill(kinds, '\uFF41', '\uFF5A', CharKind.FullLatin);
        Fill(kinds, '\u3400', '\u4DBF', CharKind.Han);
        Fill(kinds, '\u4E00', '\u9FFF', CharKind.Han);
        Fill(kinds, '\uF900', '\uFAFF', CharKind.Han);
        kinds['〇'] = CharKind.Han;
        foreach (var c in "，。、；：？！…—～·“”‘’（）《》〈〉【】〔〕「」『』［］｛｝﹏〖〗") kinds[c] = CharKind.FullMark;
        Fill(kinds, '\uD800', '\uDFFF', CharKind.Surrogate);
        return kinds;
    }

    private static void Fill(CharKind[] kinds, char first, char last, CharKind kind)
    {
        for (int c = first; c <= last; c++) kinds[c] = kind;
    }
}
