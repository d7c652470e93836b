using System.Diagnostics;
using System.Globalization;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Scores a model on a file of sentence pairs, or measures its speed on plain text.</summary>
internal static class EvalCommand
{
    internal static void Run(string path, string pairs, bool list)
    {
        using var model = ContextModel.Open(path);
        var scores = new Scores();
        var missed = new Missed(model, list);
        var reviewer = new Reviewer(model);
        foreach (var pair in Pair.Read(pairs))
        {
            var slips = reviewer.Read(pair.Written, Guard.Demands(pair.Written, []));
            var answer = Scores.Apply(pair.Written, slips, model);
            scores.Add(pair, answer);
            if (!pair.Clean) missed.Add(pair);
            if (list && answer != pair.Meant) Console.WriteLine($"{(pair.Clean ? "alarm" : answer == pair.Written ? "missed" : "other")}\n  {pair.Written}\n  {answer}\n  {pair.Meant}");
        }

        if (list)
        {
            Console.WriteLine(missed);
            Familiarity(model, Pair.Read(pairs));
        }

        Console.WriteLine(scores);
    }

    /// <summary>How near the sentences are to what the model has read: quantiles of the bounded mean log-probability of a token.</summary>
    private static void Familiarity(ContextModel model, List<Pair> pairs)
    {
        foreach (var clean in (bool[])[true, false])
        {
            var values = pairs.Where(pair => pair.Clean == clean)
                .Select(pair => new Workspace(model.Expectation, model.Alphabet.Encode(pair.Written)).Familiarity).Order().ToArray();
            if (values.Length == 0) continue;
            var at = ((double[])[0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]).Select(q => values[(int)(q * (values.Length - 1))]);
            Console.WriteLine($"familiarity of {values.Length} {(clean ? "clean" : "wrong")} sentences: {string.Join(' ', at.Select(v => v.ToString("F2", CultureInfo.InvariantCulture)))}");
        }
    }

    /// <summary>Scores by limit: the least log-odds of a first correction and of a further one.</summary>
    internal static void Limits(string path, string pairs)
    {
        using var model = ContextModel.Open(path);
        var all = Pair.Read(pairs);
        foreach (var least in (float[])[0, 0.4f, 0.7f, 1, 1.3f])
        {
            foreach (var further in (float[])[0.7f, 0.2f, -0.2f, -0.6f])
            {
                var scores = new Scores();
                var reviewer = new Reviewer(model) { Least = least, Further = further, Mishaps = false };
                foreach (var pair in all) scores.Add(pair, Scores.Apply(pair.Written, reviewer.Read(pair.Written, Guard.Demands(pair.Written, [])), model));
                Console.WriteLine($"{least} {further}: {scores}");
            }
        }
    }

    internal static void Speed(string path, string text)
    {
        var open = Stopwatch.StartNew();
        using var model = ContextModel.Open(path);
        Console.WriteLine($"opened in {open.Elapsed.TotalMilliseconds:F1} ms");
        var lines = File.ReadAllLines(text);
        var reviewer = new Reviewer(model);
        var found = 0;
        for (var round = 0; round < 3; round++)
        {
            var start = Environment.CpuUsage.TotalTime;
            found = lines.Sum(line => reviewer.Read(line, Guard.Demands(line, [])).Count);
            var characters = lines.Sum(line => line.Length);
            var spent = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
            Console.WriteLine($"{characters:N0} characters in {spent:F2} s of processor time: {characters / spent:N0} a second; {found} findings; resident {Environment.WorkingSet / 1048576} MiB");
        }
    }
}
