namespace Zhongshu.Proofing.Deep;

/// <summary>Finds, for one place, the characters that the context would rather have.</summary>
internal sealed class Proposer(ContextModel model)
{
    internal const int Kept = 3;
    private const int Reach = Levels.MaxOrder - 1;
    private const int Width = (2 * Reach) + 2;

    /// <summary>Log prior of each likeness class, used to rank before the judgement weighs all the evidence.</summary>
    private static readonly float[] Prior =
        [-9, -5f, -3f, -0.5f, 0, 0, -0.5f, 0, 0, -2, -1.5f, -1, -3.5f, -2.5f, -1.5f, -9];

    /// <summary>Up to three proposals, best first, in <paramref name="proposals"/>; features of each in <paramref name="features"/>.</summary>
    internal int Propose(Workspace work, int at, char written, Span<Proposal> proposals, Span<float> features)
    {
        var ids = work.Ids;
        Span<byte> near = stackalloc byte[Levels.MaxOrder * Width];
        Span<byte> trial = stackalloc byte[Levels.MaxOrder * Width];
        var before = new Windows(near, at - Reach, Width);
        var after = new Windows(trial, at - Reach, Width);
        work.Windows.CopyTo(before);
        before.CopyTo(after);
        Span<Proposal> best = stackalloc Proposal[Kept];
        Span<float> scores = stackalloc float[Kept + 1];
        scores.Fill(float.NegativeInfinity);
        var kept = 0;
        var own = ids[at];
        foreach (var packed in model.CandidatesFor(written))
        {
            var candidate = Candidate.Unpack(packed);
            if (candidate.Token == own || !Plausible(ids, at, candidate.Token)) continue;
            ids[at] = candidate.Token;
            model.Expectation.Refill(ids, after, at);
            var proposal = Weigh(work, after, at, candidate);
            Insert(best, scores, ref kept, proposal);
        }

        ids[at] = own;
        Describe(work, at, best[..kept], scores, features);
        Span<byte> again = stackalloc byte[Levels.MaxOrder * Width];
        for (var rank = 0; rank < kept; rank++)
        {
            var row = features.Slice(rank * Evidence.Features, Evidence.Features);
            var windows = new Windows(again, at - Reach, Width);
            before.CopyTo(windows);
            ids[at] = best[rank].Candidate.Token;
            model.Expectation.Refill(ids, windows, at);
            Evidence.OfCandidate(best[rank], windows, at, row);
            proposals[rank] = best[rank] with { LogOdds = model.Judgement.LogOdds(row) };
        }

        ids[at] = own;
        return kept;
    }

    internal static float Score(Proposal proposal) => proposal.Gain + (2 * Prior[proposal.Candidate.Class]);

    /// <summary>A cheap look before the full one: the candidate stands with a neighbour somewhere in the training text.</summary>
    private bool Plausible(Span<ushort> ids, int at, ushort token)
    {
        var left = model.Expectation.Level([ids[at - 1], token]) > 0;
        var right = model.Expectation.Level([token, ids[at + 1]]) > 0;
        if (left && right) return true;
        if (left && at > 1 && ids[at - 1] != Alphabet.Boundary) return model.Expectation.Level([ids[at - 2], ids[at - 1], token]) > 0;
        if (right && at + 2 < ids.Length && ids[at + 1] != Alphabet.Boundary) return model.Expectation.Level([token, ids[at + 1], ids[at + 2]]) > 0;
        return false;
    }

    private Proposal Weigh(Workspace work, Windows after, int at, Candidate candidate)
    {
        var (forward, backward) = (0f, 0f);
        var (ownForward, ownBackward) = (0f, 0f);
        var last = Math.Min(work.Line.Count - 1, at + Reach);
        for (var place = at; place <= last; place++)
        {
            var log = model.Expectation.LogForward(after, place);
            if (place == at) ownForward = log;
            forward += log - work.Forward[place];
        }

        for (var place = Math.Max(0, at - Reach); place <= at; place++)
        {
            var log = model.Expectation.LogBackward(after, place);
            if (place == at) ownBackward = log;
            backward += log - work.Backward[place];
        }

        return new Proposal(candidate, forward, backward, ownForward, ownBackward, 0);
    }

    private static void Insert(Span<Proposal> best, Span<float> scores, ref int kept, Proposal proposal)
    {
        var score = Score(proposal);
        var place = kept;
        while (place > 0 && scores[place - 1] < score) place--;
        if (place >= Kept)
        {
            scores[Kept] = Math.Max(scores[Kept], score);
            return;
        }

        for (var i = Math.Min(kept, Kept - 1); i > place; i--) best[i] = best[i - 1];
        for (var i = Kept; i > place; i--) scores[i] = scores[i - 1];
        best[place] = proposal;
        scores[place] = score;
        kept = Math.Min(kept + 1, Kept);
    }

    private static void Describe(Workspace work, int at, ReadOnlySpan<Proposal> best, ReadOnlySpan<float> scores, Span<float> features)
    {
        for (var rank = 0; rank < best.Length; rank++)
        {
            var row = features.Slice(rank * Evidence.Features, Evidence.Features);
            row.Clear();
            var rival = rank == 0 ? scores[1] : scores[0];
            Evidence.OfPlace(new Evidence.Place(work.Windows, work.Ids, work.Forward, work.Backward, at), work.Fluency, row);
            Evidence.OfRivals(Math.Clamp(scores[rank] - Math.Max(rival, -60), -40, 40), rank, row);
        }
    }
}
