using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Letter;

/// 征求意见: what the unit that is to receive a task says of it before the letter is sent.
public sealed class Agreement : IPartOfMatter
{
    public long TaskId { get; init; }

    public long UnitId { get; init; }

    public long MatterId { get; init; }

    public CountersignState State { get; set; }

    public string Words { get; set; } = "";

    /// Who spoke for the unit.
    public string PersonName { get; set; } = "";

    /// The officer who wrote down what was said by telephone or on paper; empty when the unit answered itself.
    public string RecordedBy { get; set; } = "";

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? At { get; set; }
}

internal sealed class AgreementTable : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> table)
    {
        table.ToTable("SupervisionAgreement").HasKey(a => new { a.TaskId, a.UnitId });
        table.Property(a => a.Words).HasMaxLength(1000);
        table.Property(a => a.PersonName).HasMaxLength(60);
        table.Property(a => a.RecordedBy).HasMaxLength(60);
        table.HasIndex(a => a.MatterId);
    }
}
