using System.Numerics;
using System.Runtime.CompilerServices;

namespace Zhongshu.Proofing.Deep;

/// <summary>
/// The calibrated weighing of the evidence for one correction: one hidden layer over the features of
/// <see cref="Evidence"/>, its answer the probability that the correction is right.
/// </summary>
internal sealed class Judgement
{
    internal const int Hidden = 64;

    private readonly float[] _weights;

    /// <param name="weights">Hidden rows (inputs, then the bias), then the output row (hidden, then the bias).</param>
    internal Judgement(ReadOnlySpan<float> weights)
    {
        _weights = weights.Length == Size ? weights.ToArray() : new float[Size];
    }

    internal static int Size => (Hidden * (Evidence.Features + 1)) + Hidden + 1;

    /// <summary>Log-odds that the correction is right.</summary>
    internal float LogOdds(ReadOnlySpan<float> features)
    {
        var output = Size - Hidden - 1;
        var sum = _weights[^1];
        for (var h = 0; h < Hidden; h++)
        {
            var row = _weights.AsSpan(h * (Evidence.Features + 1), Evidence.Features + 1);
            var value = row[^1] + Dot(row, features);
            if (value > 0) sum += value * _weights[output + h];
        }

        return sum;
    }

    internal static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i + Vector<float>.Count <= Evidence.Features; i += Vector<float>.Count)
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var total = Vector.Sum(sum);
        for (; i < Evidence.Features; i++) total += a[i] * b[i];
        return total;
    }
}
