namespace Zhongshu.Proofing.Lexicon;

/// <summary>A known word that the text misses by one character.</summary>
/// <param name="Word">The word as the list has it.</param>
/// <param name="Start">Where it stands, in UTF-16 units of the paragraph.</param>
internal readonly record struct NearWord(string Word, int Start);

/// <summary>
/// Names of places and words of office life that the texts behind the model hardly have (铅山县, 四级调研员, 会议室). What stands as
/// the list has it is questioned less; what misses it by one character is worth a proposal. Immutable.
/// </summary>
internal sealed class KnownWords
{
    private const int Shortest = 3;
    private const int ShortestTerm = 4;
    private const int Longest = 12;
    private const int LikelyBits = 12;
    private const float InWord = 3;
    private const float InShortWord = 2;

    private readonly string[] _words;
    private readonly WordAutomaton _automaton;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _places;
    private readonly Dictionary<uint, int> _first = [];

    /// <summary>A bit for each key and for one in sixteen others, so that few places cost a look into the dictionary.</summary>
    private readonly ulong[] _likely = new ulong[1 << LikelyBits];
    private readonly (uint Key, int Word)[] _holes;

    /// <param name="words">Words of two characters and more.</param>
    /// <param name="places">Names of administrative divisions, each ending in what it is (县, 市, 区 …).</param>
    internal KnownWords(IEnumerable<string> words, IReadOnlyCollection<string> places)
    {
        string[] distinct = [.. words.Distinct(StringComparer.Ordinal)];
        var terms = distinct.Length;
        _words = [.. distinct, .. places.Except(distinct, StringComparer.Ordinal)];
        _automaton = WordAutomaton.Build(_words);
        _known = new HashSet<string>(_words, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _places = new HashSet<string>(places.Select(place => place[..^1]), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var holes = new List<(uint Key, int Word)>();
        for (var i = 0; i < _words.Length; i++)
        {
            var word = _words[i];
            if (word.Length > Longest || word.Length < (i < terms ? ShortestTerm : Shortest)) continue;
            for (var hole = 0; hole < word.Length; hole++) holes.Add((Key(word, hole), i));
        }

        holes.Sort();
        _holes = [.. holes];
        for (var i = _holes.Length - 1; i >= 0; i--)
        {
            _first[_holes[i].Key] = i;
            _likely[Place(_holes[i].Key)] |= 1UL << (int)(_holes[i].Key & 63);
        }
    }

    /// <summary>Raises what a correction needs inside words that stand as the list has them.</summary>
    internal void Guard(string text, float[] demands)
    {
        var found = new WordMatches();
        _automaton.Find(text, found);
        for (var i = 0; i < found.Count; i++)
        {
            var match = found[i];
            var demand = match.End - match.Start < Shortest ? InShortWord : InWord;
            for (var at = match.Start; at < match.End; at++) demands[at] = Math.Max(demands[at], demand);
        }
    }

    /// <summary>The longest known word that would stand here with another character at <paramref name="at"/>; none where several would.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="at">The character in question.</param>
    /// <param name="mayBe">Whether another character may have been meant.</param>
    internal NearWord? Near(string text, int at, Func<char, bool> mayBe)
    {
        for (var length = Longest; length >= Shortest; length--)
        {
            for (var start = Math.Max(0, at - length + 1); start <= at && start + length <= text.Length; start++)
            {
                var written = text.AsSpan(start, length);
                var sought = Key(written, at - start);
                if ((_likely[Place(sought)] >> (int)(sought & 63) & 1) == 0 || !_first.TryGetValue(sought, out var i)) continue;
                if (_known.Contains(written)) return null;
                NearWord? only = null;
                for (var key = _holes[i].Key; i < _holes.Length && _holes[i].Key == key; i++)
                {
                    var word = _words[_holes[i].Word];
                    if (!IsMissed(written, word, at - start) || !mayBe(word[at - start])) continue;
                    if (only is not null) return null; // 龙里县 or 龙陵县: nobody can tell
                    only = new NearWord(word, start);
                }

                if (only is not null) return only;
            }
        }

        return null;
    }

    /// <summary>潜山县 is no slip for 铅山县: there is a 潜山, even if it is called a city now.</summary>
    private bool IsMissed(ReadOnlySpan<char> written, string word, int at) =>
        written.Length == word.Length && written[at] != word[at]
        && written[..at].SequenceEqual(word.AsSpan(0, at)) && written[(at + 1)..].SequenceEqual(word.AsSpan(at + 1))
        && !(_places.Contains(word.AsSpan(..^1)) && _places.Contains(written[..^1]));

    private static int Place(uint key) => (int)(key * 2654435769u >> (32 - LikelyBits));

    private static uint Key(ReadOnlySpan<char> word, int hole)
    {
        var hash = 2166136261u + (uint)((word.Length * 16) + hole);
        for (var i = 0; i < word.Length; i++)
        {
            if (i != hole) hash = (hash ^ word[i]) * 16777619u;
        }

        return hash;
    }
}
