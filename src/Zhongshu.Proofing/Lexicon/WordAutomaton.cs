namespace Zhongshu.Proofing.Lexicon;

/// <summary>
/// Finds any of many words in a text. Words are kept by two neighbouring units, the first pair that is not common in ordinary
/// text; a bit for each hashed pair, small enough for the first cache, ends the look at most places, so that a unit costs one
/// multiplication and one test.
/// </summary>
internal sealed class WordAutomaton
{
    private const int BitsLog = 17;
    private readonly ulong[] seen = new ulong[1 << (BitsLog - 6)];
    private readonly PairMap first; // of a pair: the first word kept by it, counted from one
    private readonly int[] next; // the word after it that is kept by the same pair, likewise
    private readonly int[] offsets; // where the pair stands in the word
    private readonly UnitSet singles;
    private readonly string singleUnits;
    private readonly int[] singleWords;
    private readonly string[] words;

    private WordAutomaton(IReadOnlyList<string> all, Func<char, char, bool>? isCommon)
    {
        words = [.. all];
        (first, next, offsets) = (new PairMap(words.Length), new int[words.Length], new int[words.Length]);
        var (units, single) = (new System.Text.StringBuilder(), new List<int>());
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index];
            if (word.Length == 1)
            {
                units.Append(word);
                single.Add(index);
            }

            if (word.Length >= 2) Put(index, isCommon);
        }

        (singleUnits, singleWords, singles) = (units.ToString(), [.. single], new UnitSet(units.ToString()));
    }

    private void Put(int index, Func<char, char, bool>? isCommon)
    {
        var (word, offset) = (words[index], 0);
        while (isCommon is not null && offset + 2 < word.Length && isCommon(word[offset], word[offset + 1])) offset++;
        offsets[index] = offset;
        var key = PairMap.Key(word[offset], word[offset + 1]);
        if (first.TryGet(key, out var number))
        {
            var last = (int)number - 1;
            while (next[last] > 0) last = next[last] - 1;
            next[last] = index + 1;
        }
        else
        {
            first.Set(key, (uint)index + 1);
        }

        var bit = Bit(key);
        seen[bit >> 6] |= 1UL << (int)bit;
    }

    /// <summary>Builds the table; the index in <paramref name="words"/> is what a match carries. Words are distinct and not empty.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isCommon">Pairs that stand everywhere in ordinary text, so that they tell a word badly.</param>
    public static WordAutomaton Build(IReadOnlyList<string> words, Func<char, char, bool>? isCommon = null) => new(words, isCommon);

    /// <summary>Finds every occurrence of every word, roughly in the order of the text.</summary>
    public void Find(string text, WordMatches matches)
    {
        if (singleWords.Length > 0) Singles(text, matches);
        var bits = seen;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var key = PairMap.Key(text[i], text[i + 1]);
            var bit = Bit(key);
            if ((bits[bit >> 6] & (1UL << (int)bit)) != 0 && first.TryGet(key, out var number)) Words(text, i, (int)number, matches);
        }
    }

    private void Words(string text, int at, int number, WordMatches matches)
    {
        for (; number > 0; number = next[number - 1])
        {
            var (word, start) = (words[number - 1], at - offsets[number - 1]);
            if (start >= 0 && text.AsSpan(start).StartsWith(word)) matches.Add(new WordMatch(number - 1, start, start + word.Length));
        }
    }

    private void Singles(string text, WordMatches matches)
    {
        for (var at = 0; singles.First(text.AsSpan(at)) is var found and >= 0; at += found + 1)
        {
            var word = singleWords[singleUnits.IndexOf(text[at + found], StringComparison.Ordinal)];
            matches.Add(new WordMatch(word, at + found, at + found + 1));
        }
    }

    private static uint Bit(uint key) => (key * 0x9E3779B1u) >> (32 - BitsLog);
}

/// <summary>A word found in a text.</summary>
internal readonly record struct WordMatch(int Word, int Start, int End);

/// <summary>The words found in one text, in a list that is used again for the next.</summary>
internal sealed class WordMatches
{
    private WordMatch[] found = new WordMatch[16];

    public int Count { get; private set; }

    public WordMatch this[int index] => found[index];

    public void Clear() => Count = 0;

    public void Add(WordMatch match)
    {
        if (Count == found.Length) Array.Resize(ref found, 2 * Count);
        found[Count++] = match;
    }
}
