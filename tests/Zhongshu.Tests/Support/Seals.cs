using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Zhongshu.Tests.Support;

/// A picture of a seal, as small as one can be.
internal static class Seals
{
    public static byte[] Png(int side = 32)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, side);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), side);
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR", head);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < side; y++) zlib.Write([0, .. Enumerable.Repeat<byte[]>([200, 0, 0], side).SelectMany(p => p)]);
        Chunk(file, "IDAT", packed.ToArray());
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, string kind, byte[] content)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        file.Write(length);
        file.Write(Encoding.ASCII.GetBytes(kind));
        file.Write(content);
        file.Write([0, 0, 0, 0]);
    }
}
