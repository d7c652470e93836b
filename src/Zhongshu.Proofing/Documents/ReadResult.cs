using System.Diagnostics.CodeAnalysis;

namespace Zhongshu.Proofing.Documents;

/// <summary>Why a file was not read: a stable id and what to tell the user, with the next step.</summary>
public sealed record ReadRefusal(string RuleId, string ChineseMessage);

/// <summary>What a file is by its content.</summary>
public enum FileFormat
{
    /// <summary>Not told apart.</summary>
    Unknown,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>Word 2007 and later.</summary>
    Docx,

    /// <summary>OFD (GB/T 33190).</summary>
    Ofd,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Excel 2007 and later.</summary>
    Xlsx,

    /// <summary>Word 97–2003, WPS or RTF, read through LibreOffice.</summary>
    OldWord,
}

/// <summary>A document, or the reason why there is none.</summary>
public sealed record ReadResult
{
    private ReadResult(SourceDocument? document, ReadRefusal? refusal, FileFormat format) =>
        (Document, Refusal, Format) = (document, refusal, format);

    /// <summary>The document that was read.</summary>
    public SourceDocument? Document { get; }

    /// <summary>Why nothing was read.</summary>
    public ReadRefusal? Refusal { get; }

    /// <summary>What the content turned out to be.</summary>
    public FileFormat Format { get; }

    /// <summary>Whether there is a document.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Document is not null;

    internal static ReadResult Of(SourceDocument document, FileFormat format) => new(document, null, format);

    internal static ReadResult Refused(ReadRefusal refusal, FileFormat format = FileFormat.Unknown) => new(null, refusal, format);
}

/// <summary>Leaves a reader from deep inside a stream callback; <see cref="DocumentReader"/> turns it into a refusal.</summary>
internal sealed class ReadStop(ReadRefusal refusal) : Exception(refusal.ChineseMessage)
{
    public ReadRefusal Refusal { get; } = refusal;
}
