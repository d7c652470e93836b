using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Zhongshu.Modules.Notices.Deliver;

/// One signed POST to a gateway of the office's own, after the Standard Webhooks convention: id, timestamp and body under the channel's key.
/// The same message always bears the same id, so that a receiver takes a repeated one once.
internal sealed class SignedPost : IDisposable
{
    private readonly OutboundGuard _guard;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public SignedPost(OutboundGuard guard, TimeProvider clock)
    {
        (_guard, _clock) = (guard, clock);
        // A redirect or a proxy would lead past the guard.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1), ConnectCallback = ConnectAsync })
        {
            Timeout = TimeSpan.FromSeconds(15),
            MaxResponseContentBufferSize = 64 * 1024,
        };
    }

    /// Address is what the record says it went to. A key that was lost with its ring is entered anew before anything goes out.
    public async Task<Trial> SendAsync(string target, string address, (long Id, byte[] Body, string Key) message, CancellationToken cancel)
    {
        if (!Uri.TryCreate(target, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) return Trial.Failed(address, "接收网址没有设好。");
        if (message.Key.Length == 0) return Trial.Failed(address, "签名密钥没有设好，请在“通知渠道”重新填写。");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(message.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        Sign(request, message.Id, message.Body, message.Key);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var status = (int)answer.StatusCode;
            if (answer.IsSuccessStatusCode) return Trial.Sent(address);
            var passing = status >= 500 || answer.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests;
            return new Trial(false, address, $"对方接口应答 {status}。", !passing);
        }
        catch (HttpRequestException fault)
        {
            return Trial.Failed(address, fault.InnerException is GuardedException guarded ? guarded.Message : $"连接不上：{fault.Message}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Trial.Failed(address, $"对方接口在{_http.Timeout.TotalSeconds:0}秒内没有应答。");
        }
    }

    public void Dispose() => _http.Dispose();

    /// v1,base64(HMAC-SHA256(key, id.timestamp.body))
    internal static string SignatureOf(string id, string timestamp, byte[] body, string key) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body]));

    private void Sign(HttpRequestMessage request, long number, byte[] body, string key)
    {
        var id = number.ToString(CultureInfo.InvariantCulture);
        var timestamp = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", SignatureOf(id, timestamp, body, key));
        request.Headers.Add("Idempotency-Key", id);
    }

    /// Goes to the very address that was looked at: a name that points elsewhere a moment later is of no use.
    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var resolved = await _guard.ResolveAsync(context.DnsEndPoint.Host, cancel);
        if (!resolved.Succeeded) throw new GuardedException(resolved.Refusal.Message);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(resolved.Value, context.DnsEndPoint.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class GuardedException(string message) : Exception(message);
}
