using System.Xml.Linq;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Annotate;

/// <summary>Puts the findings of one document into its opened parts.</summary>
internal sealed class PartMarks(SourceDocument document, AnnotationOptions options, CommentsPart comments)
{
    public string? PartOf(Finding finding) => At(finding)?.Origin?.Part;

    public void MarkMain(XElement root, string main, IReadOnlyList<Finding> findings)
    {
        var markup = new WordMarkup(root.Name.Namespace, root, options);
        var (paragraphs, runs) = Elements(root, markup.W);
        var ours = findings.Where(f => string.Equals(PartOf(f), main, StringComparison.OrdinalIgnoreCase)).ToList();
        foreach (var group in ours.GroupBy(f => f.Paragraph))
        {
            var read = document.Paragraphs[group.Key];
            if (paragraphs.ElementAtOrDefault(read.Origin!.Ordinal) is not { } element) continue;
            var marked = MarkedParagraph.Open(element, read, runs, markup);
            var sorted = group.OrderBy(f => f.Start).ToList();
            if (options.TrackFixes) FixAll(marked, sorted);
            foreach (var finding in sorted) marked.Comment(finding, comments.Add(markup, WordMarkup.Say(finding, null)));
        }

        MarkElsewhere(paragraphs, markup, [.. findings.Except(ours)]);
    }

    /// <summary>Headers, footers and notes cannot hold comments; those remarks go to the first paragraph and name their place.</summary>
    private void MarkElsewhere(List<XElement> paragraphs, WordMarkup markup, List<Finding> findings)
    {
        if (paragraphs.Count == 0) return;
        var first = new Paragraph { Index = 0, Text = "" };
        foreach (var finding in findings)
        {
            var place = At(finding) is { } paragraph ? PlaceName.Of(paragraph) : null;
            MarkedParagraph.Open(paragraphs[0], first, [], markup).Comment(finding, comments.Add(markup, WordMarkup.Say(finding, place)));
        }
    }

    /// <summary>Tracked changes of a part beside the main text; false when nothing was changed.</summary>
    public bool FixSide(XElement root, string part, IReadOnlyList<Finding> findings)
    {
        if (!options.TrackFixes) return false;
        var markup = new WordMarkup(root.Name.Namespace, root, options);
        var (paragraphs, runs) = Elements(root, markup.W);
        var changed = false;
        foreach (var group in findings.Where(f => string.Equals(PartOf(f), part, StringComparison.OrdinalIgnoreCase)).GroupBy(f => f.Paragraph))
        {
            var read = document.Paragraphs[group.Key];
            if (paragraphs.ElementAtOrDefault(read.Origin!.Ordinal) is not { } element) continue;
            changed |= FixAll(MarkedParagraph.Open(element, read, runs, markup), [.. group.OrderBy(f => f.Start)]);
        }

        return changed;
    }

    private bool FixAll(MarkedParagraph marked, List<Finding> sorted)
    {
        var changed = false;
        IReadOnlyList<Finding> wanted = options.Accepted is { } accepted ? [.. sorted.Where(accepted.Contains).Select(f => f with { Severity = Severity.Error })] : sorted;
        foreach (var finding in SlicedFixes.Certain(document, wanted)) changed |= marked.Fix(finding);
        return changed;
    }

    private Paragraph? At(Finding finding) =>
        finding.Paragraph >= 0 && finding.Paragraph < document.Paragraphs.Count ? document.Paragraphs[finding.Paragraph] : null;

    private static (List<XElement> Paragraphs, List<XElement> Runs) Elements(XElement root, XNamespace w) =>
        ([.. root.Descendants(w + "p")], [.. root.Descendants(w + "r")]);
}
