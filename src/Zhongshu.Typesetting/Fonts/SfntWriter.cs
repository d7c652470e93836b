using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>Puts tables together into a font file.</summary>
internal static class SfntWriter
{
    public static byte[] Write(uint version, SortedDictionary<string, ReadOnlyMemory<byte>> tables)
    {
        var length = 12 + (16 * tables.Count) + tables.Values.Sum(t => (t.Length + 3) & ~3);
        var file = new byte[length];
        var span = file.AsSpan();
        BinaryPrimitives.WriteUInt32BigEndian(span, version);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], (ushort)tables.Count);
        var log = BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(span[8..], (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(span[10..], (ushort)((16 * tables.Count) - (16 << log)));
        int record = 12, at = 12 + (16 * tables.Count);
        foreach (var (tag, table) in tables)
        {
            table.Span.CopyTo(span[at..]);
            Encoding.ASCII.GetBytes(tag, span[record..]);
            BinaryPrimitives.WriteUInt32BigEndian(span[(record + 4)..], Sum(span.Slice(at, (table.Length + 3) & ~3)));
            BinaryPrimitives.WriteUInt32BigEndian(span[(record + 8)..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(span[(record + 12)..], (uint)table.Length);
            record += 16;
            at += (table.Length + 3) & ~3;
        }

        return file;
    }

    public static byte[] Metrics(FontFace face, List<int> order)
    {
        var table = new byte[order.Count * 4];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(i * 4), (ushort)face.RawAdvance(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan((i * 4) + 2), (short)face.LeftBearing(order[i]));
        }

        return table;
    }

    /// <summary>A cmap of format 12: character <c>codes[i]</c> is glyph i + 1.</summary>
    public static byte[] CharacterMap(IReadOnlyList<int> codes)
    {
        var pairs = codes.Select((code, i) => (Code: code, Glyph: i + 1)).OrderBy(p => p.Code).ToList();
        var table = new byte[12 + 16 + (pairs.Count * 12)];
        var span = table.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(span[2..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], 3);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], 10);
        BinaryPrimitives.WriteUInt32BigEndian(span[8..], 12);
        BinaryPrimitives.WriteUInt16BigEndian(span[12..], 12);
        BinaryPrimitives.WriteUInt32BigEndian(span[16..], (uint)(16 + (pairs.Count * 12)));
        BinaryPrimitives.WriteUInt32BigEndian(span[24..], (uint)pairs.Count);
        for (var i = 0; i < pairs.Count; i++)
        {
            var at = 28 + (i * 12);
            BinaryPrimitives.WriteUInt32BigEndian(span[at..], (uint)pairs[i].Code);
            BinaryPrimitives.WriteUInt32BigEndian(span[(at + 4)..], (uint)pairs[i].Code);
            BinaryPrimitives.WriteUInt32BigEndian(span[(at + 8)..], (uint)pairs[i].Glyph);
        }

        return table;
    }

    /// <summary>Family, style, full and PostScript name, without which browsers refuse a font. Platform 3, Unicode, English.</summary>
    public static byte[] Names(string family)
    {
        var plain = string.Concat(family.Where(char.IsAsciiLetterOrDigit));
        (int Id, string Text)[] names = [(1, family), (2, "Regular"), (4, family), (6, plain.Length > 0 ? plain : "Face")];
        var text = names.Select(name => Encoding.BigEndianUnicode.GetBytes(name.Text)).ToList();
        var table = new byte[6 + (12 * names.Length) + text.Sum(t => t.Length)];
        var span = table.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(span[2..], (ushort)names.Length);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], (ushort)(6 + (12 * names.Length)));
        var at = 0;
        for (var i = 0; i < names.Length; i++)
        {
            var record = span[(6 + (12 * i))..];
            ushort[] values = [3, 1, 0x409, (ushort)names[i].Id, (ushort)text[i].Length, (ushort)at];
            for (var v = 0; v < values.Length; v++) BinaryPrimitives.WriteUInt16BigEndian(record[(2 * v)..], values[v]);
            text[i].CopyTo(span[(6 + (12 * names.Length) + at)..]);
            at += text[i].Length;
        }

        return table;
    }

    public static byte[] NoGlyphNames()
    {
        var table = new byte[32];
        BinaryPrimitives.WriteUInt32BigEndian(table, 0x00030000);
        return table;
    }

    private static uint Sum(ReadOnlySpan<byte> table)
    {
        uint sum = 0;
        foreach (var word in MemoryMarshal.Cast<byte, uint>(table)) sum += BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
        return sum;
    }
}
