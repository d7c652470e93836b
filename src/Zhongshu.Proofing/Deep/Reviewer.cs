namespace Zhongshu.Proofing.Deep;

/// <summary>One correction the reviewer stands by.</summary>
/// <param name="At">Token index.</param>
/// <param name="Index">UTF-16 index in the paragraph.</param>
/// <param name="Written">The character as it stands.</param>
/// <param name="Proposal">What the context expects instead.</param>
/// <param name="Expected">How much the context expected the character as it stands (log-probability from both sides).</param>
internal readonly record struct Slip(int At, int Index, char Written, Proposal Proposal, float Expected);

/// <summary>Reads a paragraph, corrects the surest slip first, then looks at its surroundings again.</summary>
internal sealed class Reviewer(ContextModel model)
{
    /// <summary>Places that both sides expect more than this are not looked at (log-probability from both sides together).</summary>
    internal float Suspicious { get; init; } = -13.5f;

    /// <summary>Least log-odds of a correction.</summary>
    internal float Least { get; init; } = 1.0f;

    private readonly Proposer _proposer = new(model);

    /// <param name="text">One paragraph.</param>
    /// <param name="demands">Extra log-odds that a correction of each UTF-16 unit needs; empty for none.</param>
    internal List<Slip> Read(string text, ReadOnlySpan<float> demands = default)
    {
        var line = model.Alphabet.Encode(text);
        var slips = new List<Slip>();
        if (line.Count < 4) return slips;
        var work = new Workspace(model.Expectation, line);
        var best = new Proposal?[line.Count];
        var open = new bool[line.Count];
        for (var at = 1; at < line.Count - 1; at++)
        {
            open[at] = IsHan(text, line, at);
            Look(work, text, at, open, best, demands);
        }

        while (Surest(best) is var at and > 0)
        {
            var proposal = best[at]!.Value;
            slips.Add(new Slip(at, line.Starts[at], text[line.Starts[at]], proposal, work.Expected(at)));
            open[at] = false;
            work.Replace(at, proposal.Candidate.Token);
            for (var near = Math.Max(1, at - Levels.MaxOrder); near < Math.Min(line.Count - 1, at + Levels.MaxOrder + 1); near++)
                Look(work, text, near, open, best, demands);
        }

        slips.Sort((a, b) => a.Index.CompareTo(b.Index));
        return slips;
    }

    private static bool IsHan(string text, TokenLine line, int at) =>
        line.Ids[at] != Alphabet.Boundary && text[line.Starts[at]] is >= '\u4e00' and <= '\u9fff';

    private int Surest(Proposal?[] best)
    {
        var at = 0;
        var odds = Least;
        for (var i = 1; i < best.Length; i++)
        {
            if (best[i] is not { } proposal || proposal.LogOdds < odds) continue;
            odds = proposal.LogOdds;
            at = i;
        }

        return at;
    }

    private void Look(Workspace work, string text, int at, bool[] open, Proposal?[] best, ReadOnlySpan<float> demands)
    {
        best[at] = null;
        if (!open[at] || work.Expected(at) > Suspicious) return;
        var index = work.Line.Starts[at];
        Span<Proposal> proposals = stackalloc Proposal[Proposer.Kept];
        Span<float> features = stackalloc float[Proposer.Kept * Evidence.Features];
        var kept = _proposer.Propose(work, at, text[index], proposals, features);
        for (var i = 0; i < kept; i++)
        {
            if (!demands.IsEmpty && proposals[i].LogOdds < Least + demands[index]) continue;
            if (best[at] is not { } held || proposals[i].LogOdds > held.LogOdds) best[at] = proposals[i];
        }
    }
}
