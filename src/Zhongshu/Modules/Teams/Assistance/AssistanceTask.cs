using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Teams.Assistance;

public enum AssistanceState
{
    /// 待答复
    Asked = 0,

    /// 协作中
    Taken = 1,

    /// 婉拒: it is not the section's own duty, and it said why.
    Declined = 2,

    /// 已支持
    Given = 3,
}

/// 协作: one section asks another for help, and what help it got.
public sealed class AssistanceTask
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public long AskingUnitId { get; init; }

    public long UnitId { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// For whom it is in the end; 0 when for none of them.
    public long ServedId { get; init; }

    public DateOnly DueOn { get; init; }

    public AssistanceState State { get; set; }

    /// 支持情况, or why not.
    public string Words { get; set; } = "";

    public long AskedById { get; init; }

    public required string AskedBy { get; init; }

    public string AnsweredBy { get; set; } = "";

    public DateOnly On { get; init; }

    public DateOnly? EndedOn { get; set; }

    public bool IsOpen => State is AssistanceState.Asked or AssistanceState.Taken;

    public static string WordOf(AssistanceState state) => state switch
    {
        AssistanceState.Asked => "待答复",
        AssistanceState.Taken => "协作中",
        AssistanceState.Declined => "婉拒",
        _ => "已支持",
    };
}

internal sealed class AssistanceTaskTable : IEntityTypeConfiguration<AssistanceTask>
{
    public void Configure(EntityTypeBuilder<AssistanceTask> table)
    {
        table.ToTable("AssistanceTask").HasKey(a => a.Id);
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.Title).HasMaxLength(TeamLimits.Title);
        table.Property(a => a.Text).HasMaxLength(TeamLimits.Words);
        table.Property(a => a.Words).HasMaxLength(TeamLimits.Words);
        table.Property(a => a.AskedBy).HasMaxLength(TeamLimits.Name);
        table.Property(a => a.AnsweredBy).HasMaxLength(TeamLimits.Name);
        table.Ignore(a => a.IsOpen);
        table.HasIndex(a => new { a.KeeperId, a.State });
    }
}
