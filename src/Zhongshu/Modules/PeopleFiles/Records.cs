using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.PeopleFiles;

/// 学习培训: one lesson, study, practice or talk, held for some people.
public sealed class Training
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// The section or unit that held it.
    public long UnitId { get; init; }

    /// Id in people.training-kinds; Subject is a word of people.subjects or empty.
    public required string Kind { get; init; }

    public string Subject { get; init; } = "";

    public required string Title { get; init; }

    /// 期次、批次, as the office counts them.
    public string Batch { get; init; } = "";

    public string Speaker { get; init; } = "";

    public DateOnly On { get; init; }
}

/// Who took part: the mark where there was a test, and what was brought home (心得、返岗分享).
public sealed class Attendance
{
    public long TrainingId { get; init; }

    public long PersonId { get; init; }

    public int? Score { get; set; }

    public string Words { get; set; } = "";
}

/// 帮带: an experienced hand and a newcomer, for a time.
public sealed class Mentoring
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long MentorId { get; init; }

    public long MenteeId { get; init; }

    public required string Goal { get; init; }

    public DateOnly Since { get; init; }

    public DateOnly? Until { get; set; }

    public string Result { get; set; } = "";
}

/// What a pair did together: one of 三带 or 三共.
public sealed class MentoringStep
{
    public long Id { get; init; }

    public long MentoringId { get; init; }

    public required string Kind { get; init; }

    public required string Text { get; init; }

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }
}

/// 能力标签 of a person, with what it rests on.
public sealed class Ability
{
    public long PersonId { get; init; }

    /// Id in people.abilities.
    public required string Tag { get; init; }

    public required string Ground { get; set; }

    public DateOnly On { get; set; }

    public required string ByName { get; set; }
}

/// 对照自查: one list gone through by one person on a day; what was found is the person's alone.
public sealed class SelfExamination
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    /// Id in people.examinations.
    public required string List { get; init; }

    public DateOnly On { get; init; }

    /// The points that were not kept, in their words; empty when all were.
    public string Broken { get; init; } = "";

    public string Words { get; init; } = "";
}

internal static class Limits
{
    public const int Title = 120;
    public const int Words = 1000;
    public const int Name = 60;

    /// An id or a word of a rule, as it is kept with what refers to it.
    public const int Word = 24;
    public const int Short = 400;

    /// One side, part or question of a training.
    public const int Point = 40;

    public const int Broken = 400;
}

internal sealed class TrainingTable : IEntityTypeConfiguration<Training>
{
    public void Configure(EntityTypeBuilder<Training> table)
    {
        table.ToTable("Training").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Kind).HasMaxLength(Limits.Word);
        table.Property(t => t.Subject).HasMaxLength(Limits.Word);
        table.Property(t => t.Title).HasMaxLength(Limits.Title);
        table.Property(t => t.Batch).HasMaxLength(40);
        table.Property(t => t.Speaker).HasMaxLength(60);
        table.HasIndex(t => new { t.KeeperId, t.On });
    }
}

internal sealed class AttendanceTable : IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Attendance> table)
    {
        table.ToTable("Attendance").HasKey(a => new { a.TrainingId, a.PersonId });
        table.Property(a => a.Words).HasMaxLength(Limits.Words);
        table.HasIndex(a => a.PersonId);
    }
}

internal sealed class MentoringTable : IEntityTypeConfiguration<Mentoring>
{
    public void Configure(EntityTypeBuilder<Mentoring> table)
    {
        table.ToTable("Mentoring").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Goal).HasMaxLength(Limits.Words);
        table.Property(m => m.Result).HasMaxLength(Limits.Words);
        table.HasIndex(m => m.KeeperId);
    }
}

internal sealed class MentoringStepTable : IEntityTypeConfiguration<MentoringStep>
{
    public void Configure(EntityTypeBuilder<MentoringStep> table)
    {
        table.ToTable("MentoringStep").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Kind).HasMaxLength(Limits.Word);
        table.Property(s => s.Text).HasMaxLength(Limits.Words);
        table.Property(s => s.PersonName).HasMaxLength(60);
        table.HasIndex(s => s.MentoringId);
    }
}

internal sealed class AbilityTable : IEntityTypeConfiguration<Ability>
{
    public void Configure(EntityTypeBuilder<Ability> table)
    {
        table.ToTable("Ability").HasKey(a => new { a.PersonId, a.Tag });
        table.Property(a => a.Tag).HasMaxLength(Limits.Word);
        table.Property(a => a.Ground).HasMaxLength(Limits.Words);
        table.Property(a => a.ByName).HasMaxLength(60);
    }
}

internal sealed class SelfExaminationTable : IEntityTypeConfiguration<SelfExamination>
{
    public void Configure(EntityTypeBuilder<SelfExamination> table)
    {
        table.ToTable("SelfExamination").HasKey(e => e.Id);
        table.Property(e => e.Id).ValueGeneratedNever();
        table.Property(e => e.List).HasMaxLength(Limits.Word);
        table.Property(e => e.Broken).HasMaxLength(Limits.Broken);
        table.Property(e => e.Words).HasMaxLength(Limits.Words);
        table.HasIndex(e => new { e.PersonId, e.On });
    }
}
