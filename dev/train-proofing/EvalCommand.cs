using System.Diagnostics;
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

        if (list) Console.WriteLine(missed);
        Console.WriteLine(scores);
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
            var clock = Stopwatch.StartNew();
            found = lines.Sum(line => reviewer.Read(line, Guard.Demands(line, [])).Count);
            var characters = lines.Sum(line => line.Length);
            Console.WriteLine($"{characters:N0} characters in {clock.Elapsed.TotalSeconds:F2} s: {characters / clock.Elapsed.TotalSeconds:N0} a second; {found} findings; resident {Environment.WorkingSet / 1048576} MiB");
        }
    }
}
