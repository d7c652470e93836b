using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Appraisals.Notes;

/// 周期评价、表扬提醒、短板改进、结果运用: what was done in or because of an appraisal, so that it can be followed back.
public sealed class AppraisalNote
{
    public long Id { get; init; }

    public long SchemeId { get; init; }

    /// The unit it is about; 0 for the appraisal as a whole.
    public long UnitId { get; init; }

    /// Id in appraisals.notes.
    public required string Kind { get; init; }

    public required string Words { get; init; }

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class AppraisalNoteTable : IEntityTypeConfiguration<AppraisalNote>
{
    public void Configure(EntityTypeBuilder<AppraisalNote> table)
    {
        table.ToTable("AppraisalNote").HasKey(n => n.Id);
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Kind).HasMaxLength(24);
        table.Property(n => n.Words).HasMaxLength(1000);
        table.Property(n => n.PersonName).HasMaxLength(60);
        table.HasIndex(n => new { n.SchemeId, n.UnitId });
    }
}
