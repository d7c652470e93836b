using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Zhongshu.Proofing.Deep;

/// <summary>
/// What the eight tokens on either side expect in between: a small network over their embeddings. It sees what five-token
/// counts cannot: words that go together across others, and stretches never read in this very order. Sentences do not look
/// into each other. It only judges characters that were likely mixed up, so its scores compare, they are not probabilities.
/// </summary>
internal sealed class WideContext
{
    internal const int Reach = 8;
    internal const int Embedding = 32;
    internal const int Inputs = 2 * Reach * Embedding;
    internal const int Hidden = 256;
    internal const int Output = 64;

    /// <summary>Parameters in the order of the file: embeddings, first layer with bias, second with bias, outputs with bias.</summary>
    internal static readonly (int Rows, int Columns)[] Shapes =
        [(Levels.VocabularySize, Embedding), (Inputs + 1, Hidden), (Hidden + 1, Output), (Levels.VocabularySize, Output), (1, Levels.VocabularySize)];

    private readonly float[][] _weights;

    /// <summary>Weights as the trainer has them.</summary>
    internal WideContext(float[][] weights) => _weights = weights;

    /// <summary>Weights, for the trainer to go on from.</summary>
    internal float[][] Weights => _weights;

    /// <summary>Reads weights of eight bits, each row behind its scale.</summary>
    internal static WideContext? Read(ReadOnlySpan<byte> packed)
    {
        if (packed.IsEmpty) return null;
        if (packed.Length < PackedLength) throw new InvalidDataException("The wide context of the model is cut short.");
        var weights = new float[Shapes.Length][];
        for (var part = 0; part < Shapes.Length; part++)
        {
            var (rows, columns) = Shapes[part];
            var values = weights[part] = new float[rows * columns];
            for (var row = 0; row < rows; row++)
            {
                var scale = MemoryMarshal.Read<float>(packed);
                var from = MemoryMarshal.Cast<byte, sbyte>(packed.Slice(sizeof(float), columns));
                for (var i = 0; i < columns; i++) values[(row * columns) + i] = from[i] * scale;
                packed = packed[(sizeof(float) + columns)..];
            }
        }

        return new WideContext(weights);
    }

    internal static int PackedLength => Shapes.Sum(shape => shape.Rows * (shape.Columns + sizeof(float)));

    internal static byte[] Pack(float[][] weights)
    {
        var packed = new byte[PackedLength];
        var at = 0;
        for (var part = 0; part < Shapes.Length; part++)
        {
            var (rows, columns) = Shapes[part];
            for (var row = 0; row < rows; row++)
            {
                var values = weights[part].AsSpan(row * columns, columns);
                var scale = 1e-9f;
                foreach (var value in values) scale = Math.Max(scale, Math.Abs(value) / 127);
                MemoryMarshal.Write(packed.AsSpan(at), scale);
                at += sizeof(float);
                foreach (var value in values) packed[at++] = (byte)(sbyte)MathF.Round(value / scale);
            }
        }

        return packed;
    }

    /// <summary>The tokens around a place, nearest sentence boundary and all beyond it as boundaries.</summary>
    internal static void Around(ReadOnlySpan<ushort> ids, int at, Span<ushort> around)
    {
        around.Clear();
        for (var k = 1; k <= Reach && at - k >= 0 && ids[at - k] != Alphabet.Boundary; k++) around[Reach - k] = ids[at - k];
        for (var k = 1; k <= Reach && at + k < ids.Length && ids[at + k] != Alphabet.Boundary; k++) around[Reach + k - 1] = ids[at + k];
    }

    /// <summary>What the surroundings expect, as a direction to compare characters with.</summary>
    internal void Expect(ReadOnlySpan<ushort> ids, int at, Span<float> expected)
    {
        Span<ushort> around = stackalloc ushort[2 * Reach];
        Around(ids, at, around);
        Span<float> hidden = stackalloc float[Hidden];
        _weights[1].AsSpan(Inputs * Hidden).CopyTo(hidden);
        for (var k = 0; k < around.Length; k++)
            Layer(_weights[0].AsSpan(around[k] * Embedding, Embedding), _weights[1].AsSpan(k * Embedding * Hidden), hidden);
        for (var i = 0; i < Hidden; i++) hidden[i] = Math.Max(0, hidden[i]);
        _weights[2].AsSpan(Hidden * Output).CopyTo(expected);
        Layer(hidden, _weights[2], expected);
    }

    /// <summary>How well a token suits what the surroundings expect; only differences mean something.</summary>
    internal float Score(ReadOnlySpan<float> expected, int token) =>
        Dot(_weights[3].AsSpan(token * Output, Output), expected) + _weights[4][token];

    /// <summary>Adds input · weights to the sums, four rows of weights at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // not compiled ahead for its vectors, and dear while it is compiled in haste
    private static void Layer(ReadOnlySpan<float> input, ReadOnlySpan<float> weights, Span<float> sums)
    {
        var columns = sums.Length;
        var totals = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (var i = 0; i < input.Length; i += 4)
        {
            var (a, b, c, d) = (new Vector<float>(input[i]), new Vector<float>(input[i + 1]), new Vector<float>(input[i + 2]), new Vector<float>(input[i + 3]));
            var rows = MemoryMarshal.Cast<float, Vector<float>>(weights.Slice(i * columns, 4 * columns));
            var r1 = rows[totals.Length..];
            var r2 = rows[(2 * totals.Length)..];
            var r3 = rows[(3 * totals.Length)..];
            for (var n = 0; n < totals.Length; n++) totals[n] += (a * rows[n]) + (b * r1[n]) + (c * r2[n]) + (d * r3[n]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        for (var i = 0; i < x.Length; i++) sum += x[i] * y[i];
        return Vector.Sum(sum);
    }
}
