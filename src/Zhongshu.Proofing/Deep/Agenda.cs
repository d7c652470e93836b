namespace Zhongshu.Proofing.Deep;

/// <summary>A proposal and how far it stands above what its place demands.</summary>
internal readonly record struct Held(Proposal Proposal, float Margin);

/// <summary>
/// The best proposal of each place of a paragraph, surest first and of equals the first in the text. What is sure enough only
/// near a correction waits until one is made there. A paragraph of any length costs each of its proposals a place in a heap.
/// </summary>
/// <param name="least">Least margin of a correction by itself.</param>
internal sealed class Agenda(float least)
{
    /// <summary>Where one slip is, others are: so many tokens on either side of a correction.</summary>
    private const int Neighbourhood = 40;

    private readonly Dictionary<int, Held> _held = [];
    private readonly PriorityQueue<int, (float Margin, int At)> _queue = new();
    private readonly HashSet<int> _done = [];

    /// <summary>Tokens that were corrected already.</summary>
    internal HashSet<int> Done => _done;

    internal Held this[int at] => _held[at];

    internal void Forget(int at) => _held.Remove(at);

    internal void Hold(int at, Held held)
    {
        _held[at] = held;
        if (held.Margin >= least || IsNearDone(at)) _queue.Enqueue(at, (-held.Margin, at));
    }

    /// <summary>A token was corrected: what waits near it may now be proposed.</summary>
    internal void Finish(int at)
    {
        _done.Add(at);
        if (_held.Count == 0) return;
        for (var near = at - Neighbourhood; near <= at + Neighbourhood; near++)
        {
            if (_held.TryGetValue(near, out var held) && held.Margin < least) _queue.Enqueue(near, (-held.Margin, near));
        }
    }

    /// <summary>The surest place that is sure enough; 0 for none.</summary>
    internal int Surest()
    {
        // What was forgotten or weighed anew since it was queued is passed over.
        while (_queue.TryDequeue(out var at, out var order))
            if (_held.TryGetValue(at, out var held) && held.Margin == -order.Margin) return at;
        return 0;
    }

    private bool IsNearDone(int at)
    {
        if (_done.Count == 0) return false;
        for (var near = at - Neighbourhood; near <= at + Neighbourhood; near++)
            if (_done.Contains(near)) return true;
        return false;
    }
}
