using System.Globalization;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Takes out, doubles, puts in and swaps characters in unseen sentences and counts what is found again, by limit.</summary>
internal static class MishapCommand
{
    internal static void Run(string path, string asidePath, int most)
    {
        using var model = ContextModel.Open(path);
        var lines = File.ReadLines(asidePath).Where(l => l.Length is > 10 and < 120).Take(most).ToList();
        var random = new Random(5);
        var found = new List<(Mishap Made, Mishap? Said, float Over, bool Right)>();
        var reviewer = new Reviewer(model) { Misplaced = new Misplaced(model) { Limits = [6, 4, 2] } };
        var clean = new List<(Mishap Said, float Gain)>();
        foreach (var line in lines)
        {
            reviewer.Read(line, Guard.Demands(line, []));
            foreach (var (what, start) in reviewer.Found)
            {
                clean.Add((what.Kind, what.Gain));
                if (what.Gain > 8) Console.WriteLine($"alarm {what.Kind} {what.Gain:F1} {line[Math.Max(0, start - 6)..start]}|{Show(model, what)}|{line[start..Math.Min(line.Length, start + 6)]}");
            }

            foreach (var made in Enum.GetValues<Mishap>())
            {
                if (Make(line, made, model, random) is not { } wrong) continue;
                reviewer.Read(wrong, Guard.Demands(wrong, []));
                var answers = reviewer.Found.Select(f => (f.What, Text: Apply(wrong, f.What, f.Start, model))).ToList();
                var hit = answers.FirstOrDefault(a => a.Text == line);
                if (hit.Text is not null) found.Add((made, hit.What.Kind, hit.What.Gain, true));
                else if (answers.Count > 0) found.Add((made, answers[0].What.Kind, answers[0].What.Gain, false));
                else found.Add((made, null, 0, false));
            }
        }

        foreach (var kind in Enum.GetValues<Mishap>())
        {
            var all = found.Count(f => f.Made == kind);
            for (var limit = 0f; limit <= 20; limit += 2)
            {
                var right = found.Count(f => f.Made == kind && f.Right && f.Said == kind && f.Over >= limit);
                var wrong = found.Count(f => f.Said == kind && !f.Right && f.Over >= limit);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} limit {limit:F0}: recall {100.0 * right / Math.Max(1, all):F1} %, wrong answers {wrong}, clean altered {100.0 * clean.Count(c => c.Said == kind && c.Gain >= limit) / lines.Count:F2} %"));
            }
        }
    }

    private static string Show(ContextModel model, Mishandled what) => what.Kind == Mishap.Missing ? "+" + model.Alphabet.Character(what.Token) : what.Kind == Mishap.Extra ? "-" : "~";

    internal static string Apply(string text, Mishandled what, int start, ContextModel model) => what.Kind switch
    {
        Mishap.Missing => text.Insert(start, model.Alphabet.Character(what.Token).ToString()),
        Mishap.Extra => text.Remove(start, 1),
        _ => text[..start] + text[start + 1] + text[start] + text[(start + 2)..],
    };

    private static string? Make(string line, Mishap kind, ContextModel model, Random random)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var at = random.Next(1, line.Length - 2);
            if (!IsHan(line[at]) || !IsHan(line[at + 1]) || !IsHan(line[at - 1])) continue;
            if (kind == Mishap.Missing && line[at] != line[at - 1]) return line.Remove(at, 1);
            if (kind == Mishap.Swapped && line[at] != line[at + 1]) return line[..at] + line[at + 1] + line[at] + line[(at + 2)..];
            if (kind == Mishap.Extra) return line.Insert(at, random.Next(2) == 0 ? line[at].ToString() : model.Alphabet.Character(Alphabet.Reserved + random.Next(600)) is var c && IsHan(c) ? c.ToString() : line[at - 1].ToString());
        }

        return null;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}
