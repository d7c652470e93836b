using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Deliver;

/// The ways out of the house, by channel.
internal sealed class Outlets(MailSender mail, SmsSender sms, WebhookSender webhook)
{
    public Task<Trial> SendAsync(Message message, CancellationToken cancel) => message.Channel.Channel switch
    {
        NoticeChannel.Mail => mail.SendAsync(message, cancel),
        NoticeChannel.Sms => sms.SendAsync(message, cancel),
        _ => webhook.SendAsync(message, cancel),
    };
}
