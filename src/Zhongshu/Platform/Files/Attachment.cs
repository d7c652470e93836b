using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Platform.Files;

/// A file on a matter. The bytes lie in the store under their hash; the same file twice is stored once.
public sealed class Attachment : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    /// SHA-256 of the content, in lower-case hex.
    public required string Hash { get; init; }

    public required string Name { get; init; }

    public long Size { get; init; }

    public required string MediaType { get; init; }

    /// original 原件, annex 附件, evidence 佐证, slip 处理单 …
    public required string Role { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    public long AddedBy { get; init; }
}

/// The text taken out of a stored file, kept once a file.
internal sealed class FileText
{
    public required string Hash { get; init; }

    public required string Text { get; init; }
}

internal sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> table)
    {
        table.ToTable("Attachment").HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Hash).HasMaxLength(64);
        table.Property(a => a.Name).HasMaxLength(255);
        table.Property(a => a.MediaType).HasMaxLength(100);
        table.Property(a => a.Role).HasMaxLength(24);
        table.HasIndex(a => a.MatterId);
        table.HasIndex(a => a.Hash);
    }
}

internal sealed class FileTextTable : IEntityTypeConfiguration<FileText>
{
    public void Configure(EntityTypeBuilder<FileText> table)
    {
        table.ToTable("FileText").HasKey(t => t.Hash);
        table.Property(t => t.Hash).HasMaxLength(64);
    }
}
