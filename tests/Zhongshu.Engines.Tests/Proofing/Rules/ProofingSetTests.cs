using System.Globalization;
using System.Text;
using Xunit.Abstractions;
using Zhongshu.Proofing.Findings;

namespace Zhongshu.Engines.Tests.Proofing.Rules;

/// <summary>Holds what the labelled set of benchmarks/proofing-set measures. The figures stand in docs/PROOFING.md.</summary>
public sealed class ProofingSetTests(ITestOutputHelper output)
{
    /// <summary>Least precision and recall, in percent.</summary>
    private static readonly Dictionary<string, (int Precision, int Recall)> Least = new()
    {
        ["typo"] = (95, 70), ["punct"] = (95, 90), ["number"] = (95, 90), ["heading"] = (95, 90), ["kind"] = (95, 90),
        ["length"] = (90, 90), ["consistency"] = (95, 90), ["secrecy"] = (95, 95), ["layout"] = (95, 95), ["unit"] = (95, 95),
    };

    [Fact]
    [Trait("req", "M3-A22")]
    [Trait("req", "M3-A28")]
    [Trait("req", "M3-B22")]
    public void Every_family_finds_its_errors_and_little_else()
    {
        var (hits, all, found, right) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>(), new Dictionary<string, int>());
        var missed = new StringBuilder();
        foreach (var text in LabelledText.Errors())
        {
            all[text.Family] = all.GetValueOrDefault(text.Family) + 1;
            var findings = Pipeline.Check(text.Structure, text.Context);
            var rules = findings.Where(f => Covers(text, f)).Select(f => f.Rule).ToHashSet();
            var hit = rules.Any(rule => rule.StartsWith(text.Family + ".", StringComparison.Ordinal));
            foreach (var finding in findings)
            {
                var family = finding.Rule.Split('.')[0];
                var here = rules.Contains(finding.Rule); // the other half of a pair is the same fault
                if (finding.Severity == Severity.Suggestion && !here) continue;
                found[family] = found.GetValueOrDefault(family) + 1;
                if (here) right[family] = right.GetValueOrDefault(family) + 1;
                else missed.AppendLine(CultureInfo.InvariantCulture, $"beside {finding.Rule} {finding.Text} | {text.Line}");
            }

            if (hit) hits[text.Family] = hits.GetValueOrDefault(text.Family) + 1;
            else missed.AppendLine(CultureInfo.InvariantCulture, $"missed {text.Family} | {text.Line}");
        }

        foreach (var family in Least.Keys)
        {
            var precision = 100.0 * right.GetValueOrDefault(family) / Math.Max(1, found.GetValueOrDefault(family));
            var recall = 100.0 * hits.GetValueOrDefault(family) / Math.Max(1, all.GetValueOrDefault(family));
            output.WriteLine($"{family,-12} {all.GetValueOrDefault(family),4} errors  precision {precision,5:F1}  recall {recall,5:F1}");
        }

        output.WriteLine(missed.ToString());
        foreach (var (family, least) in Least)
        {
            (100 * right.GetValueOrDefault(family)).ShouldBeGreaterThanOrEqualTo(least.Precision * found.GetValueOrDefault(family), family);
            (100 * hits.GetValueOrDefault(family)).ShouldBeGreaterThanOrEqualTo(least.Recall * all.GetValueOrDefault(family), family);
        }
    }

    [Fact]
    public void Clean_texts_raise_no_alarm()
    {
        var alarms = LabelledText.Clean()
            .SelectMany(text => Pipeline.Check(text.Structure, text.Context).Where(f => f.Severity > Severity.Suggestion).Select(f => $"{f.Rule} {f.Text} | {text.Line}"))
            .ToList();
        alarms.ShouldBeEmpty();
    }

    /// <summary>The finding touches the labelled stretch; whole-document errors carry no stretch.</summary>
    private static bool Covers(LabelledText text, Finding finding) =>
        text.Paragraph < 0 || (finding.Paragraph == text.Paragraph && finding.Start <= text.End && text.Start <= finding.End);
}
