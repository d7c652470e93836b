using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Deliver;

/// 接口推送: a person's notices as data, to the office's own gateway (internal chat and the like).
internal sealed class WebhookSender(SignedPost post, ChannelSecrets secrets)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Task<Trial> SendAsync(Message message, CancellationToken cancel) =>
        post.SendAsync(message.Channel.Target, message.Channel.Target, (message.Id, BodyOf(message), secrets.Reveal(message.Channel)), cancel);

    private static byte[] BodyOf(Message message) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        id = message.Id.ToString(CultureInfo.InvariantCulture),
        person = new { id = message.To.PersonId, name = message.To.Name, login = message.To.Login },
        notices = message.Notices.Select(n => new { n.Id, n.Kind, title = Message.KindOf(n), n.Text, n.Urgency, n.At, n.Code, link = message.LinkOf(n) }),
    }, Json);
}
