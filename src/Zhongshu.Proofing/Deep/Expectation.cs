namespace Zhongshu.Proofing.Deep;

/// <summary>Smoothing of counts into probabilities: discount and back-off mass by order and level of the context.</summary>
/// <param name="Discount">What is taken off the count of a seen n-gram, by order.</param>
/// <param name="Forward">Mass left to the shorter context on the left, [order of context × levels].</param>
/// <param name="Backward">The same for a context on the right.</param>
/// <param name="Total">Tokens in the training text.</param>
internal sealed record Smoothing(float[] Discount, float[] Forward, float[] Backward, double Total);

/// <summary>
/// How strongly a context expects a token, read from the left and from the right, out of one table of counts.
/// </summary>
internal sealed class Expectation
{
    private readonly CountTable _counts;
    private readonly float[] _forward;
    private readonly float[] _backward;
    private readonly float[] _inverse = new float[Levels.Count];
    private readonly float[] _discounted = new float[(Levels.MaxOrder + 1) * Levels.Count];
    private readonly float[] _unigram = new float[Levels.Count];
    private readonly byte[] _single = new byte[Levels.VocabularySize];

    internal Expectation(CountTable counts, Smoothing smoothing)
    {
        _counts = counts;
        _forward = smoothing.Forward;
        _backward = smoothing.Backward;
        for (var level = 0; level < Levels.Count; level++)
        {
            var value = Levels.Value(level);
            _inverse[level] = level == 0 ? 0 : (float)(1 / value);
            _unigram[level] = (float)((value + 0.5) / smoothing.Total);
            for (var order = 1; order <= Levels.MaxOrder; order++)
                _discounted[(order * Levels.Count) + level] = (float)Math.Max(0, value - smoothing.Discount[order]);
        }

        for (var token = 0; token < _single.Length; token++) _single[token] = (byte)counts.Level(Levels.Key([(ushort)token]));
    }

    /// <summary>Counts all n-grams that start at <paramref name="from"/> up to <paramref name="to"/>.</summary>
    internal void Fill(ReadOnlySpan<ushort> ids, Windows windows, int from, int to)
    {
        for (var start = to - 1; start >= from; start--)
            FillStart(ids, windows, start, 1);
    }

    /// <summary>Counts again only what contains a position from <paramref name="at"/> to <paramref name="end"/>.</summary>
    internal void Refill(ReadOnlySpan<ushort> ids, Windows windows, int at, int end)
    {
        var first = Math.Max(0, at - Levels.MaxOrder + 1);
        for (var start = end; start >= first; start--)
            FillStart(ids, windows, start, Math.Max(1, at - start + 1));
    }

    /// <summary>Level of one token alone.</summary>
    internal int Level(int token) => _single[token];

    internal int Level(ReadOnlySpan<ushort> ids) => _counts.Level(Levels.Key(ids));

    /// <summary>Natural logarithm of the probability of the token at <paramref name="at"/> given what stands left of it.</summary>
    internal float LogForward(Windows windows, int at)
    {
        var p = _unigram[windows[1, at]];
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            var start = at - order + 1;
            if (start < 0) break;
            var context = windows[order - 1, start];
            if (context == 0) break;
            p = (_discounted[(order * Levels.Count) + windows[order, start]] * _inverse[context])
                + (_forward[((order - 1) * Levels.Count) + context] * p);
        }

        return MathF.Log(p);
    }

    /// <summary>The same given what stands right of it.</summary>
    internal float LogBackward(Windows windows, int at)
    {
        var p = _unigram[windows[1, at]];
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            var context = windows[order - 1, at + 1];
            if (context == 0) break;
            p = (_discounted[(order * Levels.Count) + windows[order, at]] * _inverse[context])
                + (_backward[((order - 1) * Levels.Count) + context] * p);
        }

        return MathF.Log(p);
    }

    /// <summary>
    /// Longer n-grams are asked for only where both their halves were seen, and never answer more than those:
    /// it saves look-ups and takes away most false fingerprints.
    /// </summary>
    private void FillStart(ReadOnlySpan<ushort> ids, Windows windows, int start, int fromOrder)
    {
        var key = 0UL;
        var order = 1;
        for (; order <= Levels.MaxOrder; order++)
        {
            var end = start + order - 1;
            if (end >= ids.Length || (order > 2 && ids[end - 1] == Alphabet.Boundary)) break;
            key = (key << Levels.TokenBits) | ids[end];
            if (order < fromOrder) continue;
            var level = order == 1 ? _single[ids[end]] : LevelUnder(windows, order, start, key);
            if (level == 0) break;
            windows[order, start] = level;
        }

        for (order = Math.Max(order, fromOrder); order <= Levels.MaxOrder; order++) windows[order, start] = 0;
    }
    private int LevelUnder(Windows windows, int order, int start, ulong key)
    {
        var cap = Math.Min(windows[order - 1, start], windows[order - 1, start + 1]);
        return cap == 0 ? 0 : Math.Min(cap, _counts.Level(key | ((ulong)order << 60)));
    }
}
