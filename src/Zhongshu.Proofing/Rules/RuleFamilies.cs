using Zhongshu.Proofing.Rules.Headings;
using Zhongshu.Proofing.Rules.Numbers;
using Zhongshu.Proofing.Rules.Punctuation;
using Zhongshu.Proofing.Rules.Typos;

namespace Zhongshu.Proofing.Rules;

/// <summary>The explicit list of rules.</summary>
internal static class RuleFamilies
{
    public static IReadOnlyList<IDocumentRule> ForDocuments { get; } =
    [
        new PairRule(),
        new ParagraphEdgeRule(),
        new SequenceRule(),
        new SeriesRule(),
        new HeadingMarkRule(),
        new ReferenceRule(),
    ];

    public static IReadOnlyList<IParagraphRule> ForParagraphs(CheckedText text) =>
    [
        new LexiconRule(text.Data.Lexicon),
        new RepeatRule(),
        new CharacterRule(text.Data.Traditional, CharacterRule.IsTraditional(text.Paragraphs, text.Data.Traditional)),
        new HalfWidthRule(),
        new MarkRunRule(),
        new EnumerationRule(),
        new OrdinalRule(),
        new DateRule(),
        new FigureRule(),
    ];
}
