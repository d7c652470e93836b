using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Says at which step each slip of a sentence was lost, in the sentence as written.</summary>
internal sealed class Missed(ContextModel model, bool verbose)
{
    private readonly Proposer _proposer = new(model);
    private readonly Dictionary<string, int> _steps = [];

    internal void Add(Pair pair)
    {
        for (var index = 0; index < pair.Written.Length; index++)
        {
            if (pair.Written[index] == pair.Meant[index]) continue;
            var step = Step(pair.Written, pair.Meant[index], index);
            if (Wrong(pair, index - 1) || Wrong(pair, index + 1)) step += ", beside another";
            if (verbose && step.StartsWith("no", StringComparison.Ordinal)) Console.WriteLine($"{step}: {pair.Written[Math.Max(0, index - 4)..index]}[{pair.Written[index]}>{pair.Meant[index]}]{pair.Written[(index + 1)..Math.Min(pair.Written.Length, index + 5)]}");
            _steps[step] = _steps.GetValueOrDefault(step) + 1;
        }
    }

    public override string ToString() => string.Join('\n', _steps.OrderByDescending(s => s.Value).Select(s => $"{s.Value,6} {s.Key}"));

    private static bool Wrong(Pair pair, int index) =>
        index >= 0 && index < pair.Written.Length && pair.Written[index] != pair.Meant[index];

    private string Step(string text, char meant, int index)
    {
        var line = model.Alphabet.Encode(text);
        var at = Array.IndexOf(line.Starts, index, 1, line.Count - 1);
        if (at < 1) return "folded away";
        var token = model.Alphabet.Token(meant);
        if (!Listed(text[index], token)) return "not alike";
        var work = new Workspace(model.Expectation, line);
        var ask = Reviewer.Questions(work, text, at, []);
        if (ask == Ask.Nothing) return "not questioned";
        Span<Proposal> proposals = stackalloc Proposal[Proposer.Kept];
        Span<float> features = stackalloc float[Proposer.Kept * Evidence.Features];
        var kept = _proposer.Propose(work, at, text, ask, proposals, features);
        for (var rank = 0; rank < kept; rank++)
        {
            if (proposals[rank].Length == 2 && proposals[rank].Candidate.Token == token)
                return $"pair, log-odds {Math.Clamp(Math.Round(proposals[rank].LogOdds), -4, 4)}";
            if (proposals[rank].Length == 1 && proposals[rank].Candidate.Token == token)
                return $"rank {rank}, log-odds {Math.Clamp(Math.Round(proposals[rank].LogOdds), -4, 4)}";
        }

        return kept == 0 ? "nothing proposed" : "not among the proposals";
    }

    private bool Listed(char written, ushort token)
    {
        foreach (var packed in model.CandidatesFor(written))
        {
            if (Candidate.Unpack(packed).Token == token) return true;
        }

        return false;
    }
}
