using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.Proofing;

/// <summary>What a check is made with. The same rules and model serve any number of checks, on any number of threads.</summary>
public sealed record CheckOptions
{
    /// <summary>The rule families with their data.</summary>
    public required RulePipeline Rules { get; init; }

    /// <summary>The model for typos that only the context gives away; without it the check is the fast one (快速校核).</summary>
    public ContextModel? Model { get; init; }

    /// <summary>Settings of the deep check; <c>null</c> for the usual.</summary>
    public ContextTypoOptions? Deep { get; init; }

    /// <summary>文种 where the writer says it; otherwise it is read from the title.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>What the office knows beside the text.</summary>
    public CheckContext Context { get; init; } = CheckContext.Empty;
}

/// <summary>What a check found, and the structure it was made on.</summary>
public sealed record CheckReport(DocumentStructure Structure, IReadOnlyList<Finding> Findings);

/// <summary>公文校核: the door of the engine. Pure and total: any document gives a report.</summary>
public static class Proofreader
{
    /// <summary>Checks a document as an official text: structure first, then rules, then context.</summary>
    /// <returns>Findings in the order of the text, none overlapping another; every span lies inside its paragraph.</returns>
    public static CheckReport Check(SourceDocument document, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        var structure = StructureRecovery.Recover(document);
        if (options.Kind != DocumentKind.Unknown) structure = structure with { Kind = options.Kind };
        return new CheckReport(structure, Together(options.Rules.Check(structure, options.Context), document, options.Model is null ? options : Knowing(options, OwnNames.Of(structure))));
    }

    /// <summary>Checks lines that have nothing to do with each other, such as a list of sentences: nothing is expected before or after one.</summary>
    /// <returns>Findings as of <see cref="Check"/>; the paragraph is the line.</returns>
    public static IReadOnlyList<Finding> CheckLines(SourceDocument lines, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(options);
        var byRule = lines.Paragraphs.SelectMany((line, i) => options.Rules.Check(line.Text, options.Context).Select(f => Alone(f) with { Paragraph = i }));
        return Together([.. byRule], lines, options);
    }

    /// <summary>Whether a stop at the end of a lone line is wanted depends on what it is part of: a person decides.</summary>
    private static Finding Alone(Finding finding) =>
        finding.Rule is "heading.full-stop" or "heading.mark" or "punct.no-stop" or "punct.caption" ? finding with { Fix = null } : finding;

    /// <summary>Word lists that look at two or three characters: where the context is read too, it has the last word.</summary>
    private static readonly string[] Doubtful = ["typo.look-alike", "typo.variant"];

    private static IReadOnlyList<Finding> Together(IReadOnlyList<Finding> byRule, SourceDocument document, CheckOptions options)
    {
        if (options.Model is not { } model) return byRule;
        var byContext = ContextTypos.Check(document, model, Deeply(options)).Where(f => !options.Context.LetsStand(f));
        var borneOut = byRule.Where(f => !Doubtful.Contains(f.Rule) || ContextTypos.BearsOut(model, document.Paragraphs[f.Paragraph].Text, f));
        return Overlaps.Resolve([.. borneOut, .. byContext]);
    }

    private static CheckOptions Knowing(CheckOptions options, IEnumerable<string> names)
    {
        var deep = options.Deep ?? ContextTypoOptions.Default;
        return options with { Deep = deep with { OwnWords = [.. deep.OwnWords, .. names] } };
    }

    /// <summary>The deep check knows the common names and words, and never questions those of the house.</summary>
    private static ContextTypoOptions Deeply(CheckOptions options)
    {
        var (deep, house) = (options.Deep ?? ContextTypoOptions.Default, options.Context);
        return deep with
        {
            Known = options.Rules.Data.Known,
            OwnWords = [.. deep.OwnWords, .. house.Officials.Select(o => o.Name), .. house.OwnPlaces, .. house.Superiors, .. house.Subordinates],
        };
    }
}
