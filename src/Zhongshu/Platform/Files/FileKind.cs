using System.Collections.Frozen;
using Zhongshu.Proofing.Documents;

namespace Zhongshu.Platform.Files;

/// What a file says it is by the end of its name: the media type it is served as, and how its content must begin.
internal sealed record FileKind(string Extension, string MediaType)
{
    private static readonly FrozenDictionary<string, string> MediaTypes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["doc"] = "application/msword",
        ["xls"] = "application/vnd.ms-excel",
        ["ppt"] = "application/vnd.ms-powerpoint",
        ["wps"] = "application/vnd.ms-works",
        ["ofd"] = "application/ofd",
        ["pdf"] = "application/pdf",
        ["txt"] = "text/plain",
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["png"] = "image/png",
        ["tif"] = "image/tiff",
        ["tiff"] = "image/tiff",
        ["zip"] = "application/zip",
        ["eml"] = "message/rfc822",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FileKind Of(string name)
    {
        var extension = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        return new(extension, MediaTypes.GetValueOrDefault(extension, "application/octet-stream"));
    }

    /// Shown in the browser; everything else is only handed out.
    public static bool IsShown(string mediaType) => mediaType is "application/pdf" or "text/plain" or "image/jpeg" or "image/png";

    /// Read for its text, and refused when it cannot be read.
    public bool IsDocument => Extension is "docx" or "doc" or "wps" or "xlsx" or "ofd" or "pdf" or "txt";

    public bool IsPackage => Extension is "zip" or "pptx";

    /// Whether what the reader found fits the name. The old formats are written by several programs, also as new packages.
    public bool Fits(FileFormat found) => Extension switch
    {
        "docx" => found == FileFormat.Docx,
        "xlsx" => found == FileFormat.Xlsx,
        "ofd" => found == FileFormat.Ofd,
        "pdf" => found == FileFormat.Pdf,
        "txt" => found is FileFormat.Text,
        "doc" or "wps" => found is FileFormat.OldWord or FileFormat.Docx,
        _ => true,
    };

    /// The first bytes of what is not read as a document. Null: nothing to hold against it.
    public string? Contradiction(ReadOnlySpan<byte> head)
    {
        var fits = Extension switch
        {
            "jpg" or "jpeg" => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
            "png" => head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']),
            "tif" or "tiff" => head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8),
            "zip" or "pptx" => head.StartsWith("PK"u8),
            "xls" or "et" or "ppt" or "dps" => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) || head.StartsWith("PK"u8),
            _ => !head.StartsWith("MZ"u8) && !head.StartsWith("\u007fELF"u8),
        };
        return fits ? null : WordOf(head);
    }

    public static string WordOf(FileFormat format) => format switch
    {
        FileFormat.Docx => "Word 文档",
        FileFormat.Xlsx => "Excel 表格",
        FileFormat.Ofd => "OFD 版式文件",
        FileFormat.Pdf => "PDF 文件",
        FileFormat.Text or FileFormat.Markdown => "纯文本",
        FileFormat.OldWord => "旧版 Word 文档",
        _ => "无法识别的数据",
    };

    private static string WordOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("MZ"u8) || head.StartsWith("\u007fELF"u8) ? "可执行程序" : head.StartsWith("%PDF"u8) ? "PDF 文件" : head.StartsWith("PK"u8) ? "压缩包" : "另一种数据";
}
