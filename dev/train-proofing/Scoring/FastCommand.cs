using System.Globalization;
using System.Text;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Rules;
using Zhongshu.Proofing.Structure;

namespace Zhongshu.TrainProofing;

/// <summary>CPU time of the fast check on plain text, whole and rule by rule.</summary>
internal static class FastCommand
{
    private const int Rounds = 6;

    internal static void Run(string path, string rules)
    {
        var text = File.ReadAllText(path);
        var bytes = Encoding.UTF8.GetByteCount(text) / 1e6;
        var pipeline = RulePipeline.Load(rules);
        var document = SourceDocument.FromText(text);
        for (var round = 0; round < Rounds; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            var structure = StructureRecovery.Recover(document);
            var recovered = Environment.CpuUsage.TotalTime;
            var count = pipeline.Check(structure, CheckContext.Empty).Count;
            var end = Environment.CpuUsage.TotalTime;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes:F2} MB: {bytes / (end - start).TotalSeconds:F1} MB/s, structure {(recovered - start).TotalMilliseconds:F0} ms, rules {(end - recovered).TotalMilliseconds:F0} ms, {count} findings"));
        }

        ByRule(pipeline.Data, StructureRecovery.Recover(document), bytes);
        Console.WriteLine($"resident {Environment.WorkingSet / 1048576} MiB");
    }

    private static void ByRule(RuleData data, DocumentStructure structure, double bytes)
    {
        var text = new CheckedText(structure, CheckContext.Empty, data);
        foreach (var rule in RuleFamilies.ForParagraphs(text))
        {
            Time(rule.GetType().Name, bytes, () =>
            {
                var remarks = new Remarks(data.Book, structure.Document.Paragraphs);
                for (var i = 0; i < text.Count; i++) rule.Look(text[i], remarks);
            });
        }

        foreach (var rule in RuleFamilies.ForDocuments) Time(rule.GetType().Name, bytes, () => rule.Look(text, new Remarks(data.Book, structure.Document.Paragraphs)));
    }

    private static void Time(string name, double bytes, Action run)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 4; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            run();
            var took = Environment.CpuUsage.TotalTime - start;
            if (took < best) best = took;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {best.TotalMilliseconds / bytes,8:F2} ms/MB"));
    }
}
