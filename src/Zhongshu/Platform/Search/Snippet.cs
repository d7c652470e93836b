namespace Zhongshu.Platform.Search;

/// A stretch of text with the searched words marked; the page escapes each piece and marks the hits.
internal static class Snippet
{
    private const int Around = 40;

    /// The pieces around the first hit, in order; Hit says which are searched words.
    public static IReadOnlyList<(string Text, bool Hit)> Of(string text, IReadOnlyList<string> words, int around = Around)
    {
        var first = words.Select(w => text.IndexOf(w, StringComparison.OrdinalIgnoreCase)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        if (first < 0) return [];
        var start = Math.Max(0, first - around);
        var end = Math.Min(text.Length, first + around * 2);
        var pieces = new List<(string, bool)>();
        if (start > 0) pieces.Add(("…", false));
        pieces.AddRange(Marked(text[start..end].ReplaceLineEndings(" "), words));
        if (end < text.Length) pieces.Add(("…", false));
        return pieces;
    }

    /// The whole text in pieces.
    public static IEnumerable<(string Text, bool Hit)> Marked(string text, IReadOnlyList<string> words)
    {
        var at = 0;
        while (at < text.Length)
        {
            var (next, length) = (-1, 0);
            foreach (var word in words)
            {
                var i = text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase);
                if (i >= 0 && (next < 0 || i < next || (i == next && word.Length > length))) (next, length) = (i, word.Length);
            }

            if (next < 0) break;
            if (next > at) yield return (text[at..next], false);
            yield return (text.Substring(next, length), true);
            at = next + length;
        }

        if (at < text.Length) yield return (text[at..], false);
    }
}
