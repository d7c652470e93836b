using Zhongshu.Proofing.Documents;

namespace Zhongshu.Proofing.Structure;

/// <summary>What a paragraph is in an official document (GB/T 9704-2012 §7).</summary>
public enum ElementRole
{
    /// <summary>Blank or not recognised.</summary>
    None,

    /// <summary>份号</summary>
    CopyNumber,

    /// <summary>密级和保密期限</summary>
    Classification,

    /// <summary>紧急程度</summary>
    Urgency,

    /// <summary>发文机关标志</summary>
    IssuerMark,

    /// <summary>发文字号, possibly with 签发人 on the same line</summary>
    DocumentNumber,

    /// <summary>签发人</summary>
    Signer,

    /// <summary>标题</summary>
    Title,

    /// <summary>主送机关</summary>
    Addressee,

    /// <summary>一级标题 一、</summary>
    Heading1,

    /// <summary>二级标题 （一）</summary>
    Heading2,

    /// <summary>三级标题 1.</summary>
    Heading3,

    /// <summary>四级标题 （1）</summary>
    Heading4,

    /// <summary>正文</summary>
    Body,

    /// <summary>附件说明</summary>
    AttachmentNote,

    /// <summary>发文机关署名</summary>
    Signature,

    /// <summary>成文日期</summary>
    Date,

    /// <summary>附注</summary>
    Note,

    /// <summary>附件: its label, its title and its plain text; numbered headings inside keep their heading role</summary>
    Attachment,

    /// <summary>抄送机关</summary>
    CopyTo,

    /// <summary>印发机关和印发日期</summary>
    Printing,
}

/// <summary>The kinds of text the engine tells apart: the fifteen 文种 and what an office writes besides.</summary>
public enum DocumentKind
{
    /// <summary>Not recognised.</summary>
    Unknown,
#pragma warning disable CS1591 // the member is the Chinese name of the kind
    决议, 决定, 命令, 公报, 公告, 通告, 意见, 通知, 通报, 报告, 请示, 批复, 议案, 函, 纪要,
    讲话稿, 方案, 简报, 信息, 总结, 计划, 规定, 办法, 细则, 会议通知, 批示抄清,
    条例, 规划, 督查专报, 研究报告,
#pragma warning restore CS1591
}

/// <summary>The recovered structure: the role of each paragraph and the elements read out of them.</summary>
public sealed record DocumentStructure
{
    /// <summary>The document it was recovered from.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>One role a paragraph, same length as the paragraphs.</summary>
    public required IReadOnlyList<ElementRole> Roles { get; init; }

    /// <summary>文种 or other kind.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>Title in one line, without line breaks.</summary>
    public string? Title { get; init; }

    /// <summary>Issuing bodies as the red head names them.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>发文字号, normalised to 〔〕.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>发文字号 as it stands in the text.</summary>
    public string? DocumentNumberAsWritten { get; init; }

    /// <summary>密级 word: 秘密, 机密 or 绝密.</summary>
    public string? Classification { get; init; }

    /// <summary>保密期限 as written after ★, such as 1年.</summary>
    public string? SecrecyTerm { get; init; }

    /// <summary>紧急程度 word: 特急, 加急, 特提, 平急.</summary>
    public string? Urgency { get; init; }

    /// <summary>签发人 names.</summary>
    public IReadOnlyList<string> Signers { get; init; } = [];

    /// <summary>主送机关, without the colon.</summary>
    public string? Addressee { get; init; }

    /// <summary>Signature lines (发文机关署名).</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    /// <summary>成文日期.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>抄送机关.</summary>
    public string? CopyTo { get; init; }

    /// <summary>Attachment names from the attachment note, in order.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];
}
