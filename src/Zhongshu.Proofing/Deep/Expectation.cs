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
    /// <summary>Look-ups under way at once.</summary>
    private const int Together = 24;

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

    /// <summary>Counts all n-grams of a line.</summary>
    internal void Fill(ReadOnlySpan<ushort> ids, Windows windows) => Refill(ids, windows, 0, ids.Length - 1);

    /// <summary>Counts again only what contains a position from <paramref name="at"/> to <paramref name="end"/>.</summary>
    internal void Refill(ReadOnlySpan<ushort> ids, Windows windows, int at, int end)
    {
        for (var start = at; start <= end; start++) windows[1, start] = _single[ids[start]];
        var questions = new Questions(_counts, ids, windows, stackalloc Questions.Question[Together]);
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            questions.Ask(order, Math.Max(0, at - order + 1), end, ids.Length);
            questions.Answer(order);
        }
    }

    /// <summary>Counts again what contains one position, in several stretches of equal width that lie side by side.</summary>
    /// <param name="ids">The stretches.</param>
    /// <param name="windows">Windows over all of them, from 0.</param>
    /// <param name="width">Tokens in each.</param>
    /// <param name="at">The position, counted from the start of each.</param>
    /// <param name="real">First token of each that belongs to the line, and the first after those.</param>
    internal void RefillEach(ReadOnlySpan<ushort> ids, Windows windows, int width, int at, (int From, int To) real)
    {
        for (var stretch = 0; stretch < ids.Length; stretch += width) windows[1, stretch + at] = _single[ids[stretch + at]];
        var questions = new Questions(_counts, ids, windows, stackalloc Questions.Question[Together]);
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            for (var stretch = 0; stretch < ids.Length; stretch += width)
                questions.Ask(order, stretch + Math.Max(real.From, at - order + 1), stretch + at, stretch + real.To);
            questions.Answer(order);
        }
    }

    /// <summary>Asks the memory for the count of a stretch that will be wanted soon; the hash to ask for it by.</summary>
    internal ulong Fetch(ReadOnlySpan<ushort> ids)
    {
        var hash = _counts.Hash(Levels.Key(ids));
        _counts.Fetch(hash);
        return hash;
    }

    /// <summary>Level of a stretch that was fetched.</summary>
    internal int LevelOf(ulong hash) => _counts.LevelOf(hash);

    /// <summary>Level of one token alone.</summary>
    internal int Level(int token) => _single[token];

    internal int Level(ReadOnlySpan<ushort> ids) => _counts.Level(Levels.Key(ids));

    /// <summary>The probability of the token at <paramref name="at"/> given what stands left of it.</summary>
    internal float Forward(Windows windows, int at)
    {
        var p = _unigram[windows[1, at]];
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            var row = windows.Row(at - order + 1);
            var context = (int)(row >> (8 * (order - 1))) & 0xFF;
            if (context == 0) break;
            p = (_discounted[(order * Levels.Count) + ((int)(row >> (8 * order)) & 0xFF)] * _inverse[context])
                + (_forward[((order - 1) * Levels.Count) + context] * p);
        }

        return p;
    }

    /// <summary>The same given what stands right of it.</summary>
    internal float Backward(Windows windows, int at)
    {
        var (here, next) = (windows.Row(at), windows.Row(at + 1));
        var p = _unigram[(int)(here >> 8) & 0xFF];
        for (var order = 2; order <= Levels.MaxOrder; order++)
        {
            var context = (int)(next >> (8 * (order - 1))) & 0xFF;
            if (context == 0) break;
            p = (_discounted[(order * Levels.Count) + ((int)(here >> (8 * order)) & 0xFF)] * _inverse[context])
                + (_backward[((order - 1) * Levels.Count) + context] * p);
        }

        return p;
    }
}
