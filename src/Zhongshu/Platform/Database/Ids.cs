namespace Zhongshu.Platform.Database;

/// Time-ordered 53-bit ids made by the application: 41 bits of milliseconds since 2020, 4 bits of node, 8 bits of sequence.
/// They fit a JavaScript number, sort by time (so keyset paging needs no second column), and let a whole graph be saved in one round trip (ADR 0003).
internal sealed class Ids(TimeProvider clock, int node = 0)
{
    private static readonly long Epoch = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private readonly Lock _lock = new();
    private long _last;

    public long Next()
    {
        lock (_lock)
        {
            var candidate = First(clock.GetUtcNow()) | ((long)node << 8);
            // When a millisecond's 256 numbers are used up, or the clock went back, borrow from the next millisecond.
            _last = candidate > _last ? candidate : Increment(_last);
            return _last;
        }
    }

    /// The smallest id that can have been made at this instant.
    public static long First(DateTimeOffset at) => Math.Max(0, at.ToUnixTimeMilliseconds() - Epoch) << 12;

    private static long Increment(long id) => (id & 0xFF) == 0xFF ? ((id >> 12) + 1 << 12) | (id & 0xF00) : id + 1;
}
