using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;

namespace Zhongshu.Modules.Notices.Deliver;

/// 邮件: one message to one mailbox, by SMTP.
internal sealed class MailSender(OutboundGuard guard, ChannelSecrets secrets, OfficeSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Trial> SendAsync(Message message, CancellationToken cancel)
    {
        var channel = message.Channel;
        if (message.To.Email is not { Length: > 0 } to) return Trial.Refused("", "没有登记邮箱。请在“人员与任职”中补登。");
        if (!MailAddress.TryCreate(to, out var receiver)) return Trial.Refused(to, "登记的邮箱格式不对。请在“人员与任职”中更正。");
        if (!MailAddress.TryCreate(channel.Sender, "中枢", Encoding.UTF8, out var sender) || HostAndPort.Parse(channel.Target) is not { } server) return Trial.Failed(to, "邮件渠道的服务器或发件人没有设好。");
        var resolved = await guard.ResolveAsync(server.Host, cancel);
        if (!resolved.Succeeded) return Trial.Failed(to, resolved.Refusal.Message);

        using var mail = new MailMessage(sender, receiver) { Subject = message.Subject, SubjectEncoding = Encoding.UTF8, Body = message.Body, BodyEncoding = Encoding.UTF8 };
        mail.Headers.Add("Message-ID", string.Create(CultureInfo.InvariantCulture, $"<{message.Id}@{sender.Host}>"));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await using var tunnel = server.IsSecure ? await TlsTunnel.OpenAsync(server, resolved.Value, settings.TrustedRoots, patience.Token) : null;
            using var client = tunnel is null ? new SmtpClient(server.Host, server.Port) { EnableSsl = channel.UsesTls } : new SmtpClient("127.0.0.1", tunnel.Port);
            if (channel.Login.Length > 0) client.Credentials = new NetworkCredential(channel.Login, secrets.Reveal(channel));
            await client.SendMailAsync(mail, patience.Token);
            return Trial.Sent(to);
        }
        catch (AuthenticationException)
        {
            return Trial.Failed(to, $"邮件服务器 {channel.Target} 的证书不可信或不支持加密。请核对服务器名称与证书是否一致，自建证书的请由部署人员装入本机信任列表。");
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return Trial.Failed(to, $"邮件服务器 {channel.Target} 连接不上：{fault.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Trial.Failed(to, $"邮件服务器 {channel.Target} 在{Patience.TotalSeconds:0}秒内没有应答。");
        }
        catch (SmtpFailedRecipientException refused)
        {
            return new Trial(false, to, $"邮件服务器不接收此邮箱：{refused.Message}", (int)refused.StatusCode is >= 500 and < 600);
        }
        catch (SmtpException fault)
        {
            return Trial.Failed(to, $"邮件服务器 {channel.Target} 没有收下：{fault.InnerException?.Message ?? fault.Message}");
        }
    }
}

/// host:port as an administrator types it; 25 when no port is given. Port 465, or smtps:// before the host, means TLS from the first byte.
internal sealed record HostAndPort(string Host, int Port, bool IsSecure)
{
    private const int Smtps = 465;
    private const string SecureScheme = "smtps://";

    public static HostAndPort? Parse(string text)
    {
        var typed = text.Trim();
        var secure = typed.StartsWith(SecureScheme, StringComparison.OrdinalIgnoreCase);
        var rest = secure ? typed[SecureScheme.Length..] : typed;
        if (!Uri.TryCreate("smtp://" + rest, UriKind.Absolute, out var uri) || uri is not { Host.Length: > 0, PathAndQuery: "/" or "", UserInfo: "" }) return null;
        var port = uri.Port > 0 && rest.Contains(':') ? uri.Port : secure ? Smtps : 25;
        return new(uri.Host, port, secure || port == Smtps);
    }
}
