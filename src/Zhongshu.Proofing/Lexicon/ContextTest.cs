namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// What must stand round a word for an entry to hold, written as the lexicon file has it:
/// <c>前:甲|乙</c> directly before, <c>后:</c> directly after, <c>近:</c> within the window on either side; <c>非</c> negates
/// (<c>前非:</c>, <c>后非:</c>, <c>近非:</c>). <c>#</c> stands for a digit, <c>@</c> for a Latin letter, <c>^</c> for the paragraph's edge, <c>~</c> for a Chinese character.
/// </summary>
internal sealed class ContextTest
{
    private const int Window = 14;
    private readonly Side side;
    private readonly bool negated;
    private readonly string[] words;

    private ContextTest(Side side, bool negated, string[] words) => (this.side, this.negated, this.words) = (side, negated, words);

    private enum Side
    {
        Before,
        After,
        Near,
    }

    /// <summary>Reads the conditions of one entry, parted by blanks. An unknown condition is an error of the file.</summary>
    public static ContextTest[] Parse(string text)
    {
        if (text.Length == 0) return [];
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. parts.Select(One)];
    }

    public bool Holds(string text, int start, int end)
    {
        foreach (var wanted in words)
            if (Stands(text, start, end, wanted)) return !negated;
        return negated;
    }

    private static ContextTest One(string part)
    {
        var colon = part.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? part : part[..colon];
        var where = name.TrimEnd('非') switch
        {
            "前" => Side.Before,
            "后" => Side.After,
            "近" => Side.Near,
            _ => throw new FormatException($"unknown condition in the lexicon: {part}"),
        };
        return new ContextTest(where, name.EndsWith('非'), part[(colon + 1)..].Split('|'));
    }

    private bool Stands(string text, int start, int end, string wanted)
    {
        switch (side)
        {
            case Side.Before:
                if (wanted.Length == 1) return Single(wanted[0], text, start - 1);
                return start >= wanted.Length && string.CompareOrdinal(text, start - wanted.Length, wanted, 0, wanted.Length) == 0;
            case Side.After:
                if (wanted.Length == 1) return Single(wanted[0], text, end);
                return string.CompareOrdinal(text, end, wanted, 0, wanted.Length) == 0;
            default:
                var from = Math.Max(0, start - Window);
                var to = Math.Min(text.Length, end + Window);
                return text.AsSpan(from, start - from).Contains(wanted, StringComparison.Ordinal)
                    || text.AsSpan(end, to - end).Contains(wanted, StringComparison.Ordinal);
        }
    }

    private static bool Single(char wanted, string text, int index) => wanted switch
    {
        '#' => CharClass.IsDigitAt(text, index),
        '@' => CharClass.IsLatin(CharClass.At(text, index)),
        '~' => CharClass.IsHanAt(text, index),
        '^' => index < 0 || index >= text.Length,
        _ => CharClass.At(text, index) == wanted,
    };
}
