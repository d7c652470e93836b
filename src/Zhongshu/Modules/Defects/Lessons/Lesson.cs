using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Defects.Lessons;

/// 经验条目: what a person learnt, for itself or for all; what was made of it, and whether it became a rule.
public sealed class Lesson
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long PersonId { get; init; }

    public required string PersonName { get; init; }

    public long UnitId { get; init; }

    /// Id in defects.lesson-kinds.
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// The answers to the kind's questions, a paragraph each, with the question before it.
    public required string Text { get; init; }

    /// The slip it was learnt from.
    public long? DefectId { get; init; }

    public DateOnly On { get; init; }

    /// 本人看 or 全室共享.
    public bool IsShared { get; set; }

    /// 转化应用情况
    public string Applied { get; set; } = "";

    public DateOnly? AppliedOn { get; set; }

    /// 申报上升为制度: why it should become a rule, and what was decided.
    public string RaisedWhy { get; set; } = "";

    public DateOnly? RaisedOn { get; set; }

    public string RaisedTo { get; set; } = "";

    public DateOnly? DecidedOn { get; set; }

    public DateTimeOffset At { get; init; }
}

internal sealed class LessonTable : IEntityTypeConfiguration<Lesson>
{
    public void Configure(EntityTypeBuilder<Lesson> table)
    {
        table.ToTable("Lesson").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.PersonName).HasMaxLength(60);
        table.Property(l => l.Kind).HasMaxLength(24);
        table.Property(l => l.Title).HasMaxLength(KeepLesson.LongestTitle);
        table.Property(l => l.Text).HasMaxLength(KeepLesson.LongestText);
        table.Property(l => l.Applied).HasMaxLength(DefectLife.Longest);
        table.Property(l => l.RaisedWhy).HasMaxLength(DefectLife.Longest);
        table.Property(l => l.RaisedTo).HasMaxLength(DefectLife.Longest);
        table.HasIndex(l => new { l.KeeperId, l.On });
        table.HasIndex(l => l.PersonId);
    }
}
