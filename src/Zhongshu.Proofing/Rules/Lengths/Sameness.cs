using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>How much of a text stands in another word for word, by windows of twelve characters.</summary>
internal static class Sameness
{
    public const int Window = 12;

    /// <summary>Windows in all, and those that stand in the other text too.</summary>
    public static (int All, int Shared) Compare(IEnumerable<string> now, IEnumerable<string> then, bool digitsCount = true) =>
        Compare(now, Known(then, digitsCount), digitsCount);

    public static (int All, int Shared) Compare(IEnumerable<string> now, HashSet<ulong> known, bool digitsCount = true)
    {
        var (all, shared) = (0, 0);
        foreach (var line in now)
        {
            Each(line, digitsCount, hash =>
            {
                all++;
                if (known.Contains(hash)) shared++;
            });
        }

        return (all, shared);
    }

    public static HashSet<ulong> Known(IEnumerable<string> lines, bool digitsCount = true)
    {
        var known = new HashSet<ulong>();
        foreach (var line in lines) Each(line, digitsCount, hash => known.Add(hash));
        return known;
    }

    /// <summary>Rolling hashes of the windows of one line; without digits a changed date does not show.</summary>
    private static void Each(string line, bool digitsCount, Action<ulong> take)
    {
        const ulong Prime = 1_000_003;
        var drop = 1UL;
        for (var i = 0; i < Window; i++) drop *= Prime;
        var ring = new char[Window];
        var (hash, seen) = (0UL, 0);
        foreach (var c in line)
        {
            if (CharClass.Of(c) == CharKind.Space || (!digitsCount && CharClass.IsDigit(c))) continue;
            hash = (hash * Prime) + c;
            if (seen >= Window) hash -= ring[seen % Window] * drop;
            ring[seen % Window] = c;
            if (++seen >= Window) take(hash);
        }
    }
}
