using System.Collections.Frozen;
using System.Globalization;
using Zhongshu.Proofing.Lexicon;
using Zhongshu.Proofing.Reports;
using Zhongshu.Proofing.Rules.Lengths;
using Zhongshu.Proofing.Rules.Manner;

namespace Zhongshu.Proofing.Rules;

/// <summary>The thresholds of <c>thresholds.yaml</c>.</summary>
internal sealed record Thresholds(int Sentence, int BackgroundPercent, int MeasureSentences, int SameAsLastYearPercent)
{
    public static Thresholds Load(string path)
    {
        var values = YamlLines.Read(path).ToDictionary(map => map["id"], map => int.Parse(map["value"], CultureInfo.InvariantCulture));
        return new Thresholds(values["sentence"], values["background"], values["measure-sentences"], values["same-as-last-year"]);
    }
}

/// <summary>Everything read from the rule folder. The lexicons that only some checks need are read when first asked for.</summary>
internal sealed class RuleData
{
    private readonly Lazy<WordAutomaton> places;
    private readonly Lazy<KnownWords> known;
    private readonly Lazy<IReadOnlyList<HandCheck>> handChecks;

    private RuleData(string directory)
    {
        Book = RuleBook.Load(Path.Combine(directory, "checks.yaml"));
        LookAlikes = LookAlikes.Load(Path.Combine(directory, "lookalikes.tsv"), Path.Combine(directory, "pairs.txt"));
        Lexicon = WordLexicon.Load(Directory.EnumerateFiles(Path.Combine(directory, "lexicon"), "*.tsv").Order(StringComparer.Ordinal), LookAlikes.IsCommon);
        Traditional = TraditionalCharacters.Load(Path.Combine(directory, "traditional.tsv"));
        Limits = Limit.Load(Path.Combine(directory, "limits.yaml"));
        Thresholds = Thresholds.Load(Path.Combine(directory, "thresholds.yaml"));
        Manner = MannerWords.Load(Path.Combine(directory, "manner.yaml"));
        Background = Lines(Path.Combine(directory, "background.txt"));
        Doubles = new UnitSet(string.Concat(Lines(Path.Combine(directory, "doubles.txt"))));
        DoubledWords = Lines(Path.Combine(directory, "doubled-words.txt")).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(word => (word[0], word[1])).ToFrozenSet();
        places = new Lazy<WordAutomaton>(() => WordAutomaton.Build([.. Words(Path.Combine(directory, "places.txt")).Distinct()]));
        handChecks = new Lazy<IReadOnlyList<HandCheck>>(() => HandCheck.Load(Path.Combine(directory, "gates.yaml")));
        known = new Lazy<KnownWords>(() => new KnownWords(Words(Path.Combine(directory, "terms.txt")), [.. Words(Path.Combine(directory, "divisions.txt"))]));
    }

    public RuleBook Book { get; }

    public WordLexicon Lexicon { get; }

    public TraditionalCharacters Traditional { get; }

    public LookAlikes LookAlikes { get; }

    public IReadOnlyList<Limit> Limits { get; }

    public Thresholds Thresholds { get; }

    /// <summary>Words and figures of the checks of manner (文风).</summary>
    public MannerWords Manner { get; }

    public IReadOnlyList<string> Background { get; }

    /// <summary>Characters that never stand twice in a row.</summary>
    public UnitSet Doubles { get; }

    /// <summary>Words of two characters that may stand twice in a row.</summary>
    public FrozenSet<(char First, char Second)> DoubledWords { get; }

    public WordAutomaton Places => places.Value;

    /// <summary>Names of divisions and words of office life, for the deep check.</summary>
    public KnownWords Known => known.Value;

    /// <summary>What a person ticks off.</summary>
    public IReadOnlyList<HandCheck> HandChecks => handChecks.Value;

    public static RuleData Load(string directory) => new(directory);

    private static IEnumerable<string> Words(string path) => Lines(path).SelectMany(line => line.Split(' ')).Where(word => word.Length > 1);

    private static string[] Lines(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#')];
}
