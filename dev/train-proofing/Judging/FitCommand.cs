using System.Diagnostics;
using System.Globalization;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Fits the judgement on slips put into held-back sentences, and tries it on the tuning set, fold by fold.</summary>
internal static class FitCommand
{
    private const int Folds = 5;
    private const int Rounds = 3;

    /// <param name="Weight">How much an example of the tuning set counts against an invented one.</param>
    /// <param name="Epochs">Rounds of training.</param>
    /// <param name="Tried">How many of the five folds are tried.</param>
    internal sealed record Options(int Weight, int Epochs, int Tried);

    internal static void Run(string path, string asidePath, string tuningPath, Options options)
    {
        var tuning = Pair.Read(tuningPath);
        var aside = File.ReadAllLines(asidePath);
        var fresh = aside.Length / 10;
        List<Example> invented = [];
        var groups = new List<Example>[Folds];
        List<Pair> unseen;
        using (var model = ContextModel.Open(path))
        {
            var gather = new Examples(model);
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var pair in new Corruption(model, new Random(round + 10)).Corrupt(aside.Skip(fresh))) gather.Gather(pair, 1, invented);
            }

            unseen = [.. new Corruption(model, new Random(2)).Corrupt(aside.Take(fresh))];
            for (var i = 0; i < Folds; i++) groups[i] = [];
            for (var i = 0; i < tuning.Count; i++) gather.Gather(tuning[i], options.Weight, groups[Fold(tuning[i])]);
        }

        Console.WriteLine($"examples: invented {invented.Count} ({invented.Count(e => e.Right)} right), tuning {groups.Sum(g => g.Count)} ({groups.Sum(g => g.Count(e => e.Right))} right)");
        float[] limits = [-0.5f, 0, 0.4f, 0.8f, 1.2f, 1.6f, 2];
        var scores = limits.Select(_ => new Scores()).ToArray();
        for (var fold = 0; fold < options.Tried; fold++)
        {
            var learn = invented.Concat(groups.Where((_, i) => i != fold).SelectMany(g => g)).ToList();
            Save(path, JudgementTrainer.Fit(learn, options.Epochs, fold));
            Try(path, tuning.Where(p => Fold(p) == fold), limits, scores);
        }

        Print("tuning set, sentences of folds not learnt from", limits, scores);
        var clock = Stopwatch.StartNew();
        Save(path, JudgementTrainer.Fit([.. invented, .. groups.SelectMany(g => g)], options.Epochs, 99));
        Console.WriteLine($"fitted in {clock.Elapsed.TotalSeconds:F1} s");
        scores = limits.Select(_ => new Scores()).ToArray();
        Try(path, unseen, limits, scores);
        File.WriteAllLines(path + ".unseen.tsv", unseen.Select(p => $"{(p.Clean ? 0 : 1)}\t{p.Written}\t{p.Meant}"));
        Print("slips put into unseen sentences", limits, scores);
    }

    /// <summary>Rows with the same meant sentence share a fold, or a sentence would be learnt by heart.</summary>
    private static int Fold(Pair pair)
    {
        var sum = 17;
        foreach (var c in pair.Meant) sum = unchecked((sum * 31) + c);
        return (sum & int.MaxValue) % Folds;
    }

    private static void Save(string path, float[] weights)
    {
        var file = ModelFile.Read(path);
        file.Set<float>(ModelPart.Judgement, weights);
        file.Write(path);
    }

    private static void Try(string path, IEnumerable<Pair> pairs, float[] limits, Scores[] scores)
    {
        using var model = ContextModel.Open(path);
        foreach (var pair in pairs)
        {
            for (var i = 0; i < limits.Length; i++)
            {
                var reviewer = new Reviewer(model) { Least = limits[i], Mishaps = false };
                scores[i].Add(pair, Scores.Apply(pair.Written, reviewer.Read(pair.Written, Guard.Demands(pair.Written, [])), model));
            }
        }
    }

    private static void Print(string name, float[] limits, Scores[] scores)
    {
        Console.WriteLine(name);
        for (var i = 0; i < limits.Length; i++) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  log-odds {limits[i]:F1}: {scores[i]}"));
    }
}
