using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Archives.Documents;

public enum DocumentState
{
    /// 创建: being written
    Draft = 0,

    /// 审核
    InReview = 1,

    /// Reviewed, not yet published.
    Reviewed = 2,

    /// 发布: closed, waits for filing
    Published = 3,
}

/// 文档: minutes, a project report, a contract, kept from its making to the archive, in versions. Its matter carries access, files and trail.
public sealed class KeptDocument : IPartOfMatter
{
    public long MatterId { get; init; }

    public long UnitId { get; init; }

    /// Id in archives.document-kinds.
    public required string Kind { get; init; }

    /// 文号、合同编号
    public string Number { get; init; } = "";

    public DocumentState State { get; set; }

    public long AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public long ReviewerId { get; set; }

    public DateOnly? PublishedOn { get; set; }

    public static string WordOf(DocumentState state) => state switch { DocumentState.Draft => "起草", DocumentState.InReview => "审核中", DocumentState.Reviewed => "已审核", _ => "已发布" };
}

/// One version of a document; none is ever overwritten.
public sealed class DocumentVersion : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public int Number { get; init; }

    public long AttachmentId { get; init; }

    /// What was changed.
    public required string Note { get; init; }

    public required string PersonName { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class KeptDocumentTable : IEntityTypeConfiguration<KeptDocument>
{
    public void Configure(EntityTypeBuilder<KeptDocument> table)
    {
        table.ToTable("KeptDocument").HasKey(d => d.MatterId);
        table.Property(d => d.MatterId).ValueGeneratedNever();
        table.Property(d => d.Kind).HasMaxLength(24);
        table.Property(d => d.Number).HasMaxLength(60);
        table.Property(d => d.AuthorName).HasMaxLength(60);
        table.HasIndex(d => new { d.Kind, d.State });
    }
}

internal sealed class DocumentVersionTable : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> table)
    {
        table.ToTable("DocumentVersion").HasKey(v => v.Id);
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Property(v => v.Note).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(v => v.PersonName).HasMaxLength(60);
        table.HasIndex(v => new { v.MatterId, v.Number }).IsUnique();
    }
}
