using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Archives.Tasks;

public enum ArchiveTaskState
{
    Open = 0,

    /// The section says that it is done.
    Reported = 1,

    Done = 2,

    Withdrawn = 3,
}

/// 归档任务: what one section is to hand in, by a day.
public sealed class ArchiveTask
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// The section that hands in.
    public long UnitId { get; init; }

    /// 归档年度: what was closed in it, or before.
    public int Year { get; init; }

    public required string Title { get; init; }

    /// 归档范围和要求
    public string Scope { get; init; } = "";

    public DateOnly DueOn { get; set; }

    public DateOnly IssuedOn { get; init; }

    public required string ByName { get; init; }

    public ArchiveTaskState State { get; set; }

    /// What the section said last, or why it was sent back.
    public string Words { get; set; } = "";

    public string ReportedBy { get; set; } = "";

    public DateOnly? ReportedOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public DateOnly? RemindedOn { get; set; }

    public bool IsOver => State is ArchiveTaskState.Done or ArchiveTaskState.Withdrawn;

    public bool IsLate(DateOnly today) => State == ArchiveTaskState.Open && DueOn < today;

    public static string WordOf(ArchiveTaskState state) => state switch { ArchiveTaskState.Open => "进行中", ArchiveTaskState.Reported => "已报完成", ArchiveTaskState.Done => "已完成", _ => "已撤回" };
}

internal sealed class ArchiveTaskTable : IEntityTypeConfiguration<ArchiveTask>
{
    public void Configure(EntityTypeBuilder<ArchiveTask> table)
    {
        table.ToTable("ArchiveTask").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Title).HasMaxLength(ArchiveKeeper.LongestTitle);
        table.Property(t => t.Scope).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(t => t.ByName).HasMaxLength(60);
        table.Property(t => t.Words).HasMaxLength(ArchiveKeeper.LongestWords);
        table.Property(t => t.ReportedBy).HasMaxLength(60);
        table.HasIndex(t => new { t.KeeperId, t.State, t.DueOn });
    }
}
