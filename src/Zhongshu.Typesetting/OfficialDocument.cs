namespace Zhongshu.Typesetting;

/// <summary>Which form of GB/T 9704—2012 a document takes.</summary>
public enum DocumentForm
{
    /// <summary>文件格式 (clause 7).</summary>
    Document,

    /// <summary>信函格式 (clause 10.1).</summary>
    Letter,

    /// <summary>命令（令）格式 (clause 10.2).</summary>
    Order,

    /// <summary>纪要格式 (clause 10.3).</summary>
    Minutes,
}

/// <summary>How a document is signed off (clause 7.3.5).</summary>
public enum SignOffStyle
{
    /// <summary>加盖印章 (7.3.5.1).</summary>
    Sealed,

    /// <summary>不加盖印章 (7.3.5.2).</summary>
    Plain,

    /// <summary>加盖签发人签名章 (7.3.5.3).</summary>
    SignatureStamp,
}

/// <summary>
/// An official document (公文) as its elements, without any layout. Every text is kept as given;
/// empty elements are left out of the page.
/// </summary>
public sealed record OfficialDocument
{
    /// <summary>The form of the page.</summary>
    public DocumentForm Form { get; init; }

    /// <summary>版头.</summary>
    public DocumentHead Head { get; init; } = new();

    /// <summary>标题. A line feed is a line break the author insists on.</summary>
    public string Title { get; init; } = "";

    /// <summary>主送机关, without the closing colon.</summary>
    public string Recipients { get; init; } = "";

    /// <summary>正文, block by block.</summary>
    public IReadOnlyList<Block> Body { get; init; } = [];

    /// <summary>附件说明: the names in order, without number or closing mark.</summary>
    public IReadOnlyList<string> AttachmentNames { get; init; } = [];

    /// <summary>署名、成文日期、印章.</summary>
    public SignOff SignOff { get; init; } = new();

    /// <summary>附注, without its brackets.</summary>
    public string Note { get; init; } = "";

    /// <summary>附件, each on a new page.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>版记.</summary>
    public Imprint Imprint { get; init; } = new();
}

/// <summary>版头 (clause 7.2).</summary>
public sealed record DocumentHead
{
    /// <summary>份号, as printed (usually six digits).</summary>
    public string CopyNumber { get; init; } = "";

    /// <summary>密级和保密期限, as printed (机密★1年).</summary>
    public string Classification { get; init; } = "";

    /// <summary>紧急程度 (特急, 加急).</summary>
    public string Urgency { get; init; } = "";

    /// <summary>发文机关 of the red head, the sponsor (主办) first; more than one makes a joint document.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>What follows the issuers in the mark: 「文件」, or empty where the mark is the name alone.</summary>
    public string MarkSuffix { get; init; } = "文件";

    /// <summary>发文字号, 令号, or the number of the minutes.</summary>
    public string Number { get; init; } = "";

    /// <summary>签发人, for documents to a superior.</summary>
    public IReadOnlyList<string> Approvers { get; init; } = [];
}

/// <summary>署名、成文日期 and the kind of seal (clause 7.3.5).</summary>
public sealed record SignOff
{
    /// <summary>With seal, without seal, or with a signature stamp.</summary>
    public SignOffStyle Style { get; init; } = SignOffStyle.Sealed;

    /// <summary>发文机关署名 in order; for a signature stamp, the 职务.</summary>
    public IReadOnlyList<string> Signatories { get; init; } = [];

    /// <summary>Name under the signature stamp, printed in its place when there is no image.</summary>
    public string SignerName { get; init; } = "";

    /// <summary>成文日期, as printed.</summary>
    public string Date { get; init; } = "";

    /// <summary>Pictures of the seals, or of the signature stamps; none where paper is sealed by hand.</summary>
    public IReadOnlyList<Seals.SealPicture> Seals { get; init; } = [];
}

/// <summary>附件 (clause 7.3.7).</summary>
/// <param name="Label">附件1, or 附件 where there is only one; empty for what a notice issues (印发) or passes on.</param>
/// <param name="Title">Its title.</param>
/// <param name="Body">Its blocks.</param>
public sealed record Attachment(string Label, string Title, IReadOnlyList<Block> Body);

/// <summary>版记 (clause 7.4).</summary>
public sealed record Imprint
{
    /// <summary>主送机关 that found no room at the top; printed above 抄送.</summary>
    public string Recipients { get; init; } = "";

    /// <summary>抄送机关, without the closing full stop.</summary>
    public string Copies { get; init; } = "";

    /// <summary>印发机关.</summary>
    public string PrintingOffice { get; init; } = "";

    /// <summary>印发日期, without 印发.</summary>
    public string PrintingDate { get; init; } = "";

    /// <summary>True where nothing is to be printed.</summary>
    public bool IsEmpty => Recipients.Length + Copies.Length + PrintingOffice.Length + PrintingDate.Length == 0;
}

/// <summary>One block of the text.</summary>
public abstract record Block;

/// <summary>A paragraph, or a heading when <paramref name="Level"/> is 1 to 4 and its number is in the text.</summary>
/// <param name="Level">0 for text, 1 to 4 for 一、（一） 1. （1）.</param>
/// <param name="Runs">The text in its faces; a run-in heading is a first run of its own.</param>
public sealed record Paragraph(int Level, IReadOnlyList<TextRun> Runs) : Block
{
    /// <summary>The text of the paragraph.</summary>
    public string Text => string.Concat(Runs.Select(r => r.Text));

    /// <summary>True where the whole paragraph is a heading, to be kept with what follows.</summary>
    public bool IsHeading => Level > 0 && Runs.Count == 1;
}

/// <summary>出席, 请假 or 列席 of minutes (clause 10.3): the label, then the names that hang after its colon.</summary>
/// <param name="Label">出席人员, without the colon.</param>
/// <param name="Names">The names.</param>
public sealed record Attendance(string Label, string Names) : Block;

/// <summary>Text in one face.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Face">The face they are set in.</param>
public sealed record TextRun(string Text, FontRole Face = FontRole.FangSong);

/// <summary>A table. The first row is its head and is repeated on each page.</summary>
/// <param name="Rows">Cells, row by row; short rows are filled up.</param>
public sealed record TableBlock(IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>The faces of official documents; Latin letters and digits have one of their own.</summary>
public enum FontRole
{
    /// <summary>仿宋.</summary>
    FangSong,

    /// <summary>楷体.</summary>
    KaiTi,

    /// <summary>黑体.</summary>
    HeiTi,

    /// <summary>小标宋.</summary>
    XiaoBiaoSong,

    /// <summary>宋体.</summary>
    SongTi,

    /// <summary>西文.</summary>
    Latin,
}
