namespace Zhongshu.Proofing.Deep;

/// <summary>
/// Look-ups of one order that do not wait for one another. Longer n-grams are asked for only where both their halves were seen,
/// and never answer more than those: it saves look-ups and takes away most false fingerprints.
/// </summary>
internal ref struct Questions(CountTable counts, ReadOnlySpan<ushort> ids, Windows windows, Span<Questions.Question> room)
{
    /// <summary>One look-up under way.</summary>
    internal readonly record struct Question(ulong Hash, int Start, int Cap);

    private readonly ReadOnlySpan<ushort> _ids = ids;
    private readonly Windows _windows = windows;
    private readonly Span<Question> _room = room;
    private int _asked;

    /// <summary>Asks for the n-grams that start in a range and end before <paramref name="past"/>.</summary>
    internal void Ask(int order, int from, int to, int past)
    {
        var tag = (ulong)order << 60;
        for (var start = from; start <= to; start++)
        {
            var cap = start + order > past || (order > 2 && _ids[start + 1] == Alphabet.Boundary)
                ? 0
                : Math.Min(_windows[order - 1, start], _windows[order - 1, start + 1]);
            _windows[order, start] = 0;
            if (cap == 0) continue;
            var key = 0UL;
            for (var i = start; i < start + order; i++) key = (key << Levels.TokenBits) | _ids[i];
            var hash = counts.Hash(key | tag);
            counts.Fetch(hash);
            if (_asked == _room.Length) Answer(order);
            _room[_asked++] = new Question(hash, start, cap);
        }
    }

    /// <summary>Writes down what was asked.</summary>
    internal void Answer(int order)
    {
        foreach (ref readonly var question in _room[.._asked])
            _windows[order, question.Start] = Math.Min(question.Cap, counts.LevelOf(question.Hash));
        _asked = 0;
    }
}
