using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Improvements.Retreats;

/// 务虚会: held every half year by three questions.
public sealed class Retreat
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public required string Title { get; init; }

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }
}

/// 意见: put forward under one of the questions, classed, followed with a person and a day, looked at again (一策一议).
public sealed class RetreatOpinion
{
    public long Id { get; init; }

    public long RetreatId { get; init; }

    public long KeeperId { get; init; }

    /// A word of improvements.questions.
    public required string Question { get; init; }

    public required string Text { get; init; }

    public required string ByName { get; init; }

    /// Id in improvements.classes; empty until it is classed.
    public string Class { get; set; } = "";

    public string Plan { get; set; } = "";

    public long? OwnerId { get; set; }

    public DateOnly? DueOn { get; set; }

    public string Result { get; set; } = "";

    public DateOnly? DoneOn { get; set; }
}

/// 回头评估: every time that an opinion was classed, and why so.
public sealed class OpinionLook
{
    public long Id { get; init; }

    public long OpinionId { get; init; }

    public required string Class { get; init; }

    public required string Words { get; init; }

    public DateOnly On { get; init; }

    public required string PersonName { get; init; }
}

internal sealed class RetreatTable : IEntityTypeConfiguration<Retreat>
{
    public void Configure(EntityTypeBuilder<Retreat> table)
    {
        table.ToTable("Retreat").HasKey(r => r.Id);
        table.Property(r => r.Id).ValueGeneratedNever();
        table.Property(r => r.Title).HasMaxLength(ImprovementLimits.Title);
        table.Property(r => r.PersonName).HasMaxLength(60);
        table.HasIndex(r => new { r.KeeperId, r.On });
    }
}

internal sealed class RetreatOpinionTable : IEntityTypeConfiguration<RetreatOpinion>
{
    public void Configure(EntityTypeBuilder<RetreatOpinion> table)
    {
        table.ToTable("RetreatOpinion").HasKey(o => o.Id);
        table.Property(o => o.Id).ValueGeneratedNever();
        table.Property(o => o.Question).HasMaxLength(40);
        table.Property(o => o.Text).HasMaxLength(ImprovementLimits.Words);
        table.Property(o => o.ByName).HasMaxLength(60);
        table.Property(o => o.Class).HasMaxLength(24);
        table.Property(o => o.Plan).HasMaxLength(ImprovementLimits.Words);
        table.Property(o => o.Result).HasMaxLength(ImprovementLimits.Words);
        table.HasIndex(o => o.RetreatId);
        table.HasIndex(o => new { o.KeeperId, o.DoneOn, o.DueOn });
    }
}

internal sealed class OpinionLookTable : IEntityTypeConfiguration<OpinionLook>
{
    public void Configure(EntityTypeBuilder<OpinionLook> table)
    {
        table.ToTable("RetreatLook").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Class).HasMaxLength(24);
        table.Property(l => l.Words).HasMaxLength(ImprovementLimits.Words);
        table.Property(l => l.PersonName).HasMaxLength(60);
        table.HasIndex(l => l.OpinionId);
    }
}

internal static class ImprovementLimits
{
    public const int Title = 120;
    public const int Words = 1000;

    /// Entries of one pilot.
    public const int Lines = 200;
}
