using System.Buffers.Binary;

namespace Zhongshu.Proofing.Deep;

/// <summary>
/// Levels of all n-grams (orders 1 to 5) that start in a stretch of a token line: eight bytes a start, the level of order n in
/// byte n. What lies outside the stretch counts as never seen.
/// </summary>
internal readonly ref struct Windows(Span<byte> levels, int from, int width)
{
    /// <summary>Bytes a start takes.</summary>
    internal const int Stride = 8;

    private readonly Span<byte> _levels = levels[..(width * Stride)];

    internal int From { get; } = from;

    internal int this[int order, int start]
    {
        get
        {
            var at = start - From;
            return (uint)at < (uint)Width ? _levels[(at * Stride) + order] : 0;
        }
        set => _levels[((start - From) * Stride) + order] = (byte)value;
    }

    private int Width { get; } = width;

    /// <summary>Levels of all orders that start here, order n in bits 8n to 8n+7.</summary>
    internal ulong Row(int start)
    {
        var at = start - From;
        return (uint)at < (uint)Width ? BinaryPrimitives.ReadUInt64LittleEndian(_levels[(at * Stride)..]) : 0;
    }

    /// <summary>Copies the starts that fall into <paramref name="target"/>; what lies outside this stretch becomes 0.</summary>
    internal void CopyTo(Windows target)
    {
        var first = Math.Clamp(From - target.From, 0, target.Width);
        var past = Math.Clamp(From + Width - target.From, first, target.Width);
        target._levels[..(first * Stride)].Clear();
        _levels.Slice((target.From + first - From) * Stride, (past - first) * Stride).CopyTo(target._levels[(first * Stride)..]);
        target._levels[(past * Stride)..].Clear();
    }
}
