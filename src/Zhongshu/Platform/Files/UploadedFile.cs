using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Files;

/// A file that was uploaded and hangs on no matter yet; only its uploader sees it, for a day.
internal sealed class UploadedFile
{
    public long Id { get; init; }

    public required string Hash { get; init; }

    public required string Name { get; init; }

    public long Size { get; init; }

    public required string MediaType { get; init; }

    public long PersonId { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class UploadedFileTable : IEntityTypeConfiguration<UploadedFile>
{
    public void Configure(EntityTypeBuilder<UploadedFile> table)
    {
        table.ToTable("UploadedFile").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Hash).HasMaxLength(64);
        table.Property(f => f.Name).HasMaxLength(255);
        table.Property(f => f.MediaType).HasMaxLength(100);
        table.HasIndex(f => f.Hash);
        table.HasIndex(f => f.At);
        table.HasIndex(f => f.PersonId);
    }
}
