using System.Globalization;
using System.Text.RegularExpressions;
using Zhongshu.Proofing;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Bench;

/// What each tool says of texts that are right: the clean half of the labelled set, a paragraph a line.
internal static partial class ProofingAlarms
{
    public static async IAsyncEnumerable<Figure> RunAsync(string folder, string? programs)
    {
        var file = Path.Combine(folder, "clean.txt");
        var lines = File.ReadLines(Path.Combine("benchmarks", "proofing-set", "clean.tsv")).Where(l => l.Length > 0 && l[0] != '#')
            .SelectMany(l => Known().Replace(l.Split('\t')[^1], "").Split('⏎')).Select(p => Role().Replace(p, "")).Where(p => p.Length > 0).ToList();
        await File.WriteAllLinesAsync(file, lines);
        yield return new("proofing", "clean text", lines.Sum(l => l.Length), "characters");
        using var model = ContextModel.Open(Path.Combine("rules", "proofing", "context-model.bin"));
        var options = new CheckOptions { Rules = RulePipeline.Load(Path.Combine("rules", "proofing")) };
        var document = SourceDocument.FromText(await File.ReadAllTextAsync(file));
        foreach (var (name, depth) in ((string, CheckOptions)[])[("fast", options), ("deep", options with { Model = model })])
        {
            var findings = Proofreader.CheckLines(document, depth);
            yield return new("proofing", $"zhongshu {name}: alarms on clean text", findings.Count(f => f.Severity > Severity.Suggestion), "错误 or 疑似");
            yield return new("proofing", $"zhongshu {name}: suggestions on clean text", findings.Count(f => f.Severity == Severity.Suggestion), "建议");
        }

        if (programs is null) yield break;
        var (_, output, _) = await ProofingScenario.RunAsync([Path.Combine(programs, "autocorrect"), "--lint", "--format", "json", file]);
        yield return new("proofing", "autocorrect: lines of clean text it would change", Altered().Count(output), "lines");
        var (_, _, error) = await ProofingScenario.RunAsync([Path.Combine(programs, "zhlint"), file]);
        var found = Found().Match(error);
        yield return new("proofing", "zhlint: alarms on clean text", found.Success ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0, "errors");
    }

    [GeneratedRegex(@"^\[[^\]]{1,6}\]")]
    private static partial Regex Known();

    [GeneratedRegex(@"^\{.\}")]
    private static partial Regex Role();

    [GeneratedRegex("\"l\":[0-9]+,\"c\":")]
    private static partial Regex Altered();

    [GeneratedRegex("Found ([0-9]+) errors")]
    private static partial Regex Found();
}
