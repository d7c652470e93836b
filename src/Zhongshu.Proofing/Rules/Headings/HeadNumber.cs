using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Rules.Numbers;

namespace Zhongshu.Proofing.Rules.Headings;

/// <summary>The kinds of number at the head of a paragraph; the first five are the levels of GB/T 9704 7.3.3 and ①.</summary>
internal enum HeadLevel
{
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    Chapter,
    Section,
    Article,
    Attachment,
}

/// <summary>A number at the head of a paragraph.</summary>
internal readonly record struct HeadNumber(HeadLevel Level, int Number, int Start, int End)
{
    /// <summary>Reads the number of a paragraph, also one that the file's program sets by itself.</summary>
    public static HeadNumber? Of(Line line)
    {
        if (line.Paragraph.Number is { Length: > 0 } automatic && Read(automatic) is { } number) return number with { Start = 0, End = 0 };
        return Read(line.Text);
    }

    private static HeadNumber? Read(string text)
    {
        var start = 0;
        while (start < text.Length && start < 40 && (CharClass.Of(text[start]) == CharKind.Space || "*#->".Contains(text[start]))) start++;
        if (start >= text.Length) return null;
        return text[start] switch
        {
            '（' or '(' => Bracketed(text, start),
            '第' => Ordinal(text, start),
            '附' => Attachment(text, start),
            >= '①' and <= '⑳' => new HeadNumber(HeadLevel.Fifth, text[start] - '①' + 1, start, start + 1),
            _ => Plain(text, start),
        };
    }

    private static HeadNumber? Bracketed(string text, int start)
    {
        var end = NumberEnd(text, start + 1);
        if (end == start + 1 || CharClass.At(text, end) is not ('）' or ')')) return null;
        var number = Numeral.Small(text.AsSpan(start + 1, end - start - 1));
        var level = CharClass.IsDigit(text[start + 1]) ? HeadLevel.Fourth : HeadLevel.Second;
        return number == 0 ? null : new HeadNumber(level, number, start, end + 1);
    }

    private static HeadNumber? Ordinal(string text, int start)
    {
        var end = NumberEnd(text, start + 1);
        var number = end == start + 1 ? 0 : Numeral.Small(text.AsSpan(start + 1, end - start - 1));
        if (number == 0) return null;
        HeadLevel? level = CharClass.At(text, end) switch
        {
            '章' => HeadLevel.Chapter,
            '节' => HeadLevel.Section,
            '条' => HeadLevel.Article,
            _ => null,
        };
        var after = CharClass.At(text, end + 1);
        if (level is null || (after != '\0' && CharClass.Of(after) != CharKind.Space && after != '*')) return null;
        return new HeadNumber(level.Value, number, start, end + 1);
    }

    private static HeadNumber? Attachment(string text, int start)
    {
        if (CharClass.At(text, start + 1) != '件') return null;
        var end = start + 2;
        while (CharClass.IsDigitAt(text, end) && end - start < 5) end++;
        var number = end == start + 2 ? 0 : Numeral.Small(text.AsSpan(start + 2, end - start - 2));
        return number == 0 || text.Length - end > 1 ? null : new HeadNumber(HeadLevel.Attachment, number, start, end);
    }

    private static HeadNumber? Plain(string text, int start)
    {
        var end = NumberEnd(text, start);
        if (end == start) return null;
        var (mark, after) = (CharClass.At(text, end), CharClass.At(text, end + 1));
        var arabic = CharClass.IsDigit(text[start]);
        var fits = arabic ? mark is '.' or '．' or '、' && !CharClass.IsDigit(after) && after != '\0' : mark == '、' && after != '\0' && !CharClass.IsChineseNumeral(after);
        var number = fits ? Numeral.Small(text.AsSpan(start, end - start)) : 0;
        return number == 0 ? null : new HeadNumber(arabic ? HeadLevel.Third : HeadLevel.First, number, start, end + 1);
    }

    private static int NumberEnd(string text, int start)
    {
        var arabic = CharClass.IsDigitAt(text, start);
        var end = start;
        while (end < text.Length && end - start < 5 && (arabic ? CharClass.IsDigit(text[end]) : "零一二三四五六七八九十百".Contains(text[end]))) end++;
        return end;
    }
}
