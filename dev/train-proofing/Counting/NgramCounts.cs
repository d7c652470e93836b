using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>N-grams of one order with their counts, sorted by key.</summary>
internal sealed record NgramList(int Order, ulong[] Keys, int[] Counts)
{
    internal int Find(ulong key)
    {
        var at = Array.BinarySearch(Keys, key);
        return at < 0 ? 0 : Counts[at];
    }
}

/// <summary>Counts n-grams of a token stream by sorting: 12-bit tokens, five of them in one 64-bit key.</summary>
internal static class NgramCounts
{
    internal static NgramList Count(ushort[] stream, int order)
    {
        var keys = new ulong[stream.Length];
        var n = 0;
        for (var i = 0; i + order <= stream.Length; i++)
        {
            var key = 0UL;
            var whole = true;
            for (var k = 0; k < order; k++)
            {
                var token = stream[i + k];
                if (token == Alphabet.Boundary && k > 0 && k < order - 1) { whole = false; break; }
                key = (key << Levels.TokenBits) | token;
            }

            if (whole) keys[n++] = key;
        }

        Array.Sort(keys, 0, n);
        return Fold(order, keys, n);
    }

    private static NgramList Fold(int order, ulong[] keys, int n)
    {
        var distinct = 0;
        for (var i = 0; i < n; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) distinct++;
        }

        var outKeys = new ulong[distinct];
        var outCounts = new int[distinct];
        var at = -1;
        for (var i = 0; i < n; i++)
        {
            if (i == 0 || keys[i] != keys[i - 1]) outKeys[++at] = keys[i];
            outCounts[at]++;
        }

        return new NgramList(order, outKeys, outCounts);
    }

    /// <summary>Leaves out what was seen less often than <paramref name="least"/>.</summary>
    internal static NgramList Cut(NgramList list, int least)
    {
        var keys = new List<ulong>(list.Keys.Length);
        var counts = new List<int>(list.Keys.Length);
        for (var i = 0; i < list.Keys.Length; i++)
        {
            if (list.Counts[i] < least) continue;
            keys.Add(list.Keys[i]);
            counts.Add(list.Counts[i]);
        }

        return new NgramList(list.Order, [.. keys], [.. counts]);
    }
}
