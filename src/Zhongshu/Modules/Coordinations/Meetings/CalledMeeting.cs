using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Modules.Coordinations.Meetings;

/// 联席会议, as it was called by notice.
public sealed class CalledMeeting
{
    public long Id { get; init; }

    public long CoordinationId { get; init; }

    public required string Title { get; init; }

    public DateTimeOffset StartsAt { get; init; }

    public required string Place { get; init; }

    public required string Agenda { get; init; }

    public required string CalledBy { get; init; }

    public DateTimeOffset At { get; init; }

    public DateOnly? HeldOn { get; set; }

    public string Conclusion { get; set; } = "";
}

public enum ReceiptOf
{
    /// 会议通知
    Meeting = 1,

    /// 群发
    Message = 2,
}

public enum ReceiptAnswer
{
    /// 没有答复
    None = 0,

    /// 参加
    Comes = 1,

    /// 请假、委派他人
    Away = 2,

    /// 知悉
    Seen = 3,
}

/// 收发一条: one person who was told something, when it was read and what was answered. Nothing is told without such a line.
public sealed class ToldLine
{
    public long Id { get; init; }

    public ReceiptOf Kind { get; init; }

    /// The meeting or the message.
    public long OfId { get; init; }

    public long UnitId { get; init; }

    /// 0: the unit has nobody on the platform and must be told by other means.
    public long PersonId { get; init; }

    public long? NoticeId { get; init; }

    public ReceiptAnswer Answer { get; set; }

    /// Who comes instead, why not, or how somebody off the platform was told.
    public string Words { get; set; } = "";

    public DateTimeOffset? AnsweredAt { get; set; }

    /// When it was chased last.
    public DateTimeOffset? ChasedAt { get; set; }
}

internal sealed class CalledMeetingTable : IEntityTypeConfiguration<CalledMeeting>
{
    public void Configure(EntityTypeBuilder<CalledMeeting> table)
    {
        table.ToTable("CalledMeeting").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Title).HasMaxLength(CoordinationLimits.Title);
        table.Property(m => m.Place).HasMaxLength(120);
        table.Property(m => m.Agenda).HasMaxLength(CoordinationLimits.Text);
        table.Property(m => m.CalledBy).HasMaxLength(60);
        table.Property(m => m.Conclusion).HasMaxLength(CoordinationLimits.Text);
        table.HasIndex(m => m.CoordinationId);
    }
}

internal sealed class ToldLineTable : IEntityTypeConfiguration<ToldLine>
{
    public void Configure(EntityTypeBuilder<ToldLine> table)
    {
        table.ToTable("ToldLine").HasKey(l => l.Id);
        table.Property(l => l.Id).ValueGeneratedNever();
        table.Property(l => l.Words).HasMaxLength(300);
        table.HasIndex(l => new { l.Kind, l.OfId });
        table.HasIndex(l => l.PersonId);
    }
}
