namespace Zhongshu.Modules.Supervision.Tasks;

/// A piece of a feedback; copied when the sentence stood in the last feedback to the letter.
public sealed record SentencePiece(string Text, bool IsCopied);

/// 照搬: which sentences of a feedback were taken over from the one before. Pure.
internal static class CopiedSentences
{
    private const int ShortestSentence = 8;

    public static IReadOnlyList<SentencePiece> Mark(string text, string before)
    {
        var known = Sentences(before).Select(Key).Where(k => k.Length >= ShortestSentence).ToHashSet(StringComparer.Ordinal);
        return [.. Sentences(text).Select(s => new SentencePiece(s, known.Contains(Key(s))))];
    }

    /// Share of the characters in copied sentences, 0 to 100.
    public static int Percent(IReadOnlyList<SentencePiece> pieces)
    {
        var all = pieces.Sum(p => Key(p.Text).Length);
        return all == 0 ? 0 : pieces.Where(p => p.IsCopied).Sum(p => Key(p.Text).Length) * 100 / all;
    }

    /// With their closing marks, so that together they are the text.
    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('。' or '！' or '？' or '；' or '\n')) continue;
            sentences.Add(text[start..(i + 1)]);
            start = i + 1;
        }

        if (start < text.Length) sentences.Add(text[start..]);
        return sentences;
    }

    /// Spaces and marks at the edges do not make another sentence.
    private static string Key(string sentence) => new([.. sentence.Where(char.IsLetterOrDigit)]);
}
