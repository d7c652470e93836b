using System.Text;

namespace Zhongshu.Platform.Search;

/// Takes text apart for the index, the same way on both engines. In a run of Chinese characters every character begins a bigram and the
/// last one also stands alone, so that a word of one character is a prefix, of two a token, of more a phrase. Letters and digits are folded words.
internal static class SearchTokens
{
    /// Longer texts are indexed up to here; a position in PostgreSQL's index cannot be higher.
    public const int Most = 16_000;

    public static List<string> Of(string text)
    {
        var tokens = new List<string>();
        foreach (var run in Runs(text))
        {
            if (tokens.Count >= Most) break;
            if (run.IsWord) tokens.Add(run.Text);
            else AddBigrams(run.Text, tokens, withLast: true);
        }

        return tokens;
    }

    /// What a searched word asks for: the tokens that must follow each other, run by run. A single character is told by IsPrefix.
    public static IReadOnlyList<SearchRun> Asked(string word)
    {
        var asked = new List<SearchRun>();
        foreach (var run in Runs(word))
        {
            var tokens = new List<string>();
            var single = !run.IsWord && run.Text.Length == 1;
            if (run.IsWord || single) tokens.Add(run.Text);
            else AddBigrams(run.Text, tokens, withLast: false);
            asked.Add(new SearchRun(tokens, single));
        }

        return asked;
    }

    private static void AddBigrams(string run, List<string> tokens, bool withLast)
    {
        var elements = new List<string>();
        foreach (var rune in run.EnumerateRunes()) elements.Add(rune.ToString());
        for (var i = 0; i + 1 < elements.Count; i++) tokens.Add(elements[i] + elements[i + 1]);
        if (withLast && elements.Count > 0) tokens.Add(elements[^1]);
    }

    private static IEnumerable<(string Text, bool IsWord)> Runs(string text)
    {
        var run = new StringBuilder();
        bool? word = null;
        foreach (var rune in text.EnumerateRunes())
        {
            bool? kind = IsHan(rune) ? false : Rune.IsLetterOrDigit(rune) ? true : null;
            if (kind != word && run.Length > 0)
            {
                yield return (run.ToString(), word!.Value);
                run.Clear();
            }

            word = kind;
            if (kind is not null) run.Append(Rune.ToLowerInvariant(Fold(rune)).ToString());
        }

        if (run.Length > 0) yield return (run.ToString(), word!.Value);
    }

    private static bool IsHan(Rune rune) => rune.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;

    /// Full-width letters and digits are the same words as half-width ones.
    private static Rune Fold(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;
}

/// Tokens that must stand one after the other.
internal sealed record SearchRun(IReadOnlyList<string> Tokens, bool IsPrefix);
