using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules;

/// <summary>Everything read from the rule folder.</summary>
internal sealed record RuleData(RuleBook Book, WordLexicon Lexicon, TraditionalCharacters Traditional)
{
    public static RuleData Load(string directory) => new(
        RuleBook.Load(Path.Combine(directory, "checks.yaml")),
        WordLexicon.Load(Directory.EnumerateFiles(Path.Combine(directory, "lexicon"), "*.tsv").Order(StringComparer.Ordinal)),
        TraditionalCharacters.Load(Path.Combine(directory, "traditional.tsv")));
}
