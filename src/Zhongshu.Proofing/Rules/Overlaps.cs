using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Rules;

/// <summary>
/// Puts findings in the order of the text. Of two that overlap the graver, then what must not become public, then the surer, then the longer stands; the other
/// keeps what is left of its stretch when it carries no fix (a title that differs and has a typo in it is two faults).
/// </summary>
internal static class Overlaps
{
    public static IReadOnlyList<Finding> Resolve(List<Finding> findings)
    {
        findings.Sort(ByPlace);
        var kept = new List<Finding>(findings.Count);
        var cut = false;
        foreach (var found in findings)
        {
            Finding? finding = found;
            while (finding is not null && kept.Count > 0 && Overlap(kept[^1], finding))
            {
                cut = true;
                var last = kept[^1];
                if (!Stronger(finding, last))
                {
                    finding = last.End < finding.End ? Cut(finding, last.End, finding.End) : null;
                    continue;
                }

                kept.RemoveAt(kept.Count - 1);
                if (last.Start >= finding.Start || Cut(last, last.Start, finding.Start) is not { } rest) continue;
                kept.Add(rest);
                break;
            }

            if (finding is not null) kept.Add(finding);
        }

        if (cut) kept.Sort(ByPlace);
        return kept;
    }

    private static Finding? Cut(Finding finding, int start, int end) => finding.Fix is not null || end - start < 2
        ? null
        : finding with { Start = start, End = end, Text = finding.Text[(start - finding.Start)..(end - finding.Start)] };

    private static int ByPlace(Finding a, Finding b)
    {
        var order = a.Paragraph.CompareTo(b.Paragraph);
        if (order == 0) order = a.Start.CompareTo(b.Start);
        if (order == 0) order = a.End.CompareTo(b.End);
        if (order == 0) order = b.Severity.CompareTo(a.Severity);
        if (order == 0) order = b.Confidence.CompareTo(a.Confidence);
        return order != 0 ? order : string.CompareOrdinal(a.Rule, b.Rule);
    }

    /// <summary>Two stretches that share a unit; two insertions at one point, unless both only remark; an insertion inside a stretch.</summary>
    private static bool Overlap(Finding a, Finding b)
    {
        if (a.Paragraph != b.Paragraph) return false;
        if (a.Start == a.End && b.Start == b.End) return a.Start == b.Start && ((a.Fix ?? b.Fix) is not null || a.Rule == b.Rule);
        return a.Start < b.End && b.Start < a.End;
    }

    private static bool Stronger(Finding a, Finding b)
    {
        if (a.Severity != b.Severity) return a.Severity > b.Severity;
        if (Secret(a) != Secret(b)) return Secret(a);
        if (Math.Abs(a.Confidence - b.Confidence) > 1e-9) return a.Confidence > b.Confidence;
        return a.End - a.Start > b.End - b.Start;
    }

    private static bool Secret(Finding finding) => finding.Rule.StartsWith("secrecy.", StringComparison.Ordinal);
}
