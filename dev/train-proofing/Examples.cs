using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>One proposal with the truth about it.</summary>
internal sealed record Example(float[] Features, bool Right, float Weight);

/// <summary>Gathers proposals at suspicious places, in the states a review goes through.</summary>
internal sealed class Examples(ContextModel model, float suspicious)
{
    private readonly Proposer _proposer = new(model);

    internal void Gather(Pair pair, float weight, List<Example> into)
    {
        var line = model.Alphabet.Encode(pair.Written);
        if (line.Count < 4) return;
        var work = new Workspace(model.Expectation, line);
        var open = Enumerable.Range(0, line.Count).Where(at => at > 0 && at < line.Count - 1 && IsHan(pair, line, at)).ToHashSet();
        foreach (var at in open) Take(work, pair, at, weight, into);
        var wrong = open.Where(at => pair.Written[line.Starts[at]] != pair.Meant[line.Starts[at]]).ToList();
        if (wrong.Count < 2) return;
        foreach (var at in wrong.OrderByDescending(work.Expected).ToList())
        {
            open.Remove(at);
            work.Replace(at, model.Alphabet.Token(pair.Meant[line.Starts[at]]));
            foreach (var near in open.Where(near => Math.Abs(near - at) <= Levels.MaxOrder)) Take(work, pair, near, weight, into);
        }
    }

    private static bool IsHan(Pair pair, TokenLine line, int at) =>
        line.Ids[at] != Alphabet.Boundary && pair.Written[line.Starts[at]] is >= '\u4e00' and <= '\u9fff';

    private void Take(Workspace work, Pair pair, int at, float weight, List<Example> into)
    {
        if (work.Expected(at) > suspicious) return;
        var index = work.Line.Starts[at];
        Span<Proposal> proposals = stackalloc Proposal[Proposer.Kept];
        Span<float> features = stackalloc float[Proposer.Kept * Evidence.Features];
        var kept = _proposer.Propose(work, at, pair.Written[index], proposals, features);
        for (var i = 0; i < kept; i++)
        {
            var right = pair.Written[index] != pair.Meant[index]
                && model.Alphabet.Character(proposals[i].Candidate.Token) == pair.Meant[index];
            into.Add(new Example(features.Slice(i * Evidence.Features, Evidence.Features).ToArray(), right, weight));
        }
    }
}
