using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Puts plausible slips into clean sentences, as often and of such kinds as the tuning set shows.</summary>
internal sealed class Corruption(ContextModel model, Random random)
{
    /// <summary>Share of sentences with 0, 1, 2 … slips.</summary>
    private static readonly double[] Slips = [0.42, 0.37, 0.14, 0.05, 0.02];

    /// <summary>Share of each likeness class among slips.</summary>
    private static readonly double[] Kinds =
        [0, 0.11, 0.035, 0.31, 0.11, 0.025, 0.27, 0.05, 0.013, 0.05, 0.002, 0.001, 0.01, 0.02, 0.006, 0];

    private const double NextToTheLast = 0.06;
    private const double WholeWord = 0.09;
    private const int Tries = 40;

    internal IEnumerable<Pair> Corrupt(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var slips = Pick(Slips);
            var text = line.ToCharArray();
            var last = -1;
            for (var n = 0; n < slips; n++)
            {
                var at = last >= 0 && random.NextDouble() < NextToTheLast ? last + 1 : random.Next(text.Length);
                if (random.NextDouble() < WholeWord && at + 1 < text.Length && Word(text, line, at)) { last = at + 1; continue; }
                if (at >= text.Length || text[at] != line[at] || text[at] is < '\u4e00' or > '\u9fff') continue;
                if (Slip(text[at]) is not { } wrong) continue;
                text[at] = wrong;
                last = at;
            }

            yield return new Pair(new string(text), line);
        }
    }

    /// <summary>Two characters go wrong together, mostly into another known word of like sound.</summary>
    private bool Word(char[] text, string line, int at)
    {
        if (text[at] != line[at] || text[at + 1] != line[at + 1]) return false;
        if (text[at] is < '\u4e00' or > '\u9fff' || text[at + 1] is < '\u4e00' or > '\u9fff') return false;
        var highest = 0;
        var (first, second) = (text[at], text[at + 1]);
        for (var i = 0; i < Tries; i++)
        {
            if (Slip(line[at]) is not { } a || Slip(line[at + 1]) is not { } b) continue;
            var level = 1 + model.Expectation.Level([model.Alphabet.Token(a), model.Alphabet.Token(b)]);
            if (level <= highest) continue;
            highest = level;
            (first, second) = (a, b);
        }

        (text[at], text[at + 1]) = (first, second);
        return highest > 0;
    }

    private char? Slip(char meant)
    {
        var kind = Pick(Kinds);
        var sum = 0.0;
        char? chosen = null;
        foreach (var packed in model.CandidatesFor(meant))
        {
            var candidate = Candidate.Unpack(packed);
            if (candidate.Class != kind) continue;
            var weight = Math.Sqrt(Levels.Value(model.Expectation.Level(candidate.Token)));
            sum += weight;
            if (random.NextDouble() * sum < weight) chosen = model.Alphabet.Character(candidate.Token);
        }

        return chosen;
    }

    private int Pick(double[] shares)
    {
        var x = random.NextDouble() * shares.Sum();
        for (var i = 0; i < shares.Length; i++)
        {
            x -= shares[i];
            if (x < 0) return i;
        }

        return 0;
    }
}
