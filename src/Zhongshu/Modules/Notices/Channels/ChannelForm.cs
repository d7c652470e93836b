using System.Net.Mail;
using Zhongshu.Modules.Notices.Deliver;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Channels;

internal sealed class ChannelForm
{
    public string Channel { get; set; } = NoticeChannel.Mail;

    public bool IsOn { get; set; }

    public int Mode { get; set; } = (int)DeliveryMode.AtOnce;

    public string? Target { get; set; }

    public bool UsesTls { get; set; }

    public string? Login { get; set; }

    /// Empty leaves the present one.
    public string? Secret { get; set; }

    public string? Sender { get; set; }

    public string? SiteAddress { get; set; }

    public static ChannelForm Of(string channel, NoticeChannel? kept) => new()
    {
        Channel = channel,
        IsOn = kept?.IsOn ?? false,
        Mode = (int)(kept?.Mode ?? DeliveryMode.AtOnce),
        Target = kept?.Target,
        UsesTls = kept?.UsesTls ?? false,
        Login = kept?.Login,
        Sender = kept?.Sender,
        SiteAddress = kept?.SiteAddress,
    };

    /// What is wrong with it, when the channel is to be used.
    public Refusal? Refuses(bool hasSecret)
    {
        if (!NoticeChannel.All.Contains(Channel, StringComparer.Ordinal)) return Refusal.NotFound("这个渠道");
        if (!Enum.IsDefined((DeliveryMode)Mode)) return new Refusal("notices.mode", "请选择发送方式。") { Field = "Mode" };
        if (Trim(SiteAddress) is { Length: > 0 } site && !IsWeb(site)) return new Refusal("notices.site", "系统网址请写全，例如 http://oa.example.gov.cn。") { Field = "SiteAddress" };
        if (TooLong(Target, 300) || TooLong(Login, 120) || TooLong(Sender, 120) || TooLong(SiteAddress, 200) || TooLong(Secret, 300)) return new Refusal("notices.long", "有一项内容过长，请核对。");
        if (!IsOn) return null;
        if (Channel == NoticeChannel.Mail) return MailRefuses();
        if (Channel == NoticeChannel.Sms && Trim(Sender).Length is < 2 or > 20) return new Refusal("notices.sign", "请填写短信签名，2到20字，与短信平台报备的一致。") { Field = "Sender" };
        return WebhookRefuses(hasSecret);
    }

    public static string Trim(string? text) => text?.Trim() ?? "";

    private Refusal? MailRefuses()
    {
        if (HostAndPort.Parse(Trim(Target)) is null) return new Refusal("notices.server", "请填写邮件服务器，例如 mail.example.gov.cn:25。") { Field = "Target" };
        return MailAddress.TryCreate(Trim(Sender), out _) ? null : new Refusal("notices.sender", "请填写发件邮箱，例如 office@example.gov.cn。") { Field = "Sender" };
    }

    private Refusal? WebhookRefuses(bool hasSecret)
    {
        if (!IsWeb(Trim(Target))) return new Refusal("notices.url", "请填写接收通知的网址，以 http:// 或 https:// 开头。") { Field = "Target" };
        return hasSecret || Trim(Secret).Length >= 16 ? null : new Refusal("notices.secret", "签名密钥至少16位，接收方凭它核验来源。") { Field = "Secret" };
    }

    private static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") && url.UserInfo.Length == 0;

    private static bool TooLong(string? text, int most) => text?.Length > most;
}
