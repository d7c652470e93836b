using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>The training text: one sentence a line.</summary>
internal static class Corpus
{
    private const int SharedLength = 13;

    internal static Alphabet AlphabetOf(IEnumerable<string> lines)
    {
        var counts = new long[char.MaxValue + 1];
        foreach (var line in lines)
        {
            foreach (var c in line) counts[Alphabet.Fold(c)]++;
        }

        var characters = Enumerable.Range(0, counts.Length)
            .Where(c => counts[c] > 1 && IsToken((char)c))
            .OrderByDescending(c => counts[c]).ThenBy(c => c)
            .Take(Levels.VocabularySize - Alphabet.Reserved)
            .Select(c => (char)c).ToArray();
        return new Alphabet(characters);
    }

    internal static ushort[] Stream(IEnumerable<string> lines, Alphabet alphabet)
    {
        var stream = new List<ushort>(45_000_000) { Alphabet.Boundary };
        foreach (var line in lines)
        {
            var tokens = alphabet.Encode(line);
            for (var i = 1; i < tokens.Count; i++) stream.Add(tokens.Ids[i]);
        }

        return [.. stream];
    }

    /// <summary>Every n-th line is kept aside; what shares thirteen characters with those is left out of the training.</summary>
    internal static (List<string> Training, List<string> Aside) Split(IReadOnlyList<string> lines, int every)
    {
        if (every <= 0) return ([.. lines], []);
        var aside = lines.Where((_, i) => i % every == every / 2).ToList();
        var shared = new HashSet<int>();
        foreach (var line in aside)
        {
            for (var i = 0; i + SharedLength <= line.Length; i++)
                shared.Add(string.GetHashCode(line.AsSpan(i, SharedLength), StringComparison.Ordinal));
        }

        var training = lines.Where((line, i) => i % every != every / 2 && !Shares(line, shared)).ToList();
        return (training, aside);
    }

    private static bool Shares(string line, HashSet<int> shared)
    {
        for (var i = 0; i + SharedLength <= line.Length; i++)
        {
            if (shared.Contains(string.GetHashCode(line.AsSpan(i, SharedLength), StringComparison.Ordinal))) return true;
        }

        return false;
    }

    private static bool IsToken(char c) => !char.IsAsciiLetterOrDigit(c) && !char.IsWhiteSpace(c)
        && !char.IsSurrogate(c) && !Alphabet.EndsSentence(c);
}
