using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Files;

/// A file of a record that is no matter, such as a material of the library. Who may have it is decided by the module that keeps the record.
internal sealed class KeptFile
{
    public long Id { get; init; }

    public required string Hash { get; init; }

    public required string Name { get; init; }

    public long Size { get; init; }

    public required string MediaType { get; init; }

    public long AddedBy { get; init; }

    public DateTimeOffset AddedAt { get; init; }

    /// From an upload of the actor, which is used up by it; in the transaction of the record itself.
    public static KeptFile From(UploadedFile upload, Hosting.Office office)
    {
        var file = new KeptFile { Id = office.Ids.Next(), Hash = upload.Hash, Name = upload.Name, Size = upload.Size, MediaType = upload.MediaType, AddedBy = office.Actor.PersonId, AddedAt = office.Now };
        office.Db.Add(file);
        office.Db.Remove(upload);
        return file;
    }
}

internal sealed class KeptFileTable : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> table)
    {
        table.ToTable("KeptFile").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Hash).HasMaxLength(64);
        table.Property(f => f.Name).HasMaxLength(255);
        table.Property(f => f.MediaType).HasMaxLength(100);
        table.HasIndex(f => f.Hash);
    }
}
