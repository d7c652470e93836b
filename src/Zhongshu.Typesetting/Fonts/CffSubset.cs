using System.Buffers.Binary;
using System.Text;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>Writes a CID-keyed CFF that holds only the glyphs in use, numbered from 1 in the order given.</summary>
internal static class CffSubset
{
    private const int CharsetOperator = 15;
    private const int CidCountOperator = 1234;
    private const int RosOperator = 1230;
    private const int FirstOwnString = 391;

    /// <summary>The bare CFF table, as PDF embeds it.</summary>
    public static byte[] Write(FontFace face, IReadOnlyList<int> glyphs)
    {
        var font = face.Cff;
        var order = new List<int>(glyphs.Count + 1) { 0 };
        order.AddRange(glyphs);
        var parts = order.Select(font.PartOf).Distinct().ToList();
        var charStrings = CffIndex.Write([.. order.Select(font.Outline)]);
        var select = new byte[1 + order.Count];
        for (var i = 0; i < order.Count; i++) select[i + 1] = (byte)parts.IndexOf(font.PartOf(order[i]));
        var charset = new byte[5];
        charset[0] = 2;
        BinaryPrimitives.WriteUInt16BigEndian(charset.AsSpan(1), 1);
        BinaryPrimitives.WriteUInt16BigEndian(charset.AsSpan(3), (ushort)Math.Max(0, order.Count - 2));

        byte[] head = [1, 0, 4, 4, .. CffIndex.Write([Encoding.ASCII.GetBytes("ZhongshuSubset")])];
        byte[] tail = [.. CffIndex.Write(["Adobe"u8.ToArray(), "Identity"u8.ToArray()]), .. CffIndex.Write([])];
        byte[] Top(int charsetAt, int selectAt, int charStringsAt, int arrayAt) => CffIndex.Write([[
            .. CffDict.Entry(RosOperator, FirstOwnString, FirstOwnString + 1, 0), .. font.Top.Raw(CffFont.FontMatrixOperator),
            .. CffDict.Entry(CidCountOperator, order.Count), .. CffDict.Entry(CharsetOperator, charsetAt), .. CffDict.Entry(CffFont.FontSelectOperator, selectAt),
            .. CffDict.Entry(CffFont.CharStringsOperator, charStringsAt), .. CffDict.Entry(CffFont.FontArrayOperator, arrayAt)]]);
        byte[] Array(int privatesAt)
        {
            var items = new List<byte[]>();
            foreach (var part in parts.Select(p => font.Parts[p]))
            {
                var matrix = ReferenceEquals(part.Font, font.Top) ? [] : part.Font.Raw(CffFont.FontMatrixOperator);
                items.Add([.. matrix, .. CffDict.Entry(CffFont.PrivateOperator, part.Private.Length, privatesAt)]);
                privatesAt += part.Private.Length;
            }

            return CffIndex.Write(items);
        }

        var charsetPlace = head.Length + Top(0, 0, 0, 0).Length + tail.Length;
        var selectPlace = charsetPlace + charset.Length;
        var charStringsPlace = selectPlace + select.Length;
        var arrayPlace = charStringsPlace + charStrings.Length;
        var privatesPlace = arrayPlace + Array(0).Length;
        return [.. head, .. Top(charsetPlace, selectPlace, charStringsPlace, arrayPlace), .. tail, .. charset, .. select, .. charStrings, .. Array(privatesPlace), .. parts.SelectMany(p => font.Parts[p].Private)];
    }

    /// <summary>The same wrapped as an OpenType font, as OFD embeds it.</summary>
    public static byte[] WriteOpenType(FontFace face, IReadOnlyList<int> glyphs, IReadOnlyList<int> codes)
    {
        var order = new List<int>(glyphs.Count + 1) { 0 };
        order.AddRange(glyphs);
        var hhea = (byte[])face.Hhea.Clone();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)order.Count);
        var maxp = new byte[6];
        BinaryPrimitives.WriteUInt32BigEndian(maxp, 0x00005000);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)order.Count);
        var tables = new SortedDictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal)
        {
            ["CFF "] = Write(face, glyphs),
            ["cmap"] = SfntWriter.CharacterMap(codes),
            ["head"] = face.Head,
            ["hhea"] = hhea,
            ["hmtx"] = SfntWriter.Metrics(face, order),
            ["maxp"] = maxp,
            ["name"] = SfntWriter.Names(face.Name),
            ["post"] = SfntWriter.NoGlyphNames(),
        };
        if (face.Table("OS/2") is { Length: > 0 } os2) tables["OS/2"] = os2;
        return SfntWriter.Write(0x4F54544F, tables);
    }
}
