using System.Xml;
using Zhongshu.Proofing.Documents.Docx;
using Zhongshu.Proofing.Documents.Packages;
using Zhongshu.Proofing.Documents.Pages;
using Zhongshu.Proofing.Documents.Programs;
using Zhongshu.Proofing.Documents.Tables;

namespace Zhongshu.Proofing.Documents;

/// <summary>
/// Reads a file into paragraphs. The content decides what it is, not the name. Any bytes give a document or a refusal;
/// macros are not run, and nothing outside the file is fetched.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads a stream to its end, never more than the limit.</summary>
    public static ReadResult Read(Stream stream, string fileName, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        limits ??= ReadLimits.Default;
        using var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int n; (n = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            copy.Write(buffer, 0, n);
            if (copy.Length > limits.FileBytes) return ReadResult.Refused(Refusals.TooLarge(limits.FileBytes));
        }

        return Read(copy.ToArray(), fileName, limits, cancellation);
    }

    /// <summary>Reads bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">Its name: tells Markdown from text, and is named in refusals.</param>
    /// <param name="limits">How much is read at most; <see cref="ReadLimits.Default"/> when not given.</param>
    /// <param name="cancellation">Gives up early, as a refusal.</param>
    public static ReadResult Read(byte[] bytes, string fileName, ReadLimits? limits = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(fileName);
        limits ??= ReadLimits.Default;
        if (bytes.Length == 0) return ReadResult.Refused(Refusals.Empty);
        if (bytes.Length > limits.FileBytes) return ReadResult.Refused(Refusals.TooLarge(limits.FileBytes));
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(limits.Time);
        try
        {
            return ReadByContent(bytes, fileName, new ReadBudget(limits, timer.Token));
        }
        catch (ReadStop stop)
        {
            return ReadResult.Refused(stop.Refusal);
        }
        catch (OperationCanceledException)
        {
            return ReadResult.Refused(Refusals.TooSlow);
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException or IOException or NotSupportedException or OverflowException)
        {
            return ReadResult.Refused(Refusals.Damaged);
        }
    }

    private static ReadResult ReadByContent(byte[] bytes, string fileName, ReadBudget budget)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (ContentSniffer.IsZip(bytes)) return ReadPackage(bytes, fileName, budget);
        if (ContentSniffer.IsOle(bytes)) return ReadCompound(bytes, fileName, budget);
        if (ContentSniffer.IsRtf(bytes)) return Of(OldWordReader.Read(bytes, ".rtf", budget), FileFormat.OldWord);
        if (ContentSniffer.IsPdf(bytes)) return Of(PdfReader.Read(bytes, budget), FileFormat.Pdf);
        if (ContentSniffer.ForeignContent(bytes) is { } content) return ReadResult.Refused(Refusals.Mislabelled(fileName, content));
        if (extension is ".docx" or ".docm" or ".dotx" or ".doc" or ".wps" or ".ofd" or ".pdf" or ".xlsx") return ReadResult.Refused(Refusals.Damaged);
        return ReadText(bytes, fileName, extension is ".md" or ".markdown");
    }

    private static ReadResult ReadText(byte[] bytes, string fileName, bool isMarkdown)
    {
        if (TextDecoding.Detect(bytes) is not { } encoding) return ReadResult.Refused(Refusals.Mislabelled(fileName, "无法识别的数据"));
        var text = TextDecoding.Decode(bytes, encoding);
        if (string.IsNullOrWhiteSpace(text)) return ReadResult.Refused(Refusals.Empty);
        return isMarkdown ? ReadResult.Of(MarkdownReader.Read(text), FileFormat.Markdown) : ReadResult.Of(PlainTextReader.Read(text), FileFormat.Text);
    }

    private static ReadResult ReadPackage(byte[] bytes, string fileName, ReadBudget budget)
    {
        using var zip = ZipSource.Open(bytes, budget);
        if (zip.Has("OFD.xml")) return Of(OfdReader.Read(zip), FileFormat.Ofd);
        if (!zip.Has("[Content_Types].xml")) return ReadResult.Refused(Refusals.Mislabelled(fileName, zip.Has("mimetype") ? "其他格式的文档包" : "压缩包"));
        return Ooxml.MainPart(zip)?.Split('/')[0] switch
        {
            null => ReadResult.Refused(Refusals.Damaged),
            "xl" => Of(XlsxReader.Read(zip), FileFormat.Xlsx),
            "ppt" => ReadResult.Refused(Refusals.Unsupported("演示文稿")),
            _ => Of(DocxReader.Read(zip), FileFormat.Docx),
        };
    }

    /// <summary>A compound file: an encrypted package keeps its content in a stream of that name (MS-OFFCRYPTO §2.3.4).</summary>
    private static ReadResult ReadCompound(byte[] bytes, string fileName, ReadBudget budget)
    {
        if (ContentSniffer.OleHolds(bytes, "EncryptedPackage")) return ReadResult.Refused(Refusals.Password);
        if (ContentSniffer.OleHolds(bytes, "WordDocument")) return Of(OldWordReader.Read(bytes, ".doc", budget), FileFormat.OldWord);
        return ReadResult.Refused(ContentSniffer.OleHolds(bytes, "Workbook")
            ? Refusals.Unsupported("旧版表格")
            : Refusals.Mislabelled(fileName, "其他程序的数据"));
    }

    private static ReadResult Of(SourceDocument? document, FileFormat format)
    {
        if (document is null) return ReadResult.Refused(Refusals.Damaged, format);
        return document.Paragraphs.All(p => string.IsNullOrWhiteSpace(p.Text)) ? ReadResult.Refused(Refusals.NoText, format) : ReadResult.Of(document, format);
    }
}
