using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Teams.Meetings;

/// 例会: one that was held; what was told of the work lately, and what was arranged.
public sealed class OfficeMeeting
{
    public long Id { get; init; }

    public long KeeperId { get; init; }

    /// The section that held it; the keeper itself for one of the whole office.
    public long UnitId { get; init; }

    /// Id in teams.meetings.
    public required string Kind { get; init; }

    public DateOnly On { get; init; }

    /// 通报近期工作和进展
    public required string Told { get; init; }

    /// 安排
    public required string Arranged { get; init; }

    public required string ByName { get; init; }
}

/// 责任分解: one thing that a meeting arranged, with who answers for it.
public sealed class MeetingTask
{
    public long Id { get; init; }

    public long MeetingId { get; init; }

    public required string Text { get; init; }

    public long PersonId { get; init; }

    public DateOnly DueOn { get; init; }

    /// 落实情况, as it was last seen.
    public string Result { get; set; } = "";

    public DateOnly? SeenOn { get; set; }

    public DateOnly? DoneOn { get; set; }

    public bool IsLate(DateOnly today) => DoneOn is null && DueOn < today;
}

internal sealed class OfficeMeetingTable : IEntityTypeConfiguration<OfficeMeeting>
{
    public void Configure(EntityTypeBuilder<OfficeMeeting> table)
    {
        table.ToTable("OfficeMeeting").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Kind).HasMaxLength(TeamLimits.Id);
        table.Property(m => m.Told).HasMaxLength(TeamLimits.Long);
        table.Property(m => m.Arranged).HasMaxLength(TeamLimits.Long);
        table.Property(m => m.ByName).HasMaxLength(TeamLimits.Name);
        table.HasIndex(m => new { m.KeeperId, m.On });
    }
}

internal sealed class MeetingTaskTable : IEntityTypeConfiguration<MeetingTask>
{
    public void Configure(EntityTypeBuilder<MeetingTask> table)
    {
        table.ToTable("MeetingTask").HasKey(t => t.Id);
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.Text).HasMaxLength(TeamLimits.Short);
        table.Property(t => t.Result).HasMaxLength(TeamLimits.Words);
        table.HasIndex(t => t.MeetingId);
        table.HasIndex(t => new { t.PersonId, t.DoneOn });
    }
}
