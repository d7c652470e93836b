namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// Two-character words with one character mistaken for another of the same sound or shape, and the common pairs that show
/// where one word ends and the next begins. One probe for each pair of neighbours.
/// </summary>
internal sealed class LookAlikes
{
    private readonly Dictionary<uint, string> wrong = [];
    private readonly HashSet<uint> common = [];

    public static LookAlikes Load(string wordsPath, string pairsPath)
    {
        var table = new LookAlikes();
        foreach (var line in File.ReadLines(wordsPath))
            if (line.Length == 5 && line[2] == '\t') table.wrong[Key(line[0], line[1])] = line[3..];
        foreach (var line in File.ReadLines(pairsPath))
        {
            if (line.StartsWith('#')) continue;
            for (var i = 0; i + 1 < line.Length; i += 3) table.common.Add(Key(line[i], line[i + 1]));
        }

        return table;
    }

    /// <summary>The word meant at a place; <c>null</c> when the pair is no slip or its characters belong to the neighbours.</summary>
    public string? Right(string text, int at)
    {
        if (!wrong.TryGetValue(Key(text[at], text[at + 1]), out var right)) return null;
        if (at > 0 && common.Contains(Key(text[at - 1], text[at]))) return null;
        return at + 2 < text.Length && common.Contains(Key(text[at + 1], text[at + 2])) ? null : right;
    }

    private static uint Key(char a, char b) => ((uint)a << 16) | b;
}
