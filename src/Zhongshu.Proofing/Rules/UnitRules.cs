using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules;

/// <summary>A pattern of the unit's own rules. Matched without backtracking, so that no pattern can hang on a text.</summary>
/// <param name="Pattern">The compiled pattern.</param>
/// <param name="Message">What to say.</param>
/// <param name="Severity">How grave.</param>
/// <param name="Fix">What to write instead; <c>null</c> when a person decides.</param>
internal sealed record UnitPattern(Regex Pattern, string Message, Severity Severity, string? Fix);

/// <summary>
/// The unit's own rules, one YAML file: <c>words</c> (wrong, right, severity, reason), <c>patterns</c> (pattern, message, severity, fix),
/// <c>sensitive</c> (word, reason), <c>ignore</c> (rule, text, reason, document). Immutable.
/// </summary>
public sealed class UnitRules
{
    private static readonly string[] Families = ["typo", "punct", "number", "heading", "kind", "length", "consistency", "secrecy", "layout", "unit"];

    private UnitRules(WordLexicon? words, IReadOnlyList<UnitPattern> patterns, IReadOnlyList<Suppression> ignored, IReadOnlyList<string> problems)
    {
        Words = words;
        Patterns = patterns;
        Ignored = ignored;
        Problems = problems;
    }

    /// <summary>No rules of its own.</summary>
    public static UnitRules None { get; } = new(null, [], [], []);

    /// <summary>What could not be read, one Chinese sentence each; the rest of the file holds all the same.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Findings the unit lets stand in every document.</summary>
    public IReadOnlyList<Suppression> Ignored { get; }

    internal WordLexicon? Words { get; }

    internal IReadOnlyList<UnitPattern> Patterns { get; }

    /// <summary>Reads the unit's file. Never throws on its content: what is wrong is listed in <see cref="Problems"/>.</summary>
    public static UnitRules Parse(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var problems = new List<string>();
        var sections = Sections(yaml, problems);
        var entries = new List<LexiconEntry>();
        var patterns = new List<UnitPattern>();
        var ignored = new List<Suppression>();
        foreach (var (section, map) in sections)
        {
            var problem = section switch
            {
                "words" => Word(map, entries),
                "sensitive" => Sensitive(map, entries),
                "patterns" => Pattern(map, patterns),
                "ignore" => Ignore(map, ignored),
                _ => $"不认识的栏目“{section}”，可用 words、patterns、sensitive、ignore。",
            };
            if (problem is not null) problems.Add(problem);
        }

        return new UnitRules(entries.Count == 0 ? null : WordLexicon.Of(entries), patterns, ignored, problems);
    }

    private static string? Word(Dictionary<string, string> map, List<LexiconEntry> entries)
    {
        if (map.GetValueOrDefault("wrong", "") is not { Length: > 0 } wrong) return "words 栏有一条缺 wrong，请补上原词。";
        if (Grade(map) is not { } severity) return $"“{wrong}”的 severity 只能写 错误、疑似 或 建议。";
        var right = map.GetValueOrDefault("right", "");
        if (right == wrong) return $"“{wrong}”的 right 与 wrong 相同，请核对。";
        entries.Add(new LexiconEntry("unit.word", wrong, right, severity, [], map.GetValueOrDefault("reason", ""), "本单位词表"));
        return null;
    }

    private static string? Sensitive(Dictionary<string, string> map, List<LexiconEntry> entries)
    {
        if (map.GetValueOrDefault("word", "") is not { Length: > 0 } word) return "sensitive 栏有一条缺 word，请补上词语。";
        var reason = map.GetValueOrDefault("reason", "");
        entries.Add(new LexiconEntry("secrecy.unit-word", word, "", Severity.Suspect, [], $"“{word}”在本单位的敏感词表中，请核对是否可用。{reason}", "本单位词表"));
        return null;
    }

    private static string? Pattern(Dictionary<string, string> map, List<UnitPattern> patterns)
    {
        var pattern = map.GetValueOrDefault("pattern", "");
        if (pattern.Length == 0) return "patterns 栏有一条缺 pattern，请补上式样。";
        if (Grade(map) is not { } severity) return $"式样“{pattern}”的 severity 只能写 错误、疑似 或 建议。";
        try
        {
            var regex = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            patterns.Add(new UnitPattern(regex, map.GetValueOrDefault("message", ""), severity, map.GetValueOrDefault("fix")));
            return null;
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return $"式样“{pattern}”写法有误或用了不支持的前后查找，请改写。";
        }
    }

    private static string? Ignore(Dictionary<string, string> map, List<Suppression> ignored)
    {
        var rule = map.GetValueOrDefault("rule", "");
        var reason = map.GetValueOrDefault("reason", "");
        if (rule.Length == 0) return "ignore 栏有一条缺 rule，请写明规则号。";
        if (reason.Length == 0) return $"忽略“{rule}”须写明理由（reason）。";
        if (!Families.Contains(rule.Split('.')[0])) return $"没有“{rule}”这一类规则，类别是 {string.Join("、", Families)}。";
        ignored.Add(new Suppression(rule, map.GetValueOrDefault("text"), reason) { Document = map.GetValueOrDefault("document") });
        return null;
    }

    private static Severity? Grade(Dictionary<string, string> map) => map.GetValueOrDefault("severity", "疑似") switch
    {
        "错误" => Severity.Error,
        "疑似" => Severity.Suspect,
        "建议" => Severity.Suggestion,
        _ => null,
    };

    private static List<(string Section, Dictionary<string, string> Map)> Sections(string yaml, List<string> problems)
    {
        var sections = new List<(string, Dictionary<string, string>)>();
        try
        {
            Read(new Parser(new StringReader(yaml)), sections, problems);
        }
        catch (YamlException e)
        {
            problems.Add($"规则文件第 {e.Start.Line} 行不是合格的 YAML，请检查缩进、引号和冒号。");
        }

        return sections;
    }

    private static void Read(Parser parser, List<(string, Dictionary<string, string>)> sections, List<string> problems)
    {
        var (section, depth, inList, named) = ("", 0, false, false);
        Dictionary<string, string>? map = null;
        string? key = null;
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case MappingStart when ++depth == 2:
                    map = [];
                    break;
                case MappingEnd when depth-- == 2 && map is not null:
                    sections.Add((section, map));
                    (map, key) = (null, null);
                    break;
                case SequenceStart:
                    (inList, named) = (true, false);
                    break;
                case SequenceEnd:
                    inList = false;
                    break;
                case Scalar scalar when map is null && !inList && !named:
                    (section, named) = (scalar.Value, true);
                    break;
                case Scalar scalar when map is null:
                    named = false;
                    if (scalar.Value.Length > 0) problems.Add($"第 {scalar.Start.Line} 行“{scalar.Value}”不成条目：“{section}”栏下每条写成“- 名称: 内容”，见 docs/PROOFING.md 的示例。");
                    break;
                case Scalar scalar when key is null:
                    key = scalar.Value;
                    break;
                case Scalar scalar:
                    map![key!] = scalar.Value;
                    key = null;
                    break;
                default:
                    break;
            }
        }
    }
}
