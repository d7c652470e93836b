namespace Zhongshu.Proofing.Deep;

/// <summary>
/// Levels of all n-grams (orders 1 to 5) that start in a stretch of a token line. Row n-1 holds order n.
/// </summary>
internal readonly ref struct Windows(Span<byte> levels, int from, int width)
{
    private readonly Span<byte> _levels = levels;

    internal int From { get; } = from;

    internal int Width { get; } = width;

    internal int this[int order, int start]
    {
        get
        {
            var at = start - From;
            return (uint)at < (uint)Width ? _levels[((order - 1) * Width) + at] : 0;
        }
        set => _levels[((order - 1) * Width) + start - From] = (byte)value;
    }

    /// <summary>Copies the rows that fall into <paramref name="target"/>; what lies outside this stretch becomes 0.</summary>
    internal void CopyTo(Windows target)
    {
        for (var order = 1; order <= Levels.MaxOrder; order++)
        {
            for (var start = target.From; start < target.From + target.Width; start++)
                target[order, start] = this[order, start];
        }
    }
}
