using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>One proposal with the truth about it.</summary>
internal sealed record Example(float[] Features, bool Right, float Weight);

/// <summary>Gathers proposals at suspicious places, in the states a review goes through.</summary>
internal sealed class Examples(ContextModel model)
{
    private readonly Proposer _proposer = new(model);

    internal void Gather(Pair pair, float weight, List<Example> into)
    {
        var line = model.Alphabet.Encode(pair.Written);
        if (line.Count < 4) return;
        var work = new Workspace(model.Expectation, line);
        var done = new HashSet<int>();
        Take(work, pair, done, weight, into);
        var wrong = Enumerable.Range(1, line.Count - 2)
            .Where(at => pair.Written[line.Starts[at]] != pair.Meant[line.Starts[at]])
            .OrderByDescending(at => model.Alphabet.Token(pair.Meant[line.Starts[at]]) == Alphabet.Unknown ? 1 : 0)
            .ThenBy(at => at % 3).ToList();
        foreach (var at in wrong)
        {
            done.Add(at);
            work.Replace(at, model.Alphabet.Token(pair.Meant[line.Starts[at]]));
            Take(work, pair, done, weight, into);
        }
    }

    private void Take(Workspace work, Pair pair, HashSet<int> done, float weight, List<Example> into)
    {
        Span<Proposal> proposals = stackalloc Proposal[Proposer.Kept];
        Span<float> features = stackalloc float[Proposer.Kept * Evidence.Features];
        for (var at = 1; at < work.Line.Count - 1; at++)
        {
            var ask = Reviewer.Questions(work, pair.Written, at, done);
            if (ask == Ask.Nothing) continue;
            var kept = _proposer.Propose(work, at, pair.Written, ask, proposals, features);
            for (var i = 0; i < kept; i++)
            {
                var right = Mends(work, pair, at, proposals[i].Candidate)
                    && (proposals[i].Length == 1 || Mends(work, pair, at + 1, proposals[i].Second));
                into.Add(new Example(features.Slice(i * Evidence.Features, Evidence.Features).ToArray(), right, weight));
            }
        }
    }

    private bool Mends(Workspace work, Pair pair, int at, Candidate candidate)
    {
        var index = work.Line.Starts[at];
        return pair.Written[index] != pair.Meant[index] && model.Alphabet.Character(candidate.Token) == pair.Meant[index];
    }
}
