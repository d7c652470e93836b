using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Rules;

/// <summary>Puts findings in the order of the text and lets of two that overlap the graver, then the surer, then the longer stand.</summary>
internal static class Overlaps
{
    public static IReadOnlyList<Finding> Resolve(List<Finding> findings)
    {
        findings.Sort(ByPlace);
        var kept = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var stands = true;
            while (kept.Count > 0 && Overlap(kept[^1], finding))
            {
                if (!Stronger(finding, kept[^1]))
                {
                    stands = false;
                    break;
                }

                kept.RemoveAt(kept.Count - 1);
            }

            if (stands) kept.Add(finding);
        }

        return kept;
    }

    private static int ByPlace(Finding a, Finding b)
    {
        var order = a.Paragraph.CompareTo(b.Paragraph);
        if (order == 0) order = a.Start.CompareTo(b.Start);
        if (order == 0) order = a.End.CompareTo(b.End);
        if (order == 0) order = b.Severity.CompareTo(a.Severity);
        if (order == 0) order = b.Confidence.CompareTo(a.Confidence);
        return order != 0 ? order : string.CompareOrdinal(a.Rule, b.Rule);
    }

    /// <summary>Two stretches that share a unit; two insertions at one point; an insertion inside a stretch.</summary>
    private static bool Overlap(Finding a, Finding b)
    {
        if (a.Paragraph != b.Paragraph) return false;
        if (a.Start == a.End && b.Start == b.End) return a.Start == b.Start;
        return a.Start < b.End && b.Start < a.End;
    }

    private static bool Stronger(Finding a, Finding b)
    {
        if (a.Severity != b.Severity) return a.Severity > b.Severity;
        if (Math.Abs(a.Confidence - b.Confidence) > 1e-9) return a.Confidence > b.Confidence;
        return a.End - a.Start > b.End - b.Start;
    }
}
