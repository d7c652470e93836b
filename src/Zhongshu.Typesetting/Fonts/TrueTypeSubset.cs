using System.Buffers.Binary;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>Writes a TrueType font that holds only the glyphs in use, numbered from 1 in the order given.</summary>
internal static class TrueTypeSubset
{
    private const int MoreComponents = 0x20;
    private const int WordArguments = 0x01;
    private const int Scale = 0x08;
    private const int TwoScales = 0x40;
    private const int Matrix = 0x80;

    // Bytes; Chinese outlines hold 200 to 400.
    private const int TypicalOutline = 384;

    /// <summary>Glyph i + 1 of the result draws <c>glyphs[i]</c>; <paramref name="codes"/> are their characters.</summary>
    public static byte[] Write(FontFace face, IReadOnlyList<int> glyphs, IReadOnlyList<int> codes)
    {
        var order = new List<int>(glyphs.Count + 1) { 0 };
        order.AddRange(glyphs);
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < order.Count; i++) numbers.TryAdd(order[i], i);
        var glyf = new MemoryStream(order.Count * TypicalOutline);
        var loca = new List<uint>(order.Count + 1);
        for (var i = 0; i < order.Count; i++)
        {
            loca.Add((uint)glyf.Length);
            var outline = face.Outline(order[i]);
            glyf.Write(outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0 ? Renumbered(outline, order, numbers, face.GlyphCount) : outline);
            while (glyf.Length % 4 != 0) glyf.WriteByte(0);
        }

        loca.Add((uint)glyf.Length);
        return Assemble(face, order, codes, glyf.GetBuffer().AsMemory(0, (int)glyf.Length), loca);
    }

    private static byte[] Renumbered(ReadOnlySpan<byte> composite, List<int> order, Dictionary<int, int> numbers, int count)
    {
        var outline = composite.ToArray();
        for (var at = 10; at + 4 <= outline.Length;)
        {
            var flags = SfntFile.U16(outline, at);
            var part = Math.Min(SfntFile.U16(outline, at + 2), count - 1);
            if (!numbers.TryGetValue(part, out var number))
            {
                number = order.Count;
                numbers[part] = number;
                order.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2);
            at += (flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0;
            if ((flags & MoreComponents) == 0) break;
        }

        return outline;
    }

    private static byte[] Assemble(FontFace face, List<int> order, IReadOnlyList<int> codes, ReadOnlyMemory<byte> glyf, List<uint> loca)
    {
        var head = (byte[])face.Head.Clone();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var hhea = (byte[])face.Hhea.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)order.Count);
        var maxp = (byte[])face.Maxp.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)order.Count);
        var locations = new byte[loca.Count * 4];
        for (var i = 0; i < loca.Count; i++) BinaryPrimitives.WriteUInt32BigEndian(locations.AsSpan(i * 4), loca[i]);
        var tables = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["cmap"] = SfntWriter.CharacterMap(codes),
            ["glyf"] = glyf,
            ["head"] = head,
            ["hhea"] = hhea,
            ["hmtx"] = SfntWriter.Metrics(face, order),
            ["loca"] = locations,
            ["maxp"] = maxp,
            ["name"] = SfntWriter.Names(face.Name),
            ["post"] = SfntWriter.NoGlyphNames(),
        };
        foreach (var tag in new[] { "cvt ", "fpgm", "prep", "OS/2" })
            if (face.Table(tag) is { Length: > 0 } table) tables[tag] = table;
        return SfntWriter.Write(0x00010000, tables);
    }
}
