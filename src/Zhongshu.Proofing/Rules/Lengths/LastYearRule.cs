using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Lengths;

/// <summary>How much of the text stands in last year's text word for word (雷同), by windows of twelve characters.</summary>
internal sealed class LastYearRule : IDocumentRule
{
    private const int Window = 12;

    public void Look(CheckedText text, Remarks remarks)
    {
        if (text.Context.LastYear is not { Length: > Window } last || text.Count == 0) return;
        var now = text.Paragraphs.Select(p => p.Text).ToList();
        var then = last.Split('\n');
        var (all, shared) = Compare(now, then, digitsCount: true);
        if (all < 40) return;
        var percent = (int)(shared * 100L / all);
        if (percent < text.Data.Thresholds.SameAsLastYearPercent) return;
        var (plainAll, plainShared) = Compare(now, then, digitsCount: false);
        var onlyDates = plainShared * 100L >= plainAll * 99L && !now.SequenceEqual(then);
        var first = now.FindIndex(p => p.Length > 0);
        remarks.Add(onlyDates ? "length.only-dates" : "length.same-as-last-year", new Place(Math.Max(0, first), 0, 0), null, percent);
    }

    private static (int All, int Shared) Compare(IEnumerable<string> now, IEnumerable<string> then, bool digitsCount)
    {
        var known = new HashSet<ulong>();
        foreach (var line in then) Each(line, digitsCount, hash => known.Add(hash));
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
