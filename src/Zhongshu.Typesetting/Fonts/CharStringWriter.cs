using System.Buffers.Binary;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>Writes a Type 2 charstring with its subroutine calls replaced by what they call (Adobe TN 5177).</summary>
internal sealed class CharStringWriter(CffIndex globals, CffIndex? locals)
{
    private const int Deepest = 12;

    private readonly List<byte> _out = [];
    private readonly List<(int Start, int Value)> _operands = [];
    private int _stems;
    private bool _ended;

    public byte[] Expand(ReadOnlySpan<byte> charString)
    {
        Walk(charString, 0);
        if (!_ended) _out.Add(14);
        return [.. _out];
    }

    private void Walk(ReadOnlySpan<byte> code, int depth)
    {
        for (var i = 0; i < code.Length && !_ended;)
        {
            int b = code[i];
            if (b is 28 or >= 32)
            {
                i += Number(code[i..]);
                continue;
            }

            i++;
            switch (b)
            {
                case 10 or 29:
                    if (depth < Deepest) Call(b == 10 ? locals : globals, depth);
                    break;
                case 11:
                    return;
                case 12:
                    _out.Add(12);
                    if (i < code.Length) _out.Add(code[i++]);
                    _operands.Clear();
                    break;
                case 19 or 20:
                    Stems();
                    _out.Add((byte)b);
                    var mask = Math.Min((_stems + 7) / 8, code.Length - i);
                    _out.AddRange(code.Slice(i, mask));
                    i += mask;
                    break;
                default:
                    if (b is 1 or 3 or 18 or 23) Stems();
                    _out.Add((byte)b);
                    _operands.Clear();
                    _ended = b == 14;
                    break;
            }
        }
    }

    private void Stems()
    {
        _stems += _operands.Count / 2;
        _operands.Clear();
    }

    private void Call(CffIndex? subrs, int depth)
    {
        if (subrs is null || _operands.Count == 0) return;
        var (start, value) = _operands[^1];
        _out.RemoveRange(start, _out.Count - start);
        _operands.RemoveAt(_operands.Count - 1);
        var bias = subrs.Count < 1240 ? 107 : subrs.Count < 33900 ? 1131 : 32768;
        Walk(subrs[value + bias], depth + 1);
    }

    private int Number(ReadOnlySpan<byte> code)
    {
        int b = code[0];
        var (length, value) = b switch
        {
            28 when code.Length >= 3 => (3, BinaryPrimitives.ReadInt16BigEndian(code[1..])),
            >= 32 and <= 246 => (1, b - 139),
            >= 247 and <= 250 when code.Length >= 2 => (2, ((b - 247) * 256) + code[1] + 108),
            >= 251 and <= 254 when code.Length >= 2 => (2, (-(b - 251) * 256) - code[1] - 108),
            255 when code.Length >= 5 => (5, BinaryPrimitives.ReadInt16BigEndian(code[1..])),
            _ => (code.Length, 0),
        };
        _operands.Add((_out.Count, value));
        _out.AddRange(code[..length]);
        return length;
    }
}
