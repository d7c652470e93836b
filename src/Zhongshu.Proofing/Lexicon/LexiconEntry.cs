using Zhongshu.Proofing.Findings;

namespace Zhongshu.Proofing.Lexicon;

/// <summary>One line of a lexicon file.</summary>
/// <param name="Rule">Rule id.</param>
/// <param name="Wrong">The words as they must not stand.</param>
/// <param name="Right">What to write; empty when nothing certain can be put in their place.</param>
/// <param name="Severity">How sure.</param>
/// <param name="Tests">What must stand round it.</param>
/// <param name="Reason">Why, in Chinese; empty for the rule's own sentence.</param>
/// <param name="Source">Where the rule comes from.</param>
internal sealed record LexiconEntry(
    string Rule,
    string Wrong,
    string Right,
    Severity Severity,
    ContextTest[] Tests,
    string Reason,
    string Source);
