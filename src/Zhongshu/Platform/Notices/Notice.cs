using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Notices;

/// 通知: one thing one person is told. Always kept in the page; what also leaves the house is a NoticeDelivery.
internal sealed class Notice
{
    public const int Longest = 600;

    public long Id { get; init; }

    public long PersonId { get; init; }

    public long? MatterId { get; init; }

    /// work 待办, chase 催办, result 结果, returned 退回, delegation 委托, system 系统
    public required string Kind { get; init; }

    public required string Text { get; init; }

    public int Urgency { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// Cut where it is too long to be kept, never inside a character of two units.
    public static string Fit(string text, int longest = Longest) => text.Cut(longest);
}

internal sealed class NoticeTable : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> table)
    {
        table.ToTable("Notice").HasKey(n => n.Id);
        table.Property(n => n.Id).ValueGeneratedNever();
        table.Property(n => n.Kind).HasMaxLength(24);
        table.Property(n => n.Text).HasMaxLength(Notice.Longest);
        table.HasIndex(n => new { n.PersonId, n.ReadAt });
        table.HasIndex(n => new { n.PersonId, n.Id });
        table.HasIndex(n => n.MatterId).HasFilter("read_at IS NULL");
    }
}
