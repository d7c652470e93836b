using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Files;

/// A file that one person has put in for a piece of work of their own: it hangs on no matter, nobody else sees it, and it goes with its work after some days.
internal sealed class PersonalFile
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Name { get; init; }

    public required byte[] Content { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class PersonalFileTable : IEntityTypeConfiguration<PersonalFile>
{
    public void Configure(EntityTypeBuilder<PersonalFile> table)
    {
        table.ToTable("PersonalFile").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Name).HasMaxLength(255);
        table.HasIndex(f => f.PersonId);
        table.HasIndex(f => f.At);
    }
}
