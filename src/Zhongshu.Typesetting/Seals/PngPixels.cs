using System.Buffers.Binary;
using System.IO.Compression;

namespace Zhongshu.Typesetting.Seals;

/// <summary>The pixels of a PNG as a PDF wants them: colours, and transparency apart.</summary>
/// <param name="Rgb">Three bytes a pixel.</param>
/// <param name="Alpha">One byte a pixel; null where nothing is transparent.</param>
internal sealed record PngPixels(byte[] Rgb, byte[]? Alpha)
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsPng(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Signature);

    public static PictureShape? Shape(ReadOnlySpan<byte> bytes) => Header.Read(bytes) is not { } head ? null : new PictureShape(head.Width, head.Height, 3, false)
    {
        Unusable = head.IsInterlaced ? "印章图片是隔行扫描的 PNG，请用看图软件另存一份（不选隔行）再用。" : null,
    };

    /// <summary>Null where the file is cut short or its data do not fit its head.</summary>
    public static PngPixels? Decode(byte[] bytes)
    {
        if (Header.Read(bytes) is not { IsInterlaced: false } head || Chunks(bytes) is not { } chunks) return null;
        var stride = ((head.Width * head.BitsPerPixel) + 7) / 8;
        var raw = new byte[(stride + 1) * head.Height];
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(chunks.Data), CompressionMode.Decompress);
            zlib.ReadExactly(raw);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return null;
        }

        var step = Math.Max(1, head.BitsPerPixel / 8);
        for (var y = 0; y < head.Height; y++)
            if (!Unfilter(raw, y * (stride + 1), stride, step)) return null;
        return Pixels(raw, stride, head, chunks);
    }

    private static bool Unfilter(byte[] raw, int row, int stride, int step)
    {
        var filter = raw[row];
        if (filter > 4) return false;
        for (var i = 0; i < stride; i++)
        {
            var at = row + 1 + i;
            int left = i >= step ? raw[at - step] : 0, up = row > 0 ? raw[at - stride - 1] : 0, corner = i >= step && row > 0 ? raw[at - stride - 1 - step] : 0;
            raw[at] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }

        return true;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int a = Math.Abs(guess - left), b = Math.Abs(guess - up), c = Math.Abs(guess - corner);
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static PngPixels? Pixels(byte[] raw, int stride, Header head, PngChunks chunks)
    {
        var rgb = new byte[head.Width * head.Height * 3];
        var alpha = new byte[head.Width * head.Height];
        for (var y = 0; y < head.Height; y++)
        {
            for (var x = 0; x < head.Width; x++)
            {
                var at = (y * head.Width) + x;
                int Sample(int channel) => head.Sample(raw, (y * (stride + 1)) + 1, (x * head.Channels) + channel);
                if (head.Type == 3)
                {
                    var index = Sample(0);
                    if ((index * 3) + 2 >= chunks.Palette.Length) return null;
                    chunks.Palette.AsSpan(index * 3, 3).CopyTo(rgb.AsSpan(at * 3));
                    alpha[at] = index < chunks.Transparency.Length ? chunks.Transparency[index] : (byte)255;
                    continue;
                }

                var grey = head.Type is 0 or 4;
                for (var c = 0; c < 3; c++) rgb[(at * 3) + c] = (byte)Sample(grey ? 0 : c);
                alpha[at] = head.Type is 4 or 6 ? (byte)Sample(head.Channels - 1) : (byte)255;
            }
        }

        return new PngPixels(rgb, alpha.AsSpan().ContainsAnyExcept((byte)255) ? alpha : null);
    }

    private static PngChunks? Chunks(byte[] bytes)
    {
        using var data = new MemoryStream();
        byte[] palette = [], transparency = [];
        for (var at = Signature.Length; at + 8 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
            if (length > bytes.Length - at - 8) return null;
            var content = bytes.AsSpan(at + 8, (int)length);
            var kind = bytes.AsSpan(at + 4, 4);
            if (kind.SequenceEqual("IDAT"u8)) data.Write(content);
            else if (kind.SequenceEqual("PLTE"u8)) palette = content.ToArray();
            else if (kind.SequenceEqual("tRNS"u8)) transparency = content.ToArray();
            else if (kind.SequenceEqual("IEND"u8)) break;
            at += 12 + (int)length;
        }

        return new PngChunks(data.ToArray(), palette, transparency);
    }

    private sealed record PngChunks(byte[] Data, byte[] Palette, byte[] Transparency);

    /// <summary>IHDR.</summary>
    private sealed record Header(int Width, int Height, int Depth, int Type, bool IsInterlaced)
    {
        public int Channels => Type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

        public int BitsPerPixel => Channels * Depth;

        public static Header? Read(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length < 33 || !bytes.Slice(12, 4).SequenceEqual("IHDR"u8)) return null;
            uint width = BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), height = BinaryPrimitives.ReadUInt32BigEndian(bytes[20..]);
            if (width is 0 or > 100_000 || height is 0 or > 100_000 || bytes[24] is not (1 or 2 or 4 or 8 or 16) || bytes[25] is not (0 or 2 or 3 or 4 or 6)) return null;
            return new Header((int)width, (int)height, bytes[24], bytes[25], bytes[28] != 0);
        }

        /// <summary>A sample of a row as 0 to 255; an index of a palette as it stands.</summary>
        public int Sample(byte[] raw, int row, int number)
        {
            if (Depth == 8) return raw[row + number];
            if (Depth == 16) return raw[row + (number * 2)];
            var bit = number * Depth;
            var value = (raw[row + (bit / 8)] >> (8 - Depth - (bit % 8))) & ((1 << Depth) - 1);
            return Type == 3 ? value : value * 255 / ((1 << Depth) - 1);
        }
    }
}
