using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Notices;

/// 通知: one thing one person is told. Always kept in the page; other channels are rows of the outbox.
internal sealed class Notice
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public long? MatterId { get; init; }

    /// work 待办, chase 催办, result 结果, returned 退回, delegation 委托, system 系统
    public required string Kind { get; init; }

    public required string Text { get; init; }

    public int Urgency { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}

/// What must leave the process (mail, webhook, file): written with the change that caused it, sent afterwards, traceable to the end.
internal sealed class OutboxMessage
{
    public long Id { get; init; }

    public required string Channel { get; init; }

    public required string Payload { get; init; }

    public long? NoticeId { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset NotBefore { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public string? Error { get; set; }
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("Notice").HasKey(n => n.Id);
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Kind).HasMaxLength(24);
        table.Property(n => n.Text).HasMaxLength(600);
        table.HasIndex(n => new { n.PersonId, n.ReadAt });
        table.HasIndex(n => new { n.PersonId, n.Id });
    }
}

internal sealed class OutboxMessageTable : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> table)
    {
        table.ToTable("OutboxMessage").HasKey(m => m.Id);
        table.Property(m => m.Id).ValueGeneratedNever();
        table.Property(m => m.Channel).HasMaxLength(24);
        table.Property(m => m.Error).HasMaxLength(600);
        table.HasIndex(m => new { m.SentAt, m.NotBefore });
    }
}
