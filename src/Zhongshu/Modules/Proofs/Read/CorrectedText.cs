using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Modules.Proofs.Read;

/// The accepted fixes put into the text.
internal static class CorrectedText
{
    public static SourceDocument Of(SourceDocument document, IEnumerable<ProofFinding> accepted) => SlicedFixes.Apply(document, Fixes(accepted));

    /// The engine puts in what is certain; what a person accepted is.
    public static IReadOnlyList<Finding> Fixes(IEnumerable<ProofFinding> accepted) => [.. accepted.Select(f => f.ToFinding() with { Severity = Severity.Error })];

    public static string Lines(SourceDocument document) => string.Concat(document.Paragraphs.Select(p => p.Number + p.Text + "\n"));
}
