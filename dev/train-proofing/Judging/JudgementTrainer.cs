using System.Numerics;
using System.Runtime.InteropServices;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>
/// Fits the judgement's weights by Adam on log-loss: a few small networks from different starts, laid side by side so
/// that their log-odds are averaged.
/// </summary>
internal static class JudgementTrainer
{
    private const int Members = 2;
    private const int Hidden = Judgement.Hidden / Members;
    private const int Batch = 64;
    private const int Inputs = Evidence.Features + 1;
    private const int Output = Hidden * Inputs;

    internal static float[] Fit(IReadOnlyList<Example> examples, int epochs, int seed)
    {
        var together = new float[Judgement.Size];
        for (var member = 0; member < Members; member++)
        {
            var weights = FitOne(examples, epochs, (seed * Members) + member);
            weights.AsSpan(0, Output).CopyTo(together.AsSpan(member * Output));
            for (var h = 0; h < Hidden; h++) together[(Members * Output) + (member * Hidden) + h] = weights[Output + h] / Members;
            together[^1] += weights[^1] / Members;
        }

        return together;
    }

    private static float[] FitOne(IReadOnlyList<Example> examples, int epochs, int seed)
    {
        var random = new Random(seed);
        var weights = new float[Output + Hidden + 1];
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)((random.NextDouble() - 0.5) * 0.4);
        var (mean, square, gradient) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var step = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = (0.003 * (1 - (epoch / (double)epochs))) + 0.0001;
            for (var from = 0; from + Batch <= order.Length; from += Batch)
            {
                Array.Clear(gradient);
                for (var i = from; i < from + Batch; i++) Back(weights, examples[order[i]], gradient);
                Step(weights, gradient, mean, square, rate, ++step);
            }
        }

        return weights;
    }

    private static void Step(float[] weights, float[] gradient, float[] mean, float[] square, double rate, int step)
    {
        var scale = (float)(rate * Math.Sqrt(1 - Math.Pow(0.999, step)) / (1 - Math.Pow(0.9, step)));
        for (var i = 0; i < weights.Length; i++)
        {
            var g = (gradient[i] / Batch) + (1e-5f * weights[i]);
            mean[i] = (0.9f * mean[i]) + (0.1f * g);
            square[i] = (0.999f * square[i]) + (0.001f * g * g);
            weights[i] -= scale * mean[i] / (MathF.Sqrt(square[i]) + 1e-8f);
        }
    }

    private static void Back(float[] weights, Example example, float[] gradient)
    {
        Span<float> hidden = stackalloc float[Hidden];
        var sum = weights[^1];
        ReadOnlySpan<float> x = example.Features;
        for (var h = 0; h < Hidden; h++)
        {
            var row = weights.AsSpan(h * Inputs, Inputs);
            hidden[h] = Math.Max(0, row[^1] + Dot(row, x));
            sum += hidden[h] * weights[Output + h];
        }

        var error = (float)(Judgement.Probability(sum) - (example.Right ? 1 : 0)) * example.Weight;
        gradient[^1] += error;
        for (var h = 0; h < Hidden; h++)
        {
            if (hidden[h] <= 0) continue;
            gradient[Output + h] += error * hidden[h];
            var back = error * weights[Output + h];
            var row = gradient.AsSpan(h * Inputs, Inputs);
            row[^1] += back;
            AddScaled(row, x, back);
        }
    }

    private static float Dot(ReadOnlySpan<float> row, ReadOnlySpan<float> x)
    {
        var sum = Vector<float>.Zero;
        var a = MemoryMarshal.Cast<float, Vector<float>>(row[..Evidence.Features]);
        var b = MemoryMarshal.Cast<float, Vector<float>>(x);
        for (var i = 0; i < b.Length; i++) sum += a[i] * b[i];
        return Vector.Sum(sum);
    }

    /// <summary>The number of features is a multiple of every vector width, so no rest is left over.</summary>
    private static void AddScaled(Span<float> row, ReadOnlySpan<float> x, float scale)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(row[..Evidence.Features]);
        var b = MemoryMarshal.Cast<float, Vector<float>>(x);
        for (var i = 0; i < b.Length; i++) a[i] += b[i] * scale;
    }
}
