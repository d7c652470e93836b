namespace Zhongshu.Proofing.Deep;

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
