using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Platform.Rules.Keys;

namespace Zhongshu.Modules.Notices.Deliver;

/// 短信: one short text to one telephone number over the office's short message gateway, which is asked by one signed request.
internal sealed class SmsSender(SignedPost post, ChannelSecrets secrets, RuleShelf rules)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly char[] Between = ['、', '，', ',', '；', ';', '/', '／', '|', '转', '\n'];

    public async Task<Trial> SendAsync(Message message, CancellationToken cancel)
    {
        var phone = NumberOf(message.To.Phone);
        if (phone.Length == 0) return Trial.Refused("", "没有登记电话。请在“人员与任职”中补登。");
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = message.Id.ToString(CultureInfo.InvariantCulture),
            account = message.Channel.Login,
            sign = message.Channel.Sender,
            phone,
            text = TextOf(message, rules.Book.Value(NoticeRules.SmsLength)),
        }, Json);
        return await post.SendAsync(message.Channel.Target, phone, (message.Id, body, secrets.Reveal(message.Channel)), cancel);
    }

    /// What fits into a short message: the one notice, or how many there are; always with the sign that the gateway knows the office by. Pure.
    internal static string TextOf(Message message, int longest) => Notice.Fit($"【{message.Channel.Sender}】{message.Subject}", longest);

    /// Of several numbers in one entry the first mobile one, else the first; written with or without spaces and hyphens. Pure.
    internal static string NumberOf(string? phone)
    {
        var numbers = (phone ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(n => string.Concat(n.Where(c => char.IsAsciiDigit(c) || c == '+'))).Where(n => n.Length > 0).ToList();
        return numbers.Find(n => n[Math.Max(0, n.Length - 11)..] is ['1', >= '3', ..] mobile && mobile.Length == 11) ?? numbers.FirstOrDefault() ?? "";
    }
}
