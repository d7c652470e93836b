using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Organisation;

/// One row that moves with every change of the organisation.
internal sealed class OrganisationVersion
{
    public int Id { get; init; }

    public long Version { get; set; }

    public static Task MoveAsync(OfficeDb db, CancellationToken cancel) =>
        db.Set<OrganisationVersion>().ExecuteUpdateAsync(v => v.SetProperty(x => x.Version, x => x.Version + 1), cancel);
}

internal sealed class OrganisationVersionTable : IEntityTypeConfiguration<OrganisationVersion>
{
    public void Configure(EntityTypeBuilder<OrganisationVersion> table)
    {
        table.ToTable("OrganisationVersion").HasKey(v => v.Id);
        table.Property(v => v.Id).ValueGeneratedNever();
    }
}
