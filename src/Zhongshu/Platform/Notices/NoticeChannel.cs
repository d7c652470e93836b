using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Zhongshu.Platform.Notices;

/// When a channel brings its notices.
internal enum DeliveryMode
{
    /// 不发
    None = 0,

    /// 即时
    AtOnce = 1,

    /// 汇总: many in one message, at the hours that the rules set.
    Digest = 2,
}

/// 通知渠道: how notices leave the house, as the office has set it. The secret is kept encrypted.
internal sealed class NoticeChannel
{
    public const string Mail = "mail";
    public const string Sms = "sms";
    public const string Webhook = "webhook";

    public static readonly IReadOnlyList<string> All = [Mail, Sms, Webhook];

    /// mail 邮件, sms 短信, webhook 接口推送
    public required string Channel { get; init; }

    public bool IsOn { get; set; }

    /// For everybody who has not chosen otherwise.
    public DeliveryMode Mode { get; set; } = DeliveryMode.AtOnce;

    /// The mail server as host:port, or the URL that is posted to.
    public string Target { get; set; } = "";

    public bool UsesTls { get; set; }

    public string Login { get; set; } = "";

    /// The mail server's password, or the key that messages are signed with.
    public string ProtectedSecret { get; set; } = "";

    /// The sender's mail address, or the sign of short messages (短信签名).
    public string Sender { get; set; } = "";

    /// Where people open the site, for the links in messages; none without it.
    public string SiteAddress { get; set; } = "";

    public DateTimeOffset ChangedAt { get; set; }

    public static string Word(string channel) => channel switch { Mail => "邮件", Sms => "短信", Webhook => "接口推送", _ => channel };
}

/// 接收方式: what a person has chosen for a channel.
internal sealed class NoticePreference
{
    public long PersonId { get; init; }

    public required string Channel { get; init; }

    public DeliveryMode Mode { get; set; }
}

internal sealed class NoticeChannelTable : IEntityTypeConfiguration<NoticeChannel>
{
    public void Configure(EntityTypeBuilder<NoticeChannel> table)
    {
        table.ToTable("NoticeChannel").HasKey(c => c.Channel);
        table.Property(c => c.Channel).HasMaxLength(24);
        table.Property(c => c.Target).HasMaxLength(300);
        table.Property(c => c.Login).HasMaxLength(120);
        table.Property(c => c.ProtectedSecret).HasMaxLength(1000);
        table.Property(c => c.Sender).HasMaxLength(120);
        table.Property(c => c.SiteAddress).HasMaxLength(200);
    }
}

internal sealed class NoticePreferenceTable : IEntityTypeConfiguration<NoticePreference>
{
    public void Configure(EntityTypeBuilder<NoticePreference> table)
    {
        table.ToTable("NoticePreference").HasKey(p => new { p.PersonId, p.Channel });
        table.Property(p => p.Channel).HasMaxLength(24);
    }
}
