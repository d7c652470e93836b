namespace Zhongshu.Modules.Archives.Find;

/// 断档: a year for which a section filed nothing, though it had filed before and the time for filing is over (M12-A06).
public sealed record ArchiveGap(int Year, string Section)
{
    /// filed: each year and section with at least one piece; due: the last year whose pieces should be there by now. Pure.
    internal static IReadOnlyList<ArchiveGap> Among(IEnumerable<(int Year, string Section)> filed, int due)
    {
        var gaps = new List<ArchiveGap>();
        foreach (var section in filed.GroupBy(f => f.Section, f => f.Year, StringComparer.Ordinal))
        {
            var years = section.ToHashSet();
            for (var year = years.Min(); year <= due; year++)
                if (!years.Contains(year)) gaps.Add(new ArchiveGap(year, section.Key));
        }

        return [.. gaps.OrderBy(g => g.Year).ThenBy(g => g.Section, StringComparer.Ordinal)];
    }
}
