using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Jobs;

/// The last run of each job: when, how it went, how much it did. A job that was due while the program stood still is seen here and caught up.
internal sealed class JobRun
{
    public required string Job { get; init; }

    public DateTimeOffset StartedAt { get; set; }

    /// Null while it runs.
    public DateTimeOffset? EndedAt { get; set; }

    public int Handled { get; set; }

    /// The last run that failed, and why; kept when later ones went well.
    public DateTimeOffset? FailedAt { get; set; }

    public string? Error { get; set; }
}

internal sealed class JobRunTable : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> table)
    {
        table.ToTable("JobRun").HasKey(r => r.Job);
        table.Property(r => r.Job).HasMaxLength(60);
        table.Property(r => r.Error).HasMaxLength(2000);
    }
}
