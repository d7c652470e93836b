using System.Numerics;

namespace Zhongshu.TrainProofing;

/// <summary>The one product that training needs, blocked so that sums stay in registers.</summary>
internal static unsafe class Matrices
{
    /// <summary>C[rows × columns] += A[rows × depth] · B[depth × columns]; A is read with the given strides, so it may stand transposed. Columns are a multiple of 32.</summary>
    internal static void Product((nint Row, nint Column) strides, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c, (int Rows, int Columns, int Depth) size)
    {
        var wide = Vector<float>.Count;
        fixed (float* pa = a, pb = b, pc = c)
        {
            for (var row = 0; row + 4 <= size.Rows; row += 4)
            {
                for (var column = 0; column < size.Columns; column += 2 * wide)
                    Block(pa + (row * strides.Row), strides, pb + column, pc + (row * size.Columns) + column, (size.Columns, size.Depth));
            }
        }
    }

    private static void Block(float* a, (nint Row, nint Column) strides, float* b, float* c, (int Columns, int Depth) size)
    {
        var wide = Vector<float>.Count;
        var (c00, c01, c10, c11) = (Vector.Load(c), Vector.Load(c + wide), Vector.Load(c + size.Columns), Vector.Load(c + size.Columns + wide));
        var two = c + (2 * size.Columns);
        var three = c + (3 * size.Columns);
        var (c20, c21, c30, c31) = (Vector.Load(two), Vector.Load(two + wide), Vector.Load(three), Vector.Load(three + wide));
        var (r, r2, r3) = (strides.Row, 2 * strides.Row, 3 * strides.Row);
        for (var k = 0; k < size.Depth; k++, a += strides.Column, b += size.Columns)
        {
            var (b0, b1) = (Vector.Load(b), Vector.Load(b + wide));
            var x = new Vector<float>(a[0]);
            c00 = Vector.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector.FusedMultiplyAdd(x, b1, c01);
            x = new Vector<float>(a[r]);
            c10 = Vector.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector.FusedMultiplyAdd(x, b1, c11);
            x = new Vector<float>(a[r2]);
            c20 = Vector.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector.FusedMultiplyAdd(x, b1, c21);
            x = new Vector<float>(a[r3]);
            c30 = Vector.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector.FusedMultiplyAdd(x, b1, c31);
        }

        c00.Store(c);
        c01.Store(c + wide);
        c10.Store(c + size.Columns);
        c11.Store(c + size.Columns + wide);
        c20.Store(two);
        c21.Store(two + wide);
        c30.Store(three);
        c31.Store(three + wide);
    }
}
