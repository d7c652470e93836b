using System.Text;

namespace Zhongshu.Proofing.Documents;

/// <summary>Tells by the first bytes what a file is. The name decides nothing but text against Markdown.</summary>
internal static class ContentSniffer
{
    private static readonly (byte[] Magic, string Name)[] Foreign =
    [
        ([(byte)'M', (byte)'Z'], "可执行程序"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "可执行程序"),
        ([0xCF, 0xFA, 0xED, 0xFE], "可执行程序"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        ("GIF8"u8.ToArray(), "图片"),
        ("II*\0"u8.ToArray(), "图片"),
        ("MM\0*"u8.ToArray(), "图片"),
        ("RIFF"u8.ToArray(), "图片或音视频"),
        ("Rar!"u8.ToArray(), "压缩包"),
        ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"),
        ([0x1F, 0x8B], "压缩包"),
        ("ID3"u8.ToArray(), "音频"),
        ("SQLite format 3"u8.ToArray(), "数据库"),
    ];

    public static bool IsZip(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8);

    public static bool IsOle(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    public static bool IsRtf(ReadOnlySpan<byte> bytes) => bytes.StartsWith("{\\rtf"u8);

    /// <summary>Stream names in a compound file are UTF-16, so a search of the bytes finds them without a parser.</summary>
    public static bool OleHolds(ReadOnlySpan<byte> bytes, string stream) =>
        bytes.IndexOf(Encoding.Unicode.GetBytes(stream)) >= 0;

    /// <summary>The Chinese name of what is no document at all; otherwise <c>null</c>.</summary>
    public static string? ForeignContent(ReadOnlySpan<byte> bytes)
    {
        foreach (var (magic, name) in Foreign)
        {
            if (bytes.StartsWith(magic)) return name;
        }

        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 512)]).TrimStart('\xEF', '\xBB', '\xBF', ' ', '\t', '\r', '\n');
        if (StartsWith(head, "<!doctype html") || StartsWith(head, "<html")) return "网页";
        return StartsWith(head, "<?xml") || StartsWith(head, "<svg") ? "XML 数据" : null;
    }

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
