using System.Buffers.Binary;
using System.Text;

namespace Zhongshu.Typesetting.Fonts;

/// <summary>The table directory of one face in a .ttf, .otf or .ttc file. Tables are read when asked for.</summary>
internal sealed class SfntFile
{
    private readonly string _path;
    private readonly Dictionary<string, (uint Offset, uint Length)> _tables = [];

    private SfntFile(string path) => _path = path;

    public string Path => _path;

    public bool IsCff => _tables.ContainsKey("CFF ");

    public bool Has(string tag) => _tables.ContainsKey(tag);

    /// <summary>Every face of a file; none where the file is no font.</summary>
    public static IReadOnlyList<SfntFile> Open(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            Span<byte> head = stackalloc byte[12];
            if (stream.ReadAtLeast(head, 12, throwOnEndOfStream: false) < 12) return [];
            if (!head[..4].SequenceEqual("ttcf"u8)) return Face(stream, path, 0) is { } one ? [one] : [];
            var offsets = new byte[4 * Math.Min(64, BinaryPrimitives.ReadUInt32BigEndian(head[8..]))];
            stream.ReadExactly(offsets);
            return [.. offsets.Chunk(4).Select(o => Face(stream, path, BinaryPrimitives.ReadUInt32BigEndian(o))).OfType<SfntFile>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>A table's bytes, empty where the face has no such table.</summary>
    public byte[] Table(string tag)
    {
        if (!_tables.TryGetValue(tag, out var place)) return [];
        using var stream = File.OpenRead(_path);
        if (place.Offset + (long)place.Length > stream.Length) return [];
        stream.Position = place.Offset;
        var bytes = new byte[place.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A part of a table, empty where the table does not reach so far.</summary>
    public byte[] Part(string tag, int at, int length)
    {
        if (!_tables.TryGetValue(tag, out var place) || at < 0 || length <= 0 || at + (long)length > place.Length) return [];
        using var file = File.OpenHandle(_path);
        var bytes = new byte[length];
        return RandomAccess.Read(file, bytes, place.Offset + at) == length ? bytes : [];
    }

    /// <summary>Family, full and PostScript names in every language; "family + style" where the style is not regular.</summary>
    public IReadOnlyList<string> Names()
    {
        var table = Table("name");
        if (table.Length < 6) return [];
        var names = new List<(int Id, string Text)>();
        var strings = U16(table, 4);
        for (var i = 0; i < U16(table, 2); i++)
        {
            var at = 6 + (i * 12);
            if (at + 12 > table.Length) break;
            int platform = U16(table, at), id = U16(table, at + 6), length = U16(table, at + 8), offset = strings + U16(table, at + 10);
            if (id is not (1 or 2 or 4 or 6 or 16) || offset + length > table.Length) continue;
            var encoding = platform is 0 or 3 ? Encoding.BigEndianUnicode : Encoding.Latin1;
            names.Add((id, encoding.GetString(table, offset, length)));
        }

        var regular = names.Where(n => n.Id == 2).All(n => n.Text is "Regular" or "Normal" or "Book" or "Medium" or "常规" || n.Text.Any(c => c > 127));
        return [.. names.Where(n => n.Id is 4 or 6 || (regular && n.Id is 1 or 16)).Select(n => n.Text).Distinct()];
    }

    private static SfntFile? Face(Stream stream, string path, uint at)
    {
        stream.Position = at;
        Span<byte> head = stackalloc byte[12];
        if (stream.ReadAtLeast(head, 12, throwOnEndOfStream: false) < 12) return null;
        if (BinaryPrimitives.ReadUInt32BigEndian(head) is not (0x00010000 or 0x4F54544F or 0x74727565)) return null;
        var records = new byte[16 * BinaryPrimitives.ReadUInt16BigEndian(head[4..])];
        if (stream.ReadAtLeast(records, records.Length, throwOnEndOfStream: false) < records.Length) return null;
        var face = new SfntFile(path);
        foreach (var record in records.Chunk(16))
            face._tables[Encoding.ASCII.GetString(record, 0, 4)] = (BinaryPrimitives.ReadUInt32BigEndian(record.AsSpan(8)), BinaryPrimitives.ReadUInt32BigEndian(record.AsSpan(12)));
        return face;
    }

    public static int U16(byte[] data, int at) => at + 2 <= data.Length ? BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at)) : 0;

    public static int S16(byte[] data, int at) => at + 2 <= data.Length ? BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at)) : 0;

    public static uint U32(byte[] data, int at) => at + 4 <= data.Length ? BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at)) : 0;
}
