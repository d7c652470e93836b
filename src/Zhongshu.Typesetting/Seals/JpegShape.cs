using System.Buffers.Binary;

namespace Zhongshu.Typesetting.Seals;

/// <summary>Size and colours of a JPEG, from its frame header.</summary>
internal static class JpegShape
{
    public static bool IsJpeg(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xD8, 0xFF, ..];

    public static PictureShape? Read(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            // SOF0 to SOF15, of which C4, C8 and CC mean something else.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                int height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]), width = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]);
                var channels = bytes[at + 9];
                var reason = channels is 1 or 3 ? null : "印章图片是印刷用的四色 JPG，请另存为普通 JPG 或 PNG 再用。";
                return width == 0 || height == 0 ? null : new PictureShape(width, height, channels, true) { Unusable = reason };
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }
}
