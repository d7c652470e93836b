using System.Text;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Findings;

/// <summary>
/// The certain fixes of a document, each bound to the paragraph text it was found in. Applying them twice is the same as once:
/// a paragraph that reads otherwise than when it was checked is left alone.
/// </summary>
public sealed class SlicedFixes
{
    private readonly Dictionary<int, (string Before, string After)> _changes = [];

    private SlicedFixes()
    {
    }

    /// <summary>Paragraphs that change.</summary>
    public int Count => _changes.Count;

    /// <summary>Takes the certain fixes: severity 错误, one answer, and a span that still holds the text it names. Of two that overlap the first counts.</summary>
    public static SlicedFixes Of(SourceDocument document, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        var fixes = new SlicedFixes();
        foreach (var group in Certain(document, findings).GroupBy(f => f.Paragraph))
        {
            var before = document.Paragraphs[group.Key].Text;
            var (after, at) = (new StringBuilder(), 0);
            foreach (var finding in group)
            {
                after.Append(before, at, finding.Start - at).Append(finding.Fix);
                at = finding.End;
            }

            fixes._changes[group.Key] = (before, after.Append(before, at, before.Length - at).ToString());
        }

        return fixes;
    }

    /// <summary>The document with the fixes put in. Changed paragraphs lose their origin: their offsets no longer fit the file.</summary>
    public SourceDocument Apply(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (_changes.Count == 0) return document;
        return new SourceDocument([.. document.Paragraphs.Select((p, i) =>
            _changes.TryGetValue(i, out var change) && p.Text == change.Before ? p with { Text = change.After, Origin = null } : p)]);
    }

    /// <summary>Takes the certain fixes and puts them in.</summary>
    public static SourceDocument Apply(SourceDocument document, IReadOnlyList<Finding> findings) => Of(document, findings).Apply(document);

    /// <summary>Those findings whose fix is certain and fits, in the order of the text, none overlapping another.</summary>
    public static IReadOnlyList<Finding> Certain(SourceDocument document, IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(findings);
        var (taken, paragraph, end) = (new List<Finding>(), -1, 0);
        foreach (var finding in findings.Where(f => Fits(document, f)).OrderBy(f => f.Paragraph).ThenBy(f => f.Start).ThenBy(f => f.End))
        {
            var isFirst = finding.Paragraph != paragraph;
            if (!isFirst && (finding.Start < end || (finding.Start == finding.End && finding.Start == taken[^1].Start))) continue;
            taken.Add(finding);
            (paragraph, end) = (finding.Paragraph, finding.End);
        }

        return taken;
    }

    private static bool Fits(SourceDocument document, Finding finding)
    {
        if (finding.Severity != Severity.Error || finding.Fix is null || finding.Fix == finding.Text) return false;
        if (finding.Paragraph < 0 || finding.Paragraph >= document.Paragraphs.Count || finding.Start < 0 || finding.End < finding.Start) return false;
        var text = document.Paragraphs[finding.Paragraph].Text;
        if (finding.End > text.Length || IsInsidePair(text, finding.Start) || IsInsidePair(text, finding.End)) return false;
        return text.AsSpan(finding.Start, finding.End - finding.Start).SequenceEqual(finding.Text);
    }

    /// <summary>Whether a place lies between the two halves of one character (surrogate pair).</summary>
    internal static bool IsInsidePair(string text, int position) =>
        position > 0 && position < text.Length && char.IsLowSurrogate(text[position]) && char.IsHighSurrogate(text[position - 1]);
}
