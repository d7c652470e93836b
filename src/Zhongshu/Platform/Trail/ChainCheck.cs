namespace Zhongshu.Platform.Trail;

/// Recomputes one chain, entry by entry in order of sequence, and compares its end with the head kept beside the matter. Pure; holds one hash at a time.
internal sealed class ChainCheck(long chain)
{
    private byte[] _before = [];
    private int _last;
    private DateTimeOffset? _lastAt;
    private bool _lastIsBroken;

    public long Chain => chain;

    public IEnumerable<TrailFault> Take(TrailEntry entry)
    {
        _lastIsBroken = false;
        if (entry.Sequence > _last + 1)
        {
            for (var gap = _last + 1; gap < entry.Sequence && gap <= _last + 20; gap++) yield return new(TrailFaultKind.Missing, chain, gap, _lastAt);
            // Behind a gap the hash before is unknown: the chain is taken up again at the next entry.
        }
        else if (!TrailHash.Of(_before, entry).AsSpan().SequenceEqual(entry.Hash))
        {
            _lastIsBroken = true;
            yield return new(entry.At < _lastAt ? TrailFaultKind.Reordered : TrailFaultKind.Altered, chain, entry.Sequence, entry.At);
        }

        // Goes on from the stored hash, so that one fault is told once and not for every entry after it.
        _before = entry.Hash;
        _last = entry.Sequence;
        _lastAt = entry.At;
    }

    public TrailFault? End(int count, ReadOnlySpan<byte> hash) =>
        _last < count ? new(TrailFaultKind.CutOff, chain, _last + 1, _lastAt)
        : _last > count ? new(TrailFaultKind.Added, chain, count + 1, _lastAt)
        : !_lastIsBroken && !hash.SequenceEqual(_before) ? new(TrailFaultKind.Altered, chain, _last, _lastAt)
        : null;
}
