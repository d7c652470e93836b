using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Notices;

internal enum DeliveryState
{
    /// 待发
    Queued = 0,

    /// 已发
    Sent = 1,

    /// 失败: given up; an administrator may send it again.
    Failed = 2,

    /// 不再投递: read within the program before its time came, or its channel was closed.
    Dropped = 3,
}

/// 投递: one notice on its way out of the house over one channel. Written with the change that caused it, sent afterwards, traceable to the end.
internal sealed class NoticeDelivery
{
    public const int LongestReason = 400;

    public long Id { get; init; }

    public long NoticeId { get; init; }

    public long PersonId { get; init; }

    public required string Channel { get; init; }

    public DateTimeOffset At { get; init; }

    /// Not before this instant: quiet hours, the next digest, the next try.
    public DateTimeOffset NotBefore { get; set; }

    public DeliveryState State { get; set; }

    public int Attempts { get; set; }

    /// What was sent together in one message; the receiver knows a repeated message by it.
    public long? BatchId { get; set; }

    /// Where it went.
    public string? Address { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// Why the last try failed, or why it was dropped.
    public string? Reason { get; set; }
}

internal sealed class NoticeDeliveryTable : IEntityTypeConfiguration<NoticeDelivery>
{
    public void Configure(EntityTypeBuilder<NoticeDelivery> table)
    {
        table.ToTable("NoticeDelivery").HasKey(d => d.Id);
        table.Property(d => d.Id).ValueGeneratedNever();
        table.Property(d => d.Channel).HasMaxLength(24);
        table.Property(d => d.Address).HasMaxLength(300);
        table.Property(d => d.Reason).HasMaxLength(NoticeDelivery.LongestReason);
        table.HasIndex(d => new { d.State, d.NotBefore });
        table.HasIndex(d => new { d.State, d.Id });
        table.HasIndex(d => d.NoticeId);
    }
}
