using System.Runtime.Intrinsics.X86;

namespace Zhongshu.Proofing.Deep;

/// <summary>
/// Quantised n-gram counts behind a three-way binary fuse map: every key costs 16 bits × 1.13, seven of them the
/// level of the count and nine a fingerprint, so a stretch that was never counted answers 0 in 511 cases of 512.
/// </summary>
internal sealed unsafe class CountTable(ushort* slots, CountTable.Shape shape)
{
    internal const int LevelBits = 7;
    internal const int LevelMask = (1 << LevelBits) - 1;
    private const int FingerprintMask = (1 << (16 - LevelBits)) - 1;

    /// <summary>Geometry of the fuse map: three neighbouring segments hold one slot each.</summary>
    internal readonly record struct Shape(ulong Seed, uint SegmentLength, uint SegmentCount)
    {
        internal int Slots => (int)((SegmentCount + 2) * SegmentLength);
    }

    private readonly uint _segment = shape.SegmentLength;
    private readonly uint _mask = shape.SegmentLength - 1;
    private readonly uint _span = shape.SegmentLength * shape.SegmentCount;
    private readonly ulong _seed = shape.Seed;

    internal int Level(ulong key) => LevelOf(Hash(key));

    internal ulong Hash(ulong key) => Mix(key + _seed);

    /// <summary>Asks the memory for the slots of a hash, so that several are on their way at once: the table is larger than the caches.</summary>
    internal void Fetch(ulong hash)
    {
        if (!Sse.IsSupported) return;
        var (first, second, third) = Places(hash);
        Sse.Prefetch0(slots + first);
        Sse.Prefetch0(slots + second);
        Sse.Prefetch0(slots + third);
    }

    internal int LevelOf(ulong hash)
    {
        var (first, second, third) = Places(hash);
        var value = slots[first] ^ slots[second] ^ slots[third];
        return value >> LevelBits == Fingerprint(hash) ? value & LevelMask : 0;
    }

    internal static int Fingerprint(ulong hash) => (int)(hash >> 36) & FingerprintMask;

    /// <summary>The three slots of a key, for the trainer.</summary>
    internal static (uint First, uint Second, uint Third) Places(ulong hash, Shape shape) =>
        Places(hash, shape.SegmentLength, shape.SegmentLength - 1, shape.SegmentLength * shape.SegmentCount);

    internal static ulong Mix(ulong h)
    {
        h ^= h >> 33;
        h *= 0xff51afd7ed558ccdUL;
        h ^= h >> 33;
        h *= 0xc4ceb9fe1a85ec53UL;
        return h ^ (h >> 33);
    }

    private (uint First, uint Second, uint Third) Places(ulong hash) => Places(hash, _segment, _mask, _span);

    private static (uint First, uint Second, uint Third) Places(ulong hash, uint segment, uint mask, uint span)
    {
        // The upper half of hash × span, in halves of its own: the runtime's is a call until the code is compiled again.
        var first = (uint)((((hash >> 32) * span) + (((hash & 0xFFFFFFFF) * span) >> 32)) >> 32);
        return (first, (first + segment) ^ ((uint)(hash >> 18) & mask), (first + (2 * segment)) ^ ((uint)hash & mask));
    }
}

/// <summary>Logarithmic levels of counts: level 0 is "never", level k stands for about 1.13^(k-1).</summary>
internal static class Levels
{
    internal const int Count = CountTable.LevelMask + 1;
    internal const int MaxOrder = 5;
    private const double Step = 1.13;

    /// <summary>Tokens are 12 bits wide so that five of them and the order fit one 64-bit key.</summary>
    internal const int TokenBits = 12;

    internal const int VocabularySize = 1 << TokenBits;

    internal static int Of(long count) => count <= 0
        ? 0
        : Math.Min(CountTable.LevelMask, 1 + (int)Math.Round(Math.Log(count) / Math.Log(Step)));

    internal static double Value(int level) => level == 0 ? 0 : Math.Pow(Step, level - 1);

    internal static ulong Key(ReadOnlySpan<ushort> tokens)
    {
        var key = 0UL;
        foreach (var token in tokens) key = (key << TokenBits) | token;
        return key | ((ulong)tokens.Length << 60);
    }
}
