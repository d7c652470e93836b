using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Zhongshu.Modules.Notices.Deliver;

/// SMTPS (465): mail servers that speak TLS from the first byte. The framework's client knows STARTTLS only, so it is given one end of a
/// tunnel within this process: a single connection, on loopback, to a port that is closed as soon as it is taken.
internal sealed class TlsTunnel : IAsyncDisposable
{
    private readonly TcpClient _server;
    private readonly SslStream _secure;
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _pump;

    private TlsTunnel(TcpClient server, SslStream secure)
    {
        (_server, _secure) = (server, secure);
        _door.Start(1);
        Port = ((IPEndPoint)_door.LocalEndpoint).Port;
        _pump = PumpAsync();
    }

    public int Port { get; }

    /// Connects, and proves the server by its certificate. roots: further authorities that the deployment trusts.
    public static async Task<TlsTunnel> OpenAsync(HostAndPort to, IPAddress[] addresses, X509Certificate2Collection? roots, CancellationToken cancel)
    {
        var server = new TcpClient();
        SslStream? secure = null;
        try
        {
            await server.ConnectAsync(addresses, to.Port, cancel);
            secure = new SslStream(server.GetStream());
            var options = new SslClientAuthenticationOptions { TargetHost = to.Host };
            if (roots is not null)
            {
                options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
                options.CertificateChainPolicy.CustomTrustStore.AddRange(roots);
            }

            await secure.AuthenticateAsClientAsync(options, cancel);
            return new TlsTunnel(server, secure);
        }
        catch
        {
            if (secure is not null) await secure.DisposeAsync();
            server.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _door.Stop();
        await _pump;
        await _secure.DisposeAsync();
        _server.Dispose();
        _end.Dispose();
    }

    private async Task PumpAsync()
    {
        try
        {
            using var client = await _door.AcceptTcpClientAsync(_end.Token);
            _door.Stop();
            await using var plain = client.GetStream();
            await Task.WhenAny(plain.CopyToAsync(_secure, _end.Token), _secure.CopyToAsync(plain, _end.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Either side hung up; the mail client says what it missed.
        }
    }
}
