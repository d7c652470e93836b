using System.Numerics;
using System.Runtime.InteropServices;
using Zhongshu.Proofing.Deep;

namespace Zhongshu.TrainProofing;

/// <summary>
/// Fits <see cref="WideContext"/>: from its surroundings, tell each character from those it is mixed up with. Adam, batches of 256,
/// one pass over as many places as asked for.
/// </summary>
internal sealed class WideTrainer
{
    private const int Batch = 256;
    private const int Rivals = 24;
    private const int Choices = Rivals + 1;

    private readonly float[][] _weights;
    private readonly AdamStep[] _steps;
    private readonly float[] _input = new float[Batch * WideContext.Inputs];
    private readonly float[] _hidden = new float[Batch * WideContext.Hidden];
    private readonly float[] _output = new float[Batch * WideContext.Output];
    private readonly float[] _inputBack = new float[Batch * WideContext.Inputs];
    private readonly float[] _hiddenBack = new float[Batch * WideContext.Hidden];
    private readonly float[] _outputBack = new float[Batch * WideContext.Output];
    private readonly float[] _turnedFirst = new float[WideContext.Inputs * WideContext.Hidden];
    private readonly float[] _turnedSecond = new float[WideContext.Hidden * WideContext.Output];

    internal WideTrainer(Random random)
    {
        _weights = [.. WideContext.Shapes.Select(shape => new float[shape.Rows * shape.Columns])];
        double[] spread = [0.3, 0.08, 0.12, 0.2, 0];
        for (var part = 0; part < _weights.Length; part++)
        {
            for (var i = 0; i < _weights[part].Length; i++) _weights[part][i] = (float)((random.NextDouble() - 0.5) * 2 * spread[part]);
        }

        _steps = [.. _weights.Select(w => new AdamStep(w.Length))];
    }

    /// <summary>Goes on from weights that were kept along the way.</summary>
    internal WideTrainer(float[][] weights)
    {
        _weights = weights;
        _steps = [.. _weights.Select(w => new AdamStep(w.Length))];
    }

    internal float[][] Weights => _weights;

    /// <summary>One step. Around holds the surroundings of each place, choices its true token first, then rivals (the same token again where there are fewer).</summary>
    /// <returns>Share of places whose true token led, and the mean loss.</returns>
    internal (double Led, double Loss) Learn(ReadOnlySpan<ushort> around, ReadOnlySpan<ushort> choices, float rate)
    {
        Forward(around);
        Array.Clear(_outputBack);
        var (led, loss) = (0, 0.0);
        foreach (var step in _steps) step.Begin();
        for (var b = 0; b < Batch; b++)
        {
            var (leads, cost) = Compare(b, choices.Slice(b * Choices, Choices));
            led += leads ? 1 : 0;
            loss += cost;
        }

        Backward(around);
        for (var part = 0; part < _weights.Length; part++)
        {
            var columns = part == 4 ? 1 : WideContext.Shapes[part].Columns;
            _steps[part].Apply(_weights[part], columns, part is 1 or 2, rate);
        }

        return (led / (double)Batch, loss / Batch);
    }

    private void Forward(ReadOnlySpan<ushort> around)
    {
        for (var b = 0; b < Batch; b++)
        {
            for (var k = 0; k < 2 * WideContext.Reach; k++)
            {
                _weights[0].AsSpan(around[(b * 2 * WideContext.Reach) + k] * WideContext.Embedding, WideContext.Embedding)
                    .CopyTo(_input.AsSpan((b * WideContext.Inputs) + (k * WideContext.Embedding)));
            }

            _weights[1].AsSpan(WideContext.Inputs * WideContext.Hidden).CopyTo(_hidden.AsSpan(b * WideContext.Hidden));
            _weights[2].AsSpan(WideContext.Hidden * WideContext.Output).CopyTo(_output.AsSpan(b * WideContext.Output));
        }

        Matrices.Product((WideContext.Inputs, 1), _input, _weights[1], _hidden, (Batch, WideContext.Hidden, WideContext.Inputs));
        for (var i = 0; i < _hidden.Length; i++) _hidden[i] = Math.Max(0, _hidden[i]);
        Matrices.Product((WideContext.Hidden, 1), _hidden, _weights[2], _output, (Batch, WideContext.Output, WideContext.Hidden));
    }

    private (bool Leads, double Loss) Compare(int b, ReadOnlySpan<ushort> choices)
    {
        Span<float> scores = stackalloc float[Choices];
        var expected = _output.AsSpan(b * WideContext.Output, WideContext.Output);
        var most = float.NegativeInfinity;
        for (var i = 0; i < Choices; i++)
        {
            scores[i] = i > 0 && choices[i] == choices[0] ? float.NegativeInfinity : Score(expected, choices[i]);
            most = Math.Max(most, scores[i]);
        }

        var leads = scores[0] >= most;
        var sum = 0f;
        for (var i = 0; i < Choices; i++) sum += scores[i] = MathF.Exp(scores[i] - most);
        var loss = -Math.Log(Math.Max(1e-12, scores[0] / sum));
        var back = _outputBack.AsSpan(b * WideContext.Output, WideContext.Output);
        for (var i = 0; i < Choices; i++)
        {
            if (scores[i] == 0) continue;
            var error = (scores[i] / sum) - (i == 0 ? 1 : 0);
            var token = choices[i];
            AddScaled(back, _weights[3].AsSpan(token * WideContext.Output, WideContext.Output), error);
            AddScaled(_steps[3].Row(token, WideContext.Output), expected, error);
            _steps[4].Row(token, 1)[0] += error;
        }

        return (leads, loss);
    }

    private float Score(ReadOnlySpan<float> expected, int token)
    {
        var x = MemoryMarshal.Cast<float, Vector<float>>(_weights[3].AsSpan(token * WideContext.Output, WideContext.Output));
        var y = MemoryMarshal.Cast<float, Vector<float>>(expected);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return Vector.Sum(sum) + _weights[4][token];
    }

    private void Backward(ReadOnlySpan<ushort> around)
    {
        Turn(_weights[1], _turnedFirst, WideContext.Inputs, WideContext.Hidden);
        Turn(_weights[2], _turnedSecond, WideContext.Hidden, WideContext.Output);
        Matrices.Product((1, WideContext.Hidden), _hidden, _outputBack, _steps[2].Gradient, (WideContext.Hidden, WideContext.Output, Batch));
        Array.Clear(_hiddenBack);
        Matrices.Product((WideContext.Output, 1), _outputBack, _turnedSecond, _hiddenBack, (Batch, WideContext.Hidden, WideContext.Output));
        for (var i = 0; i < _hidden.Length; i++)
        {
            if (_hidden[i] <= 0) _hiddenBack[i] = 0;
        }

        Matrices.Product((1, WideContext.Inputs), _input, _hiddenBack, _steps[1].Gradient, (WideContext.Inputs, WideContext.Hidden, Batch));
        Array.Clear(_inputBack);
        Matrices.Product((WideContext.Hidden, 1), _hiddenBack, _turnedFirst, _inputBack, (Batch, WideContext.Inputs, WideContext.Hidden));
        for (var b = 0; b < Batch; b++)
        {
            AddScaled(_steps[1].Gradient.AsSpan(WideContext.Inputs * WideContext.Hidden), _hiddenBack.AsSpan(b * WideContext.Hidden, WideContext.Hidden), 1);
            AddScaled(_steps[2].Gradient.AsSpan(WideContext.Hidden * WideContext.Output), _outputBack.AsSpan(b * WideContext.Output, WideContext.Output), 1);
            for (var k = 0; k < 2 * WideContext.Reach; k++)
            {
                var token = around[(b * 2 * WideContext.Reach) + k];
                AddScaled(_steps[0].Row(token, WideContext.Embedding), _inputBack.AsSpan((b * WideContext.Inputs) + (k * WideContext.Embedding), WideContext.Embedding), 1);
            }
        }
    }

    private static void Turn(float[] from, float[] to, int rows, int columns)
    {
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++) to[(column * rows) + row] = from[(row * columns) + column];
        }
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float scale)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var b = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < b.Length; i++) a[i] += b[i] * scale;
    }

    /// <summary>Gradient and moments of one table; rows that were not touched stay.</summary>
    private sealed class AdamStep(int length)
    {
        private readonly float[] _mean = new float[length];
        private readonly float[] _square = new float[length];
        private readonly HashSet<int> _touched = [];
        private int _steps;

        internal float[] Gradient { get; } = new float[length];

        internal void Begin() => _touched.Clear();

        internal Span<float> Row(int row, int columns)
        {
            _touched.Add(row);
            return Gradient.AsSpan(row * columns, columns);
        }

        internal void Apply(float[] weights, int columns, bool whole, float rate)
        {
            _steps++;
            var scale = (float)(rate * Math.Sqrt(1 - Math.Pow(0.999, _steps)) / (1 - Math.Pow(0.9, _steps)));
            if (whole) Move(weights, 0, weights.Length, scale);
            else foreach (var row in _touched) Move(weights, row * columns, columns, scale);
        }

        private void Move(float[] weights, int from, int count, float scale)
        {
            for (var i = from; i < from + count; i++)
            {
                var g = Gradient[i] / Batch;
                _mean[i] = (0.9f * _mean[i]) + (0.1f * g);
                _square[i] = (0.999f * _square[i]) + (0.001f * g * g);
                weights[i] -= scale * _mean[i] / (MathF.Sqrt(_square[i]) + 1e-8f);
                Gradient[i] = 0;
            }
        }
    }
}
