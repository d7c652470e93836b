namespace Zhongshu.Platform;

/// A text cut to what a line, a message or a column takes.
internal static class ShortText
{
    /// The text when it fits, and else its beginning with an ellipsis: at most so many characters in all, and never half of a character that takes two (rare names, GB 18030).
    public static string Cut(this string text, int most) =>
        text.Length <= most ? text : text[..(most - (char.IsHighSurrogate(text[most - 2]) ? 2 : 1))] + "…";
}
