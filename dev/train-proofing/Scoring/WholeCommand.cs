using System.Text;
using Zhongshu.Proofing;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.TrainProofing;

/// <summary>Scores the whole check, rules and context together, on a file of sentence pairs: every fix put in, or those of the typo family.</summary>
internal static class WholeCommand
{
    internal static void Run(string pairs, string model, string rules, bool list)
    {
        using var context = ContextModel.Open(model);
        var options = new CheckOptions { Rules = RulePipeline.Load(rules), Model = context };
        var (all, typos, byContext) = (new Scores(), new Scores(), new Scores());
        foreach (var pair in Pair.Read(pairs))
        {
            var findings = Proofreader.CheckLines(SourceDocument.FromText(pair.Written), options).Where(f => f.Fix is not null).ToList();
            var answer = Put(pair.Written, findings);
            all.Add(pair, answer);
            typos.Add(pair, Put(pair.Written, findings.Where(f => f.Rule.StartsWith("typo.", StringComparison.Ordinal))));
            byContext.Add(pair, Put(pair.Written, findings.Where(f => f.Rule == ContextTypos.Rule)));
            if (list && answer != pair.Meant)
                Console.WriteLine($"{(pair.Clean ? "alarm" : answer == pair.Written ? "missed" : "other")} {string.Join(' ', findings.Select(f => $"{f.Rule}:{f.Text}→{f.Fix}"))}\n  {pair.Written}\n  {answer}\n  {pair.Meant}");
        }

        Console.WriteLine($"every fix      {all}\ntypo family    {typos}\ntypo.context   {byContext}");
    }

    private static string Put(string text, IEnumerable<Finding> findings)
    {
        var fresh = new StringBuilder();
        var from = 0;
        foreach (var finding in findings.OrderBy(f => f.Start))
        {
            fresh.Append(text, from, finding.Start - from).Append(finding.Fix);
            from = finding.End;
        }

        return fresh.Append(text, from, text.Length - from).ToString();
    }
}
