using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>Fits the judgement's weights by Adam on log-loss.</summary>
internal static class JudgementTrainer
{
    private const int Batch = 64;
    private const int Inputs = Evidence.Features + 1;

    internal static float[] Fit(IReadOnlyList<Example> examples, int epochs, int seed)
    {
        var random = new Random(seed);
        var weights = new float[Judgement.Size];
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)((random.NextDouble() - 0.5) * 0.4);
        var (mean, square, gradient) = (new float[weights.Length], new float[weights.Length], new float[weights.Length]);
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var step = 0;
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            var rate = 0.003 * (1 - (epoch / (double)epochs)) + 0.0001;
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
        var bias = rate * Math.Sqrt(1 - Math.Pow(0.999, step)) / (1 - Math.Pow(0.9, step));
        for (var i = 0; i < weights.Length; i++)
        {
            var g = (gradient[i] / Batch) + (1e-5f * weights[i]);
            mean[i] = (0.9f * mean[i]) + (0.1f * g);
            square[i] = (0.999f * square[i]) + (0.001f * g * g);
            weights[i] -= (float)(bias * mean[i] / (Math.Sqrt(square[i]) + 1e-8));
        }
    }

    private static void Back(float[] weights, Example example, float[] gradient)
    {
        Span<float> hidden = stackalloc float[Judgement.Hidden];
        var output = Judgement.Hidden * Inputs;
        var sum = weights[^1];
        var x = example.Features;
        for (var h = 0; h < Judgement.Hidden; h++)
        {
            var row = weights.AsSpan(h * Inputs, Inputs);
            var value = row[^1];
            for (var i = 0; i < x.Length; i++) value += row[i] * x[i];
            hidden[h] = Math.Max(0, value);
            sum += hidden[h] * weights[output + h];
        }

        var error = (float)(Judgement.Probability(sum) - (example.Right ? 1 : 0)) * example.Weight;
        gradient[^1] += error;
        for (var h = 0; h < Judgement.Hidden; h++)
        {
            if (hidden[h] <= 0) continue;
            gradient[output + h] += error * hidden[h];
            var back = error * weights[output + h];
            var row = gradient.AsSpan(h * Inputs, Inputs);
            row[^1] += back;
            for (var i = 0; i < x.Length; i++) row[i] += back * x[i];
        }
    }
}
