using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Teams.Briefs;

/// 信息任务: a subject on which information is wanted, posted to everybody of the house.
public sealed class BriefTask
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    public required string Title { get; init; }

    /// 要写什么
    public required string Need { get; init; }

    public DateOnly DueOn { get; init; }

    public DateOnly On { get; init; }

    public required string ByName { get; init; }
}

/// 认领: one person's part in a task, from the claim to what was handed in and whether it was used.
public sealed class BriefClaim
{
    public long TaskId { get; init; }

    public long PersonId { get; init; }

    public DateOnly On { get; init; }

    /// 交卷: the title and the gist of what was written.
    public string Work { get; set; } = "";

    public DateOnly? DoneOn { get; set; }

    /// 采用情况; null before somebody said.
    public bool? IsUsed { get; set; }

    public string Words { get; set; } = "";
}

internal sealed class BriefTaskTable : IEntityTypeConfiguration<BriefTask>
{
    public void Configure(EntityTypeBuilder<BriefTask> table)
    {
        table.ToTable("BriefTask").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Title).HasMaxLength(TeamLimits.Title);
        table.Property(t => t.Need).HasMaxLength(TeamLimits.Words);
        table.Property(t => t.ByName).HasMaxLength(TeamLimits.Name);
        table.HasIndex(t => new { t.KeeperId, t.DueOn });
    }
}

internal sealed class BriefClaimTable : IEntityTypeConfiguration<BriefClaim>
{
    public void Configure(EntityTypeBuilder<BriefClaim> table)
    {
        table.ToTable("BriefClaim").HasKey(c => new { c.TaskId, c.PersonId });
        table.Property(c => c.Work).HasMaxLength(TeamLimits.Long);
        table.Property(c => c.Words).HasMaxLength(TeamLimits.Short);
        table.HasIndex(c => c.PersonId);
    }
}
