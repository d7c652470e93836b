using System.Buffers;
using System.Runtime.InteropServices;

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
    private readonly Dictionary<uint, (int Word, int Offset)[]> byPair = [];
    private readonly Dictionary<char, int> single = [];
    private readonly SearchValues<char> singles;
    private readonly string[] words;

    private WordAutomaton(IReadOnlyList<string> all, Func<char, char, bool> isCommon)
    {
        words = [.. all];
        var pairs = new Dictionary<uint, List<(int Word, int Offset)>>();
        for (var index = 0; index < words.Length; index++)
        {
            var word = words[index];
            if (word.Length == 1) single[word[0]] = index;
            if (word.Length < 2) continue;
            var offset = 0;
            while (offset + 2 < word.Length && isCommon(word[offset], word[offset + 1])) offset++;
            var key = Key(word[offset], word[offset + 1]);
            (CollectionsMarshal.GetValueRefOrAddDefault(pairs, key, out _) ??= []).Add((index, offset));
            var bit = Bit(key);
            seen[bit >> 6] |= 1UL << (int)bit;
        }

        foreach (var (key, list) in pairs) byPair[key] = [.. list];
        singles = SearchValues.Create([.. single.Keys]);
    }

    /// <summary>Builds the table; the index in <paramref name="words"/> is what a match carries. Words are distinct and not empty.</summary>
    /// <param name="words">The words.</param>
    /// <param name="isCommon">Pairs that stand everywhere in ordinary text, so that they tell a word badly.</param>
    public static WordAutomaton Build(IReadOnlyList<string> words, Func<char, char, bool>? isCommon = null) => new(words, isCommon ?? ((_, _) => false));

    /// <summary>Finds every occurrence of every word, roughly in the order of the text.</summary>
    public void Find(string text, List<WordMatch> matches)
    {
        if (single.Count > 0) Singles(text, matches);
        var bits = seen;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            var key = Key(text[i], text[i + 1]);
            var bit = Bit(key);
            if ((bits[bit >> 6] & (1UL << (int)bit)) != 0 && byPair.TryGetValue(key, out var here)) Words(text, i, here, matches);
        }
    }

    private void Words(string text, int at, (int Word, int Offset)[] here, List<WordMatch> matches)
    {
        foreach (var (index, offset) in here)
        {
            var (word, start) = (words[index], at - offset);
            if (start >= 0 && text.AsSpan(start).StartsWith(word)) matches.Add(new WordMatch(index, start, start + word.Length));
        }
    }

    private void Singles(string text, List<WordMatch> matches)
    {
        for (var at = 0; text.AsSpan(at).IndexOfAny(singles) is var next and >= 0; at += next + 1)
            matches.Add(new WordMatch(single[text[at + next]], at + next, at + next + 1));
    }

    private static uint Key(char a, char b) => ((uint)a << 16) | b;

    private static uint Bit(uint key) => (key * 0x9E3779B1u) >> (32 - BitsLog);
}

/// <summary>A word found in a text.</summary>
internal readonly record struct WordMatch(int Word, int Start, int End);
