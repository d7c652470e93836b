namespace Zhongshu.Proofing.Deep;

/// <summary>Square tables of bits.</summary>
internal static class Bits
{
    private const int Word = 64;

    /// <summary>Rows become columns; bit j of row i goes to bit i of row j.</summary>
    /// <param name="rows">Rows of <paramref name="size"/> bits.</param>
    /// <param name="size">Rows and columns; a multiple of 64.</param>
    internal static ulong[] Transpose(ReadOnlySpan<ulong> rows, int size)
    {
        var words = size / Word;
        var turned = new ulong[words * size];
        Span<ulong> block = stackalloc ulong[Word];
        for (var row = 0; row < words; row++)
        {
            for (var column = 0; column < words; column++)
            {
                for (var i = 0; i < Word; i++) block[i] = rows[(((row * Word) + i) * words) + column];
                Turn(block);
                for (var i = 0; i < Word; i++) turned[(((column * Word) + i) * words) + row] = block[i];
            }
        }

        return turned;
    }

    /// <summary>Swaps ever smaller quarters: 32 with 32 bits, 16 with 16, down to single bits.</summary>
    private static void Turn(Span<ulong> block)
    {
        var mask = 0x00000000FFFFFFFFUL;
        for (var half = Word / 2; half > 0; half >>= 1, mask ^= mask << half)
        {
            for (var k = 0; k < Word; k = (k + half + 1) & ~half)
            {
                var other = k + half;
                var swap = ((block[k] >> half) ^ block[other]) & mask;
                block[k] ^= swap << half;
                block[other] ^= swap;
            }
        }
    }
}
