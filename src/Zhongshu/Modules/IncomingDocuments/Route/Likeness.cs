namespace Zhongshu.Modules.IncomingDocuments.Route;

/// How alike two titles are, by the pairs of characters that they share. Pure.
internal static class Likeness
{
    private const double Enough = 0.4;

    public static T? Nearest<T>(IEnumerable<T> known, string title, Func<T, string> titleOf) where T : class
    {
        var mine = Pairs(title);
        return known.Select(k => (Known: k, Share: Share(mine, Pairs(titleOf(k))))).Where(k => k.Share >= Enough).OrderByDescending(k => k.Share).FirstOrDefault().Known;
    }

    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        if (one.Count == 0 || other.Count == 0) return 0;
        var both = one.Count(other.Contains);
        return (double)both / (one.Count + other.Count - both);
    }

    private static HashSet<string> Pairs(string text)
    {
        var pairs = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsLetterOrDigit(text[i]) && char.IsLetterOrDigit(text[i + 1])) pairs.Add(text.Substring(i, 2));
        return pairs;
    }
}
