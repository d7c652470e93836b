using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Zhongshu.Tests.Support;

/// A mail server on loopback that takes what it is given, or refuses every mailbox.
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _loop;

    private readonly X509Certificate2? _certificate;

    /// With a certificate it speaks TLS from the first byte.
    public SmtpListener(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _listener.Start();
        _loop = AcceptAsync();
    }

    /// The answer to RCPT TO.
    public string Answer { get; set; } = "250 OK";

    public List<Mail> Mails { get; } = [];

    public string Address => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _loop;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                if (_certificate is null) await TalkAsync(client.GetStream());
                else await TalkSecurelyAsync(client.GetStream());
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or IOException)
        {
            // Stopped.
        }
    }

    private async Task TalkSecurelyAsync(Stream stream)
    {
        await using var secure = new SslStream(stream);
        try
        {
            await secure.AuthenticateAsServerAsync(_certificate!);
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            // The client did not trust us and hung up.
            return;
        }

        await TalkAsync(secure);
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, new ASCIIEncoding()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        var to = "";
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase)) to = line["RCPT TO:".Length..].Trim('<', '>', ' ');
            if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }

            if (!line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
            {
                await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase) ? Answer : "250 OK");
                continue;
            }

            await writer.WriteLineAsync("354 go on");
            var text = new List<string>();
            while (await reader.ReadLineAsync(_end.Token) is { } next and not ".") text.Add(next);
            Mails.Add(new Mail(to, text));
            await writer.WriteLineAsync("250 OK");
        }
    }
}

/// What arrived: the lines as they were sent, and what a reader sees.
internal sealed record Mail(string To, IReadOnlyList<string> Lines)
{
    /// Header lines, with those that go on folded in.
    public string Header(string name)
    {
        var at = Lines.TakeWhile(l => l.Length > 0).ToList();
        var first = at.FindIndex(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return first < 0 ? "" : string.Concat(at.Skip(first + 1).TakeWhile(l => l.StartsWith(' ')).Prepend(at[first][(name.Length + 1)..]).Select(l => Words(l.Trim())));
    }

    public string Body => Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(Lines.SkipWhile(l => l.Length > 0))));

    private static string Words(string text) => text.StartsWith("=?utf-8?B?", StringComparison.OrdinalIgnoreCase)
        ? string.Concat(text.Split(' ').Select(w => Encoding.UTF8.GetString(Convert.FromBase64String(w["=?utf-8?B?".Length..^2]))))
        : text;
}
