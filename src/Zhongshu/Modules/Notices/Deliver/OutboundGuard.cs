using System.Net;
using System.Net.Sockets;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Modules.Notices.Deliver;

/// Which addresses notices may go to. What an administrator types in must not lead the program to itself, to the machine's metadata or, on the
/// internet, into the house's own network; what the deployment lists with --outbound is allowed all the same.
internal sealed class OutboundGuard(OfficeSettings settings)
{
    private static readonly IPNetwork[] Never = Nets("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "198.18.0.0/15", "224.0.0.0/3", "::/96", "64:ff9b::/96", "fe80::/10", "ff00::/8");

    private static readonly IPNetwork[] Private = Nets("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7");

    public bool Admits(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (settings.Outbound.Any(n => n.Contains(address))) return true;
        return !Never.Any(n => n.Contains(address)) && (settings.Network != Network.Internet || !Private.Any(n => n.Contains(address)));
    }

    /// The addresses of a host that may be gone to; a refusal when there is none.
    public async Task<Outcome<IPAddress[]>> ResolveAsync(string host, CancellationToken cancel)
    {
        IPAddress[] found;
        try
        {
            found = await Dns.GetHostAddressesAsync(host, cancel);
        }
        catch (Exception fault) when (fault is SocketException or ArgumentException)
        {
            return new Refusal("notices.host", $"找不到主机 {host}，请核对地址和域名解析。");
        }

        IPAddress[] admitted = [.. found.Where(Admits)];
        return admitted.Length > 0 ? admitted : new Refusal("notices.address", $"{host} 指向本机或受限的内部地址，不能投递。确需投递的，请部署人员用启动选项 --outbound 列明该地址。");
    }

    private static IPNetwork[] Nets(params string[] nets) => [.. nets.Select(IPNetwork.Parse)];
}
