using System.Buffers.Binary;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>A DICT: operators with their operands. Two-byte operators 12 n are numbered 1200 + n.</summary>
internal sealed class CffDict
{
    private readonly Dictionary<int, (List<int> Numbers, byte[] Bytes)> _entries = [];

    public static CffDict Read(ReadOnlySpan<byte> data)
    {
        var dict = new CffDict();
        var numbers = new List<int>();
        var start = 0;
        for (var i = 0; i < data.Length;)
        {
            int b = data[i];
            if (b > 21)
            {
                i += Operand(data[i..], numbers);
                continue;
            }

            var code = b == 12 && i + 1 < data.Length ? 1200 + data[i + 1] : b;
            i += b == 12 ? 2 : 1;
            dict._entries[code] = (numbers, data[start..Math.Min(i, data.Length)].ToArray());
            numbers = [];
            start = i;
        }

        return dict;
    }

    public bool Has(int code) => _entries.ContainsKey(code);

    public int Int(int code) => _entries[code].Numbers[0];

    public IReadOnlyList<int> Ints(int code) => _entries.TryGetValue(code, out var entry) ? entry.Numbers : [];

    /// <summary>An entry as it stands, operands and operator.</summary>
    public byte[] Raw(int code) => _entries.TryGetValue(code, out var entry) ? entry.Bytes : [];

    public byte[] Without(int code) => [.. _entries.Where(e => e.Key != code).SelectMany(e => e.Value.Bytes)];

    /// <summary>An entry with five-byte integers, so that its length is known before its values are.</summary>
    public static byte[] Entry(int code, params int[] numbers)
    {
        var bytes = new List<byte>();
        foreach (var number in numbers)
        {
            var five = new byte[5];
            five[0] = 29;
            BinaryPrimitives.WriteInt32BigEndian(five.AsSpan(1), number);
            bytes.AddRange(five);
        }

        if (code >= 1200) bytes.Add(12);
        bytes.Add((byte)(code >= 1200 ? code - 1200 : code));
        return [.. bytes];
    }

    private static int Operand(ReadOnlySpan<byte> data, List<int> numbers)
    {
        int b = data[0];
        switch (b)
        {
            case 28:
                numbers.Add(BinaryPrimitives.ReadInt16BigEndian(data[1..]));
                return 3;
            case 29:
                numbers.Add(BinaryPrimitives.ReadInt32BigEndian(data[1..]));
                return 5;
            case 30:
                var length = 1;
                while (length < data.Length && (data[length] & 0xF) != 0xF && data[length] >> 4 != 0xF) length++;
                numbers.Add(0);
                return length + 1;
            case >= 32 and <= 246:
                numbers.Add(b - 139);
                return 1;
            case >= 247 and <= 250:
                numbers.Add(((b - 247) * 256) + data[1] + 108);
                return 2;
            case >= 251 and <= 254:
                numbers.Add((-(b - 251) * 256) - data[1] - 108);
                return 2;
            default:
                return 1;
        }
    }
}
