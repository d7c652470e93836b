using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Coordinations;

/// 协调单: what several units settle together, with who leads, by when and by which steps.
public sealed class Coordination
{
    public long Id { get; init; }

    /// 本级单位 whose sheet it is.
    public long KeeperId { get; init; }

    /// The running number within the year of the keeper.
    public int Number { get; init; }

    public required string Title { get; init; }

    /// Ids in the rules: kind, and the three dimensions.
    public required string Kind { get; init; }

    public required string Content { get; init; }

    public required string Toward { get; init; }

    public required string Way { get; init; }

    /// 要协调解决什么
    public required string Need { get; init; }

    /// The matter that it belongs to: whoever may not know that does not see the sheet either.
    public long? MatterId { get; init; }

    public long LeadUnitId { get; init; }

    public DateOnly OpenedOn { get; init; }

    /// The last day of the timetable.
    public DateOnly DueOn { get; init; }

    /// 定期会商: when the next joint meeting is due at the latest; null where none is asked for.
    public DateOnly? MeetsBy { get; set; }

    /// 需上级协调解决: what goes into the next notification; empty for nothing.
    public string AskedHigher { get; set; } = "";

    /// The item that the supervision office took it up as.
    public string ItemCode { get; set; } = "";

    public DateOnly? ClosedOn { get; set; }

    public string Result { get; set; } = "";

    public required string OpenedBy { get; init; }
}

/// 路线图: one step with its unit and day; together they are the timetable.
public sealed class CoordinationStep
{
    public long Id { get; init; }

    public long CoordinationId { get; init; }

    public int Place { get; init; }

    public required string Text { get; init; }

    public long UnitId { get; init; }

    public DateOnly DueOn { get; init; }

    public DateOnly? DoneOn { get; set; }

    public string Result { get; set; } = "";
}

/// 参与单位
public sealed class CoordinationUnit
{
    public long CoordinationId { get; init; }

    public long UnitId { get; init; }

    public bool IsLead { get; init; }
}

public enum NoteKind
{
    /// 参与单位情况
    Report = 1,

    /// 沟通记录: who said what to whom, so that nobody is without it
    Talk = 2,

    /// 共享信息
    Shared = 3,
}

/// What a unit puts on a sheet; read by all units of it. Written once.
public sealed class CoordinationNote
{
    public long Id { get; init; }

    public long CoordinationId { get; init; }

    public NoteKind Kind { get; init; }

    public long UnitId { get; init; }

    public DateOnly On { get; init; }

    /// 与谁沟通; empty for the others.
    public string With { get; init; } = "";

    public required string Text { get; init; }

    /// 结论; empty where there is none.
    public string Result { get; init; } = "";

    public required string PersonName { get; init; }

    public DateTimeOffset At { get; init; }
}

internal static class CoordinationLimits
{
    /// An id of a rule, as it is kept with what refers to it.
    public const int Id = 24;

    public const int Title = 120;
    public const int Words = 1000;
    public const int Text = 2000;

    /// What is told of months of work.
    public const int Paper = 4000;
}

internal sealed class CoordinationTable : IEntityTypeConfiguration<Coordination>
{
    public void Configure(EntityTypeBuilder<Coordination> table)
    {
        table.ToTable("Coordination").HasKey(c => c.Id);
        table.Property(c => c.Id).ValueGeneratedNever();
        table.Property(c => c.Title).HasMaxLength(CoordinationLimits.Title);
        foreach (var word in new[] { nameof(Coordination.Kind), nameof(Coordination.Content), nameof(Coordination.Toward), nameof(Coordination.Way), nameof(Coordination.ItemCode) }) table.Property<string>(word).HasMaxLength(CoordinationLimits.Id);
        table.Property(c => c.Need).HasMaxLength(CoordinationLimits.Text);
        table.Property(c => c.AskedHigher).HasMaxLength(CoordinationLimits.Words);
        table.Property(c => c.Result).HasMaxLength(CoordinationLimits.Text);
        table.Property(c => c.OpenedBy).HasMaxLength(60);
        table.HasIndex(c => new { c.KeeperId, c.ClosedOn, c.DueOn });
        table.HasIndex(c => c.MatterId);
    }
}

internal sealed class CoordinationStepTable : IEntityTypeConfiguration<CoordinationStep>
{
    public void Configure(EntityTypeBuilder<CoordinationStep> table)
    {
        table.ToTable("CoordinationStep").HasKey(s => s.Id);
        table.Property(s => s.Id).ValueGeneratedNever();
        table.Property(s => s.Text).HasMaxLength(CoordinationLimits.Words);
        table.Property(s => s.Result).HasMaxLength(CoordinationLimits.Words);
        table.HasIndex(s => s.CoordinationId);
    }
}

internal sealed class CoordinationUnitTable : IEntityTypeConfiguration<CoordinationUnit>
{
    public void Configure(EntityTypeBuilder<CoordinationUnit> table)
    {
        table.ToTable("CoordinationUnit").HasKey(u => new { u.CoordinationId, u.UnitId });
        table.HasIndex(u => u.UnitId);
    }
}

internal sealed class CoordinationNoteTable : IEntityTypeConfiguration<CoordinationNote>
{
    public void Configure(EntityTypeBuilder<CoordinationNote> table)
    {
        table.ToTable("CoordinationNote").HasKey(n => n.Id);
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.With).HasMaxLength(300);
        table.Property(n => n.Text).HasMaxLength(CoordinationLimits.Text);
        table.Property(n => n.Result).HasMaxLength(CoordinationLimits.Text);
        table.Property(n => n.PersonName).HasMaxLength(60);
        table.HasIndex(n => n.CoordinationId);
    }
}
