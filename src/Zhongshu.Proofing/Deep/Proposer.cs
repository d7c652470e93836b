namespace Zhongshu.Proofing.Deep;

/// <summary>Finds, for one place, the characters that the context would rather have.</summary>
internal sealed class Proposer(ContextModel model)
{
    /// <summary>Proposals a place can have: three of one character and one of two.</summary>
    internal const int Kept = Singles + 1;

    private const int Singles = 3;
    private const int Shortlist = 8;
    private const float LeastGain = 2.5f;
    private const int PairList = 48;
    private const int LeastPairLevel = 12;
    private const float LevelLog = 0.1222f;
    private const int Reach = Levels.MaxOrder - 1;
    private const int Width = (2 * Reach) + 3;

    /// <summary>Log prior of each likeness class, used to rank before the judgement weighs all the evidence.</summary>
    private static readonly float[] Prior =
        [-9, -2.5f, -1.5f, -0.5f, 0, 0, -0.5f, 0, 0, -1.5f, -1.5f, -1, -3, -2.5f, -1.5f, -9];

    /// <summary>Up to four proposals in <paramref name="proposals"/>, features of each in <paramref name="features"/>.</summary>
    /// <param name="work">The paragraph.</param>
    /// <param name="at">Token index, with a token on either side.</param>
    /// <param name="text">The paragraph's text.</param>
    /// <param name="ask">Whether one character, two or both are in question.</param>
    /// <param name="proposals">Room for <see cref="Kept"/> proposals.</param>
    /// <param name="features">Room for as many rows of <see cref="Evidence.Features"/>.</param>
    internal int Propose(Workspace work, int at, string text, Ask ask, Span<Proposal> proposals, Span<float> features)
    {
        Span<byte> levels = stackalloc byte[2 * Levels.MaxOrder * Width];
        var before = new Windows(levels[..(Levels.MaxOrder * Width)], at - Reach, Width);
        var after = new Windows(levels[(Levels.MaxOrder * Width)..], at - Reach, Width);
        work.Windows.CopyTo(before);
        before.CopyTo(after);
        Span<Proposal> best = stackalloc Proposal[Kept + 1];
        Span<float> scores = stackalloc float[Kept + 1];
        scores.Fill(float.NegativeInfinity);
        var kept = 0;
        Span<ushort> list = stackalloc ushort[Shortlist];
        var listed = ask.HasFlag(Ask.One) ? ShortList(work.Ids, at, text[work.Line.Starts[at]], list) : 0;
        Span<float> room = stackalloc float[WideContext.Output];
        var look = listed > 0 ? WideLook.At(model, work.Ids, at, text[work.Line.Starts[at]], room) : default;
        foreach (var packed in list[..listed])
        {
            var candidate = Candidate.Unpack(packed);
            Insert(best, scores, ref kept, Weigh(work, after, at, candidate, default) with { Wide = look.Of(candidate.Token) - look.Own });
        }

        kept = Math.Min(kept, Singles);
        while (kept > 0 && best[kept - 1].Gain + best[kept - 1].Wide < LeastGain) kept--;
        if (ask.HasFlag(Ask.Two) && BestPair(work, before, at, text) is { Gain: >= LeastGain } pair) best[kept++] = pair;
        for (var rank = 0; rank < kept; rank++)
        {
            var row = features.Slice(rank * Evidence.Features, Evidence.Features);
            row.Clear();
            before.CopyTo(after);
            _ = Weigh(work, after, at, best[rank].Candidate, best[rank].Second);
            var rival = rank == 0 ? scores[1] : scores[0];
            Evidence.OfPlace(work, at, at + best[rank].Length - 1, row);
            Evidence.OfProposal(work, best[rank], after, at, row);
            Widen(work, at, text, best[rank], look, row);
            Evidence.OfRivals(Math.Clamp(Score(best[rank]) - Math.Max(rival, -60), -40, 40), Math.Min(rank, Singles - 1), row);
            proposals[rank] = best[rank] with { LogOdds = model.Judgement.LogOdds(row) };
        }

        return kept;
    }

    private void Widen(Workspace work, int at, string text, Proposal proposal, WideLook look, Span<float> row)
    {
        if (proposal.Length == 1)
        {
            Evidence.OfWideContext(look, proposal, 0, row);
            return;
        }

        Span<float> room = stackalloc float[WideContext.Output];
        var ids = work.Ids;
        var (own, next) = (ids[at], ids[at + 1]);
        ids[at] = proposal.Candidate.Token;
        var second = WideLook.At(model, ids, at + 1, text[work.Line.Starts[at + 1]], room);
        var gain = second.Of(proposal.Second.Token) - second.Own;
        (ids[at], ids[at + 1]) = (own, proposal.Second.Token);
        Evidence.OfWideContext(WideLook.At(model, ids, at, text[work.Line.Starts[at]], room), proposal, gain, row);
        ids[at + 1] = next;
    }

    private static float Score(Proposal proposal) =>
        proposal.Gain + proposal.Wide + (2 * Prior[proposal.Candidate.Class]) + (proposal.Length == 1 ? 0 : 2 * Prior[proposal.Second.Class]);

    /// <summary>A cheap look before the full one: candidates that were ever read beside their neighbours, likeliest first.</summary>
    private int ShortList(Span<ushort> ids, int at, char written, Span<ushort> list)
    {
        Span<float> scores = stackalloc float[Shortlist];
        var kept = 0;
        var follows = model.After(ids[at - 1]);
        foreach (var packed in model.CandidatesFor(written))
        {
            var token = packed & (Levels.VocabularySize - 1);
            var left = ContextModel.Has(follows, token);
            var right = ContextModel.Has(model.After(token), ids[at + 1]);
            if ((!left && !right) || token == ids[at] || !(left && right || Continues(ids, at, (ushort)token, left))) continue;
            var score = Prior[packed >> Levels.TokenBits]
                + (LevelLog * (Pair(ids[at - 1], token, left) + Pair(token, ids[at + 1], right) - model.Expectation.Level(token)));
            if (kept == Shortlist && score <= scores[^1]) continue;
            var place = kept < Shortlist ? kept++ : Shortlist - 1;
            for (; place > 0 && scores[place - 1] < score; place--) (scores[place], list[place]) = (scores[place - 1], list[place - 1]);
            (scores[place], list[place]) = (score, packed);
        }

        return kept;
    }

    private int Pair(int left, int right, bool seen) => seen ? model.Expectation.Level([(ushort)left, (ushort)right]) : -20;

    /// <summary>Only one neighbour is known: then the next one on that side must be known with it.</summary>
    private bool Continues(Span<ushort> ids, int at, ushort token, bool left) => left
        ? at > 1 && ids[at - 1] != Alphabet.Boundary && model.Expectation.Level([ids[at - 2], ids[at - 1], token]) > 0
        : at + 2 < ids.Length && ids[at + 1] != Alphabet.Boundary && model.Expectation.Level([token, ids[at + 1], ids[at + 2]]) > 0;

    /// <summary>Two characters side by side that make a known word together (「时长」 for 「市场」).</summary>
    private Proposal? BestPair(Workspace work, Windows before, int at, string text)
    {
        var ids = work.Ids;
        Span<ushort> firsts = stackalloc ushort[PairList];
        Span<ushort> seconds = stackalloc ushort[PairList];
        firsts = firsts[..PairCandidates(text[work.Line.Starts[at]], ids[at], ids[at - 1], -1, firsts)];
        seconds = seconds[..PairCandidates(text[work.Line.Starts[at + 1]], ids[at + 1], -1, ids[at + 2], seconds)];
        Span<byte> levels = stackalloc byte[Levels.MaxOrder * Width];
        var after = new Windows(levels, at - Reach, Width);
        before.CopyTo(after);
        Proposal? best = null;
        foreach (var first in firsts)
        {
            var token = (ushort)(first & (Levels.VocabularySize - 1));
            var follows = model.After(token);
            foreach (var second in seconds)
            {
                var next = (ushort)(second & (Levels.VocabularySize - 1));
                if (!ContextModel.Has(follows, next) || model.Expectation.Level([token, next]) < LeastPairLevel) continue;
                if (model.Expectation.Level([ids[at - 1], token, next]) == 0 && model.Expectation.Level([token, next, ids[at + 2]]) == 0) continue;
                var proposal = Weigh(work, after, at, Candidate.Unpack(first), Candidate.Unpack(second));
                if (best is not { } held || Score(proposal) > Score(held)) best = proposal;
            }
        }

        return best;
    }

    private int PairCandidates(char written, ushort own, int left, int right, Span<ushort> list)
    {
        var n = 0;
        foreach (var packed in model.CandidatesFor(written))
        {
            if (n == list.Length) break;
            var candidate = Candidate.Unpack(packed);
            if (candidate.Token == own || (candidate.Sound is Sound.None or Sound.OneKey && candidate.Look != Look.Near)) continue;
            if (left >= 0 && !ContextModel.Has(model.After(left), candidate.Token)) continue;
            if (right >= 0 && !ContextModel.Has(model.After(candidate.Token), right)) continue;
            list[n++] = packed;
        }

        return n;
    }

    /// <summary>Puts the candidate in, counts the windows over it into <paramref name="after"/>, and puts the text back.</summary>
    private Proposal Weigh(Workspace work, Windows after, int at, Candidate first, Candidate second)
    {
        var ids = work.Ids;
        var end = second.Token == 0 ? at : at + 1;
        var (own, next) = (ids[at], ids[end]);
        ids[at] = first.Token;
        if (end > at) ids[end] = second.Token;
        model.Expectation.Refill(ids, after, at, end);
        (ids[end], ids[at]) = (next, own);
        var (forward, backward) = (0f, 0f);
        var (ownForward, ownBackward) = (0f, 0f);
        var last = Math.Min(work.Line.Count - 1, end + Reach);
        for (var place = at; place <= last; place++)
        {
            var log = model.Expectation.LogForward(after, place);
            if (place == at) ownForward = log;
            forward += log - work.Forward[place];
        }

        for (var place = Math.Max(0, at - Reach); place <= end; place++)
        {
            var log = model.Expectation.LogBackward(after, place);
            if (place == end) ownBackward = log;
            backward += log - work.Backward[place];
        }

        return new Proposal(first, second, forward, backward, ownForward, ownBackward);
    }

    private static void Insert(Span<Proposal> best, Span<float> scores, ref int kept, Proposal proposal)
    {
        var score = Score(proposal);
        var place = Math.Min(kept, Singles);
        if (place == Singles && score <= scores[place]) return;
        for (; place > 0 && scores[place - 1] < score; place--) (best[place], scores[place]) = (best[place - 1], scores[place - 1]);
        (best[place], scores[place]) = (proposal, score);
        kept = Math.Min(kept + 1, Singles + 1);
    }
}
