namespace Zhongshu.Platform.Search;

/// The pairs of neighbouring letters of a short text: what two titles or questions are held against each other by. Pure.
internal static class CharacterPairs
{
    public static HashSet<(char, char)> Of(string text)
    {
        var letters = text.Where(char.IsLetterOrDigit).ToArray();
        return [.. letters.Zip(letters.Skip(1))];
    }

    /// Dice: twice the pairs in common over all of them, 0 to 1.
    public static double Alike(HashSet<(char, char)> one, HashSet<(char, char)> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);
}
