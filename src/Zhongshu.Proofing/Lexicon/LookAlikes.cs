namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// Two-character words with one character mistaken for another of the same sound or shape, and the common pairs that show
/// where one word ends and the next begins. One probe for each pair of neighbours.
/// </summary>
internal sealed class LookAlikes
{
    private readonly PairMap wrong = new(24_000);
    private readonly PairMap common = new(8_000);
    private readonly ulong[] seen = new ulong[1 << 14]; // a bit for each hashed pair: most pairs of a text end here

    public static LookAlikes Load(string wordsPath, string pairsPath)
    {
        var table = new LookAlikes();
        foreach (var line in File.ReadLines(wordsPath))
            if (line.Length == 5 && line[2] == '\t') table.Put(PairMap.Key(line[0], line[1]), PairMap.Key(line[3], line[4]));
        foreach (var line in File.ReadLines(pairsPath))
        {
            if (line.StartsWith('#')) continue;
            for (var i = 0; i + 1 < line.Length; i += 3) table.common.Set(PairMap.Key(line[i], line[i + 1]), 1);
        }

        return table;
    }

    /// <summary>The next place from <paramref name="at"/> on whose pair may be a slip; -1 for none.</summary>
    public int Next(string text, int at)
    {
        var bits = seen;
        for (; at + 1 < text.Length; at++)
        {
            var bit = Bit(PairMap.Key(text[at], text[at + 1]));
            if ((bits[bit >> 6] & (1UL << (int)bit)) != 0) return at;
        }

        return -1;
    }

    /// <summary>The word meant at a place; <c>null</c> when the pair is no slip or its characters belong to the neighbours.</summary>
    public string? Right(string text, int at)
    {
        if (!wrong.TryGet(PairMap.Key(text[at], text[at + 1]), out var right)) return null;
        if (at > 0 && IsCommon(text[at - 1], text[at])) return null;
        if (at + 2 < text.Length && IsCommon(text[at + 1], text[at + 2])) return null;
        return new string([(char)(right >> 16), (char)right]);
    }

    /// <summary>Whether two characters stand together all over official texts.</summary>
    public bool IsCommon(char a, char b) => common.Contains(PairMap.Key(a, b));

    private void Put(uint key, uint right)
    {
        wrong.Set(key, right);
        var bit = Bit(key);
        seen[bit >> 6] |= 1UL << (int)bit;
    }

    private static uint Bit(uint key) => (key * 0x9E3779B1u) >> 12;
}
