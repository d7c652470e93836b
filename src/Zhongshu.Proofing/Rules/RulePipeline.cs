using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Reports;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing.Rules;

/// <summary>
/// 快速校核: all rule families over one document, each paragraph once, then the document as a whole. Immutable and safe to share
/// between threads; time and memory grow linearly with the text.
/// </summary>
public sealed class RulePipeline
{
    private readonly RuleData data;

    private RulePipeline(RuleData data) => this.data = data;

    internal RuleData Data => data;

    /// <summary>What no program can judge and a person ticks off, in the order of the sheets.</summary>
    public IReadOnlyList<HandCheck> HandChecks => data.HandChecks;

    /// <summary>Loads rules and lexicons.</summary>
    /// <param name="directory">The folder <c>rules/proofing</c>.</param>
    /// <exception cref="FormatException">A rule file is malformed; the message names the entry.</exception>
    public static RulePipeline Load(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        return new RulePipeline(RuleData.Load(directory));
    }

    /// <summary>Checks a document.</summary>
    /// <returns>Findings in the order of the text, none overlapping another; every span lies inside its paragraph.</returns>
    public IReadOnlyList<Finding> Check(DocumentStructure structure, CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(context);
        var text = new CheckedText(structure, context, data);
        var remarks = new Remarks(data.Book, structure.Document.Paragraphs);
        var paragraphRules = RuleFamilies.ForParagraphs(text);
        for (var i = 0; i < text.Count; i++)
        {
            var line = text[i];
            if (line.Text.Length == 0) continue;
            foreach (var rule in paragraphRules) rule.Look(line, remarks);
        }

        foreach (var rule in RuleFamilies.ForDocuments) rule.Look(text, remarks);
        return Standing(Overlaps.Resolve(remarks.Findings), context);
    }

    /// <summary>Checks plain text whose structure is not known: every family that reads single paragraphs, headings and figures.</summary>
    public IReadOnlyList<Finding> Check(string text, CheckContext context)
    {
        var document = SourceDocument.FromText(text);
        return Check(new DocumentStructure { Document = document, Roles = new ElementRole[document.Paragraphs.Count] }, context);
    }

    /// <summary>After the overlaps are resolved: letting a word stand must not bring out a weaker remark on it.</summary>
    private static IReadOnlyList<Finding> Standing(IReadOnlyList<Finding> findings, CheckContext context) =>
        context.Suppressions.Count + context.Unit.Ignored.Count == 0 ? findings : [.. findings.Where(finding => !context.LetsStand(finding))];
}
