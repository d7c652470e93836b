namespace Zhongshu.Typesetting.Text;

/// <summary>One character with the face and size it is set in.</summary>
internal readonly record struct Letter(int Code, FontRole Role, double Size, double Advance)
{
    public CharKind Kind { get; } = CharKinds.Of(Code);
}

/// <summary>A line of a broken paragraph: letters [Start, Start + Count), and whether it ends the paragraph.</summary>
internal readonly record struct BrokenLine(int Start, int Count, bool Last);

internal static class LineBreaker
{
    // Full-width marks carry half an em of white that may be given up to keep a mark off the next line.
    private const double Squeezable = 0.5;

    // Ems of a line that may be left to a word that does not fit.
    private const double WidestHole = 3;

    /// <summary>Letters of a text. Latin characters take the Latin face except where one face is kept throughout: titles and page numbers.</summary>
    public static void Append(List<Letter> letters, string text, FontRole role, double size, double tracking)
    {
        foreach (var rune in CharKinds.Clean(text).EnumerateRunes())
        {
            if (rune.Value == '\n') continue;
            var latin = CharKinds.Of(rune.Value) == CharKind.Latin || rune.Value == ' ';
            var face = latin && role is not (FontRole.SongTi or FontRole.XiaoBiaoSong) ? FontRole.Latin : role;
            letters.Add(new Letter(rune.Value, face, size, Measure.Advance(rune.Value, size, tracking)));
        }
    }

    /// <summary>Breaks letters into lines no wider than allowed, keeping words and marks together (禁则).</summary>
    public static List<BrokenLine> Break(List<Letter> letters, double firstWidth, double width)
    {
        var lines = new List<BrokenLine>();
        var start = 0;
        while (start < letters.Count)
        {
            var end = EndOfLine(letters, start, lines.Count == 0 ? firstWidth : width);
            lines.Add(new BrokenLine(start, end - start, end == letters.Count));
            start = end;
        }

        return lines;
    }

    private static int EndOfLine(List<Letter> letters, int start, double width)
    {
        double used = 0, slack = 0;
        var i = start;
        for (; i < letters.Count; i++)
        {
            var letter = letters[i];
            if (used + letter.Advance > width + 0.3 && letter.Kind != CharKind.Space) break;
            used += letter.Advance;
            slack += SqueezeOf(letter);
        }

        if (i >= letters.Count) return letters.Count;
        var pulled = PullIn(letters, i, used, slack, width);
        if (pulled > i) return pulled;
        for (var end = i; end > start + 1; end--)
            if (CharKinds.MayBreak(letters[end - 1].Code, letters[end].Code)) return Address(letters, end, i);
        return Math.Max(i, start + 1);
    }

    /// <summary>
    /// An address (a@b.cn, https://…) that would leave a wide hole is broken after one of its marks, or where the line is full.
    /// </summary>
    private static int Address(List<Letter> letters, int end, int full)
    {
        var hole = 0.0;
        for (var i = end; i < full; i++)
        {
            if (letters[i].Kind != CharKind.Latin) return end;
            hole += letters[i].Advance;
        }

        if (hole < letters[end].Size * WidestHole || !IsAddress(letters, end, full)) return end;
        for (var at = full; at > end + 1; at--)
            if (letters[at - 1].Code is '@' or '/' or '.' or '_' or '?' or '&' or '=' or '-') return at;
        return full;
    }

    /// <summary>Whether the run of Latin letters around a stretch is one: what stands before it counts, what follows the full line does not.</summary>
    private static bool IsAddress(List<Letter> letters, int from, int to)
    {
        while (from > 0 && letters[from - 1].Kind == CharKind.Latin) from--;
        for (var i = from; i < to; i++)
            if (letters[i].Code is '@' or '/') return true;
        return false;
    }

    /// <summary>Takes closing marks into the line where squeezing its marks makes room for them.</summary>
    private static int PullIn(List<Letter> letters, int at, double used, double slack, double width)
    {
        var end = at;
        while (end < letters.Count && letters[end].Kind == CharKind.Closing && end - at < 3)
        {
            used += letters[end].Advance;
            slack += SqueezeOf(letters[end]);
            end++;
        }

        if (end == at || used - slack > width + 0.3) return at;
        return end == letters.Count || CharKinds.MayBreak(letters[end - 1].Code, letters[end].Code) ? end : at;
    }

    public static double SqueezeOf(in Letter letter) =>
        letter.Kind is CharKind.Opening or CharKind.Closing ? letter.Size * Squeezable : 0;
}
