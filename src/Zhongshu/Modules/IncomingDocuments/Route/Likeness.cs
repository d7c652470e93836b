using Zhongshu.Platform.Search;

namespace Zhongshu.Modules.IncomingDocuments.Route;

/// How alike two titles are, by the pairs of characters that they share. Pure.
internal static class Likeness
{
    private const double Enough = 0.4;

    public static T? Nearest<T>(IEnumerable<T> known, string title, Func<T, string> titleOf) where T : class
    {
        var mine = CharacterPairs.Of(title);
        return known.Select(k => (Known: k, Share: Share(mine, CharacterPairs.Of(titleOf(k))))).Where(k => k.Share >= Enough).OrderByDescending(k => k.Share).FirstOrDefault().Known;
    }

    private static double Share(HashSet<(char, char)> one, HashSet<(char, char)> other)
    {
        if (one.Count == 0 || other.Count == 0) return 0;
        var both = one.Count(other.Contains);
        return (double)both / (one.Count + other.Count - both);
    }
}
