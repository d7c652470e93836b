using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.PeopleFiles.Opinions;

/// 座谈意见: what one of the young said at a talk, how it was answered, and what came of it in the work.
public sealed class YouthOpinion
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long TrainingId { get; init; }

    public long PersonId { get; init; }

    public required string Text { get; init; }

    public string Answer { get; set; } = "";

    public string AnsweredBy { get; set; } = "";

    public DateOnly? AnsweredOn { get; set; }

    /// 转流程优化: the section that mends the work, what it is to do, by when; 0 when nothing is to be mended.
    public long UnitId { get; set; }

    public string Measure { get; set; } = "";

    public DateOnly? DueOn { get; set; }

    public string Result { get; set; } = "";

    public DateOnly? DoneOn { get; set; }

    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;
}

internal sealed class YouthOpinionTable : IEntityTypeConfiguration<YouthOpinion>
{
    public void Configure(EntityTypeBuilder<YouthOpinion> table)
    {
        table.ToTable("YouthOpinion").HasKey(o => o.Id);
        table.Property(o => o.Id).ValueGeneratedNever();
        table.Property(o => o.Text).HasMaxLength(Limits.Words);
        table.Property(o => o.Answer).HasMaxLength(Limits.Words);
        table.Property(o => o.AnsweredBy).HasMaxLength(Limits.Name);
        table.Property(o => o.Measure).HasMaxLength(Limits.Words);
        table.Property(o => o.Result).HasMaxLength(Limits.Words);
        table.HasIndex(o => new { o.KeeperId, o.AnsweredOn });
        table.HasIndex(o => o.TrainingId);
    }
}
