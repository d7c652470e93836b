using Zhongshu.Proofing.Rules.Consistency;
using Zhongshu.Proofing.Rules.Headings;
using Zhongshu.Proofing.Rules.Kinds;
using Zhongshu.Proofing.Rules.Lengths;
using Zhongshu.Proofing.Rules.Manner;
using Zhongshu.Proofing.Rules.Numbers;
using Zhongshu.Proofing.Rules.Punctuation;
using Zhongshu.Proofing.Rules.Secrecy;
using Zhongshu.Proofing.Rules.Typos;
using Zhongshu.Proofing.Rules.Units;

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
        new TitleRule(),
        new UpwardRule(),
        new ElementRule(),
        new LimitRule(),
        new StyleRule(),
        new LastYearRule(),
        new EarlierTextRule(),
        new BalanceRule(),
        new SubstanceRule(),
        new PartsRule(),
        new CarriedRule(),
        new ResidueRule(),
        new TableRule(),
        new CountRule(),
        new CitationRule(),
        new PeopleRule(),
        new AttendanceRule(),
        new AbbreviationRule(),
        new TwoWaysRule(),
        new MarkRule(),
    ];

    public static IReadOnlyList<IParagraphRule> ForParagraphs(CheckedText text)
    {
        List<IParagraphRule> rules =
        [
            new LexiconRule(text.Data.Lexicon),
            new LookAlikeRule(text.Data.LookAlikes),
            new RepeatRule(text.Data.Doubles, text.Data.DoubledWords),
            new CharacterRule(text.Data.Traditional, CharacterRule.IsTraditional(text.Paragraphs, text.Data.Traditional)),
            new HalfWidthRule(),
            new MarkRunRule(),
            new EnumerationRule(),
            new OrdinalRule(),
            new DateRule(),
            new FigureRule(),
            new DocumentNumberRule(),
            new SumRule(),
            new PersonalNumberRule(text.Context.ForPublication),
        ];
        if (text.Context.Unit.Words is not null || text.Context.Unit.Patterns.Count > 0) rules.Add(new UnitRule(text.Context.Unit));
        return rules;
    }
}
