using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Zhongshu.Proofing.Annotate;

/// <summary>
/// A zip file whose entries can be replaced or added while every other entry keeps its bytes, headers included.
/// Zip64 and split archives are not handled: a Word file needs neither.
/// </summary>
internal sealed class RawZip
{
    private const uint LocalSignature = 0x04034B50;
    private const uint CentralSignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const int CentralHeader = 46;
    private const int LocalHeader = 30;
    private const int EndRecord = 22;
    private const ushort Utf8Names = 0x0800;
    private const ushort Deflated = 8;

    private readonly byte[] _bytes;
    private readonly List<Entry> _entries;
    private readonly Dictionary<string, byte[]> _changes = new(StringComparer.OrdinalIgnoreCase);

    private sealed record Entry(string Name, int Central, int CentralLength, int Local, int LocalEnd);

    private RawZip(byte[] bytes, List<Entry> entries) => (_bytes, _entries) = (bytes, entries);

    /// <summary>Reads the directory; <c>null</c> when it is not one this class writes back faithfully.</summary>
    public static RawZip? Open(byte[] bytes)
    {
        var end = FindEnd(bytes);
        if (end < 0) return null;
        int count = U16(bytes, end + 10), start = I32(bytes, end + 16);
        var (found, at) = (new List<(string Name, int Central, int Length, int Local)>(), start);
        for (var i = 0; i < count; i++)
        {
            if (at < 0 || at + CentralHeader > end || U32(bytes, at) != CentralSignature) return null;
            int name = U16(bytes, at + 28), length = CentralHeader + name + U16(bytes, at + 30) + U16(bytes, at + 32), local = I32(bytes, at + 42);
            if (at + length > end || local < 0 || local + LocalHeader > start || U32(bytes, local) != LocalSignature) return null;
            found.Add((Encoding.UTF8.GetString(bytes, at + CentralHeader, name), at, length, local));
            at += length;
        }

        var starts = found.Select(f => f.Local).Append(start).Order().ToList();
        return new RawZip(bytes, [.. found.Select(f => new Entry(f.Name, f.Central, f.Length, f.Local, starts[starts.BinarySearch(f.Local) + 1]))]);
    }

    public void Put(string name, byte[] content) => _changes[name] = content;

    public byte[] Save()
    {
        using var output = new MemoryStream(_bytes.Length + 65536);
        var directory = new List<byte[]>();
        var written = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in _entries)
        {
            var offset = (int)output.Position;
            if (_changes.TryGetValue(entry.Name, out var content) && written.Add(entry.Name))
            {
                directory.Add(WriteNew(output, entry.Name, content, _bytes.AsSpan(entry.Central + 12, 4)));
                continue;
            }

            output.Write(_bytes, entry.Local, entry.LocalEnd - entry.Local);
            var central = _bytes.AsSpan(entry.Central, entry.CentralLength).ToArray();
            BinaryPrimitives.WriteInt32LittleEndian(central.AsSpan(42), offset);
            directory.Add(central);
        }

        var time = _bytes.AsSpan(_entries[0].Central + 12, 4);
        foreach (var (name, content) in _changes)
        {
            if (written.Add(name)) directory.Add(WriteNew(output, name, content, time));
        }

        WriteDirectory(output, directory);
        return output.ToArray();
    }

    private static byte[] WriteNew(MemoryStream output, string name, byte[] content, ReadOnlySpan<byte> time)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true)) deflate.Write(content);
        var nameBytes = Encoding.UTF8.GetBytes(name);
        var central = new byte[CentralHeader + nameBytes.Length];
        var span = central.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(span, CentralSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(span[4..], 20);
        BinaryPrimitives.WriteUInt16LittleEndian(span[6..], 20);
        BinaryPrimitives.WriteUInt16LittleEndian(span[8..], Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(span[10..], Deflated);
        time.CopyTo(span[12..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[16..], Crc32.Of(content));
        BinaryPrimitives.WriteInt32LittleEndian(span[20..], (int)packed.Length);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], content.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(span[28..], (ushort)nameBytes.Length);
        BinaryPrimitives.WriteInt32LittleEndian(span[42..], (int)output.Position);
        nameBytes.CopyTo(span[CentralHeader..]);

        Span<byte> local = stackalloc byte[LocalHeader];
        BinaryPrimitives.WriteUInt32LittleEndian(local, LocalSignature);
        // The local header repeats the central one from "version needed" to the length of the name.
        span[6..30].CopyTo(local[4..]);
        output.Write(local);
        output.Write(nameBytes);
        packed.WriteTo(output);
        return central;
    }

    private void WriteDirectory(MemoryStream output, List<byte[]> directory)
    {
        var start = (int)output.Position;
        foreach (var record in directory) output.Write(record);
        Span<byte> end = stackalloc byte[EndRecord];
        BinaryPrimitives.WriteUInt32LittleEndian(end, EndSignature);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)directory.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)directory.Count);
        BinaryPrimitives.WriteInt32LittleEndian(end[12..], (int)output.Position - start);
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], start);
        output.Write(end);
    }

    private static int FindEnd(byte[] bytes)
    {
        for (var at = bytes.Length - EndRecord; at >= 0 && at > bytes.Length - EndRecord - 65536; at--)
        {
            if (U32(bytes, at) == EndSignature && U16(bytes, at + 4) == 0 && U16(bytes, at + 10) != 0xFFFF) return at;
        }

        return -1;
    }

    private static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private static int I32(byte[] bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}

/// <summary>The checksum of zip entries (ISO 3309).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(i => Step((uint)i))];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Step(uint value)
    {
        for (var bit = 0; bit < 8; bit++) value = (value & 1) == 0 ? value >> 1 : 0xEDB88320 ^ (value >> 1);
        return value;
    }
}
