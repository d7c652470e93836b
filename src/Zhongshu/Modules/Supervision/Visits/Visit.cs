using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Modules.Supervision.Visits;

/// 实地督查、暗访、回访: who went where, what they saw, and whether it is as it was reported. Written once; units do not read it.
public sealed class Visit : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    /// The task it looks at; null when it looks at the whole item.
    public long? TaskId { get; init; }

    /// Id in supervision.visit-ways.
    public required string Way { get; init; }

    public DateOnly On { get; init; }

    public required string Place { get; init; }

    /// 真实情况
    public required string Seen { get; init; }

    /// As it was reported.
    public bool Fits { get; init; }

    /// 三督三察: which of supervision.visit-points were looked at, separated by 、
    public string Points { get; init; } = "";

    /// The inspection of the yearly plan that it belongs to.
    public long? InspectionId { get; init; }

    public required string RecordedBy { get; init; }

    public DateTimeOffset At { get; init; }
}

/// 督查队伍: officers, experts and people of departments may go together.
public sealed class VisitMember : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long VisitId { get; init; }

    public required string Name { get; init; }

    /// Id in supervision.team.
    public required string Kind { get; init; }
}

/// 问题点位: what was found, until it is a task or settled on the spot.
public sealed class Finding : IPartOfMatter
{
    public long Id { get; init; }

    public long MatterId { get; init; }

    public long VisitId { get; init; }

    public required string Text { get; init; }

    /// 责任单位, at the latest when it is dealt with.
    public long? UnitId { get; set; }

    /// 原因, found out before it is dealt with.
    public string Cause { get; set; } = "";

    /// 政策执行温差: which policy is carried out otherwise here, and how; empty when it is no such thing.
    public string Policy { get; set; } = "";

    public string Gap { get; set; } = "";

    /// The number of the task that it became.
    public int? TaskNumber { get; set; }

    public DateTimeOffset? SettledAt { get; set; }

    /// How it was settled without a task.
    public string SettledBy { get; set; } = "";
}

public sealed class VisitPhoto : IPartOfMatter
{
    public long VisitId { get; init; }

    public long AttachmentId { get; init; }

    public long MatterId { get; init; }
}

internal sealed class VisitTable : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> table)
    {
        table.ToTable("SupervisionVisit").HasKey(v => v.Id);
        table.Property(v => v.Id).ValueGeneratedNever();
        table.Property(v => v.Way).HasMaxLength(24);
        table.Property(v => v.Place).HasMaxLength(200);
        table.Property(v => v.Seen).HasMaxLength(4000);
        table.Property(v => v.RecordedBy).HasMaxLength(60);
        table.Property(v => v.Points).HasMaxLength(200);
        table.HasIndex(v => v.MatterId);
        table.HasIndex(v => v.InspectionId);
    }
}

internal sealed class VisitMemberTable : IEntityTypeConfiguration<VisitMember>
{
    public void Configure(EntityTypeBuilder<VisitMember> table)
    {
        table.ToTable("SupervisionVisitMember").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Name).HasMaxLength(60);
        table.Property(m => m.Kind).HasMaxLength(24);
        table.HasIndex(m => m.MatterId);
        table.HasIndex(m => m.VisitId);
    }
}

internal sealed class FindingTable : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> table)
    {
        table.ToTable("SupervisionFinding").HasKey(f => f.Id);
        table.Property(f => f.Id).ValueGeneratedNever();
        table.Property(f => f.Text).HasMaxLength(500);
        table.Property(f => f.SettledBy).HasMaxLength(500);
        table.Property(f => f.Cause).HasMaxLength(500);
        table.Property(f => f.Policy).HasMaxLength(200);
        table.Property(f => f.Gap).HasMaxLength(500);
        table.HasIndex(f => f.MatterId);
        table.HasIndex(f => f.VisitId);
    }
}

internal sealed class VisitPhotoTable : IEntityTypeConfiguration<VisitPhoto>
{
    public void Configure(EntityTypeBuilder<VisitPhoto> table)
    {
        table.ToTable("SupervisionVisitPhoto").HasKey(p => new { p.VisitId, p.AttachmentId });
        table.HasIndex(p => p.MatterId);
    }
}
