using System.Text.RegularExpressions;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Lexicon;

namespace Zhongshu.Proofing.Rules.Units;

/// <summary>The unit's own words and patterns.</summary>
internal sealed class UnitRule(UnitRules rules) : IParagraphRule
{
    private readonly WordMatches found = new();

    public void Look(Line line, Remarks remarks)
    {
        if (rules.Words is { } words)
        {
            words.Find(line.Text, found);
            for (var i = 0; i < found.Count; i++)
                if (words.Entry(line.Text, found[i]) is { } entry) remarks.Add(entry, line.At(found[i].Start, found[i].End));
        }

        foreach (var pattern in rules.Patterns) Pattern(line, pattern, remarks);
    }

    private static void Pattern(Line line, UnitPattern rule, Remarks remarks)
    {
        try
        {
            foreach (var match in rule.Pattern.EnumerateMatches(line.Text))
            {
                if (match.Length == 0) continue;
                var text = line.Text.Substring(match.Index, match.Length);
                var message = rule.Message.Length > 0 ? rule.Message : $"“{text}”不合本单位规则。";
                remarks.Add(new Finding("unit.pattern", rule.Severity, message, line.Index, match.Index, match.Index + match.Length, text, Fix(rule, text), "本单位规则", 0.8));
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern too slow for this paragraph says nothing about it; the other rules still do.
        }
    }

    /// <summary>What the pattern's groups caught stands where the fix names them ($1).</summary>
    private static string? Fix(UnitPattern rule, string text) =>
        rule.Fix is { } fix && fix.Contains('$', StringComparison.Ordinal) && rule.Pattern.Match(text) is { Success: true } match && match.Length == text.Length
            ? match.Result(fix)
            : rule.Fix;
}
