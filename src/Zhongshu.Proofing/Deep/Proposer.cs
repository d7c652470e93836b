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

    /// <summary>Look-ups under way at once.</summary>
    private const int Together = 24;

    /// <summary>Two candidates side by side whose count is on its way.</summary>
    private readonly record struct Pairing(ushort First, ushort Second, ulong Hash);

    /// <summary>Likeness classes of a slip in a pair: alike in sound, or nearly the same strokes.</summary>
    private const int PairClasses = 0b0100_1111_1111_1100;

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
        Span<byte> levels = stackalloc byte[2 * Windows.Stride * Width];
        var before = new Windows(levels, at - Reach, Width);
        var after = new Windows(levels[(Windows.Stride * Width)..], at - Reach, Width);
        work.Windows.CopyTo(before);
        before.CopyTo(after);
        var pair = ask.HasFlag(Ask.Two) && BestPair(work, before, at, text) is { Gain: >= LeastGain } found ? found : default;
        Span<Proposal> singles = stackalloc Proposal[Shortlist];
        if (ask.HasFlag(Ask.One)) singles = singles[..Singly(work, before, at, text, singles)];
        else singles = [];
        if (pair.Length < 2 && !IsHopeful(singles)) return 0;
        Span<Proposal> best = stackalloc Proposal[Kept + 1];
        Span<float> scores = stackalloc float[Kept + 1];
        scores.Fill(float.NegativeInfinity);
        var kept = 0;
        Span<float> room = stackalloc float[WideContext.Output];
        var look = singles.IsEmpty ? default : WideLook.At(model, work.Ids, at, text[work.Line.Starts[at]], room);
        foreach (ref readonly var single in singles)
            Insert(best, scores, ref kept, single with { Wide = look.Of(single.Candidate.Token) - look.Own });

        kept = Math.Min(kept, Singles);
        while (kept > 0 && best[kept - 1].Gain + best[kept - 1].Wide < LeastGain) kept--;
        if (pair.Length == 2) best[kept++] = pair;
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

    /// <summary>Weighs the short list of single characters, side by side.</summary>
    private int Singly(Workspace work, Windows before, int at, string text, Span<Proposal> singles)
    {
        Span<ushort> list = stackalloc ushort[Shortlist];
        list = list[..ShortList(work.Ids, at, text[work.Line.Starts[at]], list)];
        Span<ushort> ids = stackalloc ushort[Shortlist * Width];
        ids = ids[..(list.Length * Width)];
        Span<byte> levels = stackalloc byte[Windows.Stride * Shortlist * Width];
        var (from, to) = (Math.Max(0, Reach - at), Math.Min(Width, work.Line.Count - at + Reach));
        for (var i = 0; i < list.Length; i++)
        {
            var stretch = ids.Slice(i * Width, Width);
            work.Ids[(at - Reach + from)..(at - Reach + to)].CopyTo(stretch[from..]);
            stretch[Reach] = Candidate.Unpack(list[i]).Token;
            before.CopyTo(new Windows(levels[(Windows.Stride * i * Width)..], at - Reach, Width));
        }

        model.Expectation.RefillEach(ids, new Windows(levels, 0, ids.Length), Width, Reach, (from, to));
        for (var i = 0; i < list.Length; i++)
            singles[i] = Gain(work, new Windows(levels[(Windows.Stride * i * Width)..], at - Reach, Width), (at, at), Candidate.Unpack(list[i]), default);
        return list.Length;
    }

    /// <summary>Whether any could still gain enough once the wide context, which is dear, has spoken.</summary>
    private static bool IsHopeful(ReadOnlySpan<Proposal> singles)
    {
        foreach (ref readonly var single in singles)
            if (single.Gain >= LeastGain - WideLook.MostGain) return true;
        return false;
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
        var leads = model.Before(ids[at + 1]);
        Fetch(ids, at, model.CandidatesFor(written));
        foreach (var packed in model.CandidatesFor(written))
        {
            var token = packed & (Levels.VocabularySize - 1);
            var left = ContextModel.Has(follows, token);
            var right = ContextModel.Has(leads, token);
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

    /// <summary>Has the counts that the short list will ask for on their way.</summary>
    private void Fetch(ReadOnlySpan<ushort> ids, int at, ReadOnlySpan<ushort> candidates)
    {
        var follows = model.After(ids[at - 1]);
        var leads = model.Before(ids[at + 1]);
        foreach (var packed in candidates)
        {
            var token = packed & (Levels.VocabularySize - 1);
            var (left, right) = (ContextModel.Has(follows, token), ContextModel.Has(leads, token));
            if (left) _ = model.Expectation.Fetch([ids[at - 1], (ushort)token]);
            if (right) _ = model.Expectation.Fetch([(ushort)token, ids[at + 1]]);
            if (left && !right && at > 1 && ids[at - 1] != Alphabet.Boundary) _ = model.Expectation.Fetch([ids[at - 2], ids[at - 1], (ushort)token]);
            if (right && !left && at + 2 < ids.Length && ids[at + 1] != Alphabet.Boundary) _ = model.Expectation.Fetch([(ushort)token, ids[at + 1], ids[at + 2]]);
        }
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
        firsts = firsts[..PairCandidates(text[work.Line.Starts[at]], ids[at], model.After(ids[at - 1]), firsts)];
        if (firsts.IsEmpty) return null;
        seconds = seconds[..PairCandidates(text[work.Line.Starts[at + 1]], ids[at + 1], model.Before(ids[at + 2]), seconds)];
        if (seconds.IsEmpty) return null;
        Span<byte> levels = stackalloc byte[Windows.Stride * Width];
        var after = new Windows(levels, at - Reach, Width);
        before.CopyTo(after);
        Proposal? best = null;
        Span<Pairing> asked = stackalloc Pairing[Together];
        var n = 0;
        foreach (var first in firsts)
        {
            var token = (ushort)(first & (Levels.VocabularySize - 1));
            var follows = model.After(token);
            foreach (var second in seconds)
            {
                var next = (ushort)(second & (Levels.VocabularySize - 1));
                if (!ContextModel.Has(follows, next)) continue;
                asked[n++] = new Pairing(first, second, model.Expectation.Fetch([token, next]));
                if (n < Together) continue;
                best = Better(best, work, after, at, asked);
                n = 0;
            }
        }

        return Better(best, work, after, at, asked[..n]);
    }

    /// <summary>The best of the pairs asked for and the one held so far.</summary>
    private Proposal? Better(Proposal? best, Workspace work, Windows after, int at, ReadOnlySpan<Pairing> asked)
    {
        foreach (ref readonly var pair in asked)
        {
            if (model.Expectation.LevelOf(pair.Hash) < LeastPairLevel) continue;
            var (first, second, ids) = (Candidate.Unpack(pair.First), Candidate.Unpack(pair.Second), work.Line.Ids);
            if (model.Expectation.Level([ids[at - 1], first.Token, second.Token]) == 0 && model.Expectation.Level([first.Token, second.Token, ids[at + 2]]) == 0) continue;
            var proposal = Weigh(work, after, at, first, second);
            if (best is not { } held || Score(proposal) > Score(held)) best = proposal;
        }

        return best;
    }

    /// <summary>Those alike enough to be slipped in a pair that were read beside the neighbour outside it.</summary>
    private int PairCandidates(char written, ushort own, ReadOnlySpan<ulong> beside, Span<ushort> list)
    {
        var n = 0;
        foreach (var packed in model.CandidatesFor(written))
        {
            var token = packed & (Levels.VocabularySize - 1);
            if ((PairClasses >> (packed >> Levels.TokenBits) & 1) == 0 || token == own || !ContextModel.Has(beside, token)) continue;
            if (n == list.Length) break;
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
        return Gain(work, after, (at, end), first, second);
    }

    /// <summary>What the candidate gains, read from the left and from the right, with the windows over it already counted.</summary>
    private Proposal Gain(Workspace work, Windows after, (int At, int End) place, Candidate first, Candidate second)
    {
        var (at, end) = place;
        var (forward, backward) = (1d, 1d);
        var (oldForward, oldBackward) = (0f, 0f);
        var (ownForward, ownBackward) = (0f, 0f);
        var last = Math.Min(work.Line.Count - 1, end + Reach);
        for (var i = at; i <= last; i++)
        {
            var p = model.Expectation.Forward(after, i);
            if (i == at) ownForward = p;
            forward *= p;
            oldForward += work.Forward[i];
        }

        for (var i = Math.Max(0, at - Reach); i <= end; i++)
        {
            var p = model.Expectation.Backward(after, i);
            if (i == end) ownBackward = p;
            backward *= p;
            oldBackward += work.Backward[i];
        }

        return new Proposal(first, second, (float)Math.Log(forward) - oldForward, (float)Math.Log(backward) - oldBackward, MathF.Log(ownForward), MathF.Log(ownBackward));
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
