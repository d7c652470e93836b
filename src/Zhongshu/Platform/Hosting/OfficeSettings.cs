using System.Net;
using System.Security.Cryptography.X509Certificates;
using Zhongshu.Platform.Decisions;

namespace Zhongshu.Platform.Hosting;

/// 部署所在网络: decides whether a classified text may be kept.
public enum Network
{
    Internet,
    Intranet,

    /// 涉密内网
    Classified,
}

/// What a deployment says at start.
internal sealed record OfficeSettings
{
    public required string DataFolder { get; init; }

    public string? Connection { get; init; }

    public string Urls { get; init; } = "http://127.0.0.1:5080";

    public bool Demo { get; init; } = true;

    public Network Network { get; init; } = Network.Intranet;

    /// Addresses that notices may be sent to beside the ordinary ones: an address or a network (10.0.0.0/8) each.
    public IReadOnlyList<IPNetwork> Outbound { get; init; } = [];

    /// Authorities that mail servers are proved by, instead of those that the machine trusts.
    public X509Certificate2Collection? TrustedRoots { get; init; }

    /// Folder of the rules; beside the program unless told otherwise.
    public string RulesFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "rules");

    public static Outcome<OfficeSettings> Parse(string[] args)
    {
        var settings = new OfficeSettings { DataFolder = Path.GetFullPath("data") };
        for (var i = 0; i < args.Length; i++)
        {
            var option = args[i];
            if (option == "--no-demo")
            {
                settings = settings with { Demo = false };
                continue;
            }

            if (option is not ("--urls" or "--data" or "--db" or "--rules" or "--network" or "--outbound"))
                return new Refusal("serve.option", $"不认识的选项 {option}。用 ./run --help 查看全部选项。");
            if (i + 1 >= args.Length || args[i + 1].StartsWith("--", StringComparison.Ordinal)) return new Refusal("serve.option", $"选项 {option} 后面缺少取值。用 ./run --help 查看用法。");
            var next = settings.With(option, args[++i]);
            if (!next.Succeeded) return next;
            settings = next.Value;
        }

        return settings;
    }

    private Outcome<OfficeSettings> With(string option, string value) => option switch
    {
        "--urls" => AreUrls(value) ? this with { Urls = value } : new Refusal("serve.urls", $"网址 {value} 不对。应写全协议和端口，例如 http://127.0.0.1:5080；多个以分号隔开。"),
        "--data" => this with { DataFolder = Path.GetFullPath(value) },
        "--db" => this with { Connection = value },
        "--rules" => this with { RulesFolder = Path.GetFullPath(value) },
        "--network" => Enum.TryParse<Network>(value, ignoreCase: true, out var network) && Enum.IsDefined(network)
            ? this with { Network = network }
            : new Refusal("serve.network", $"部署网络 {value} 不对，应为 internet（互联网）、intranet（内部网络）或 classified（涉密内网）。"),
        _ => Networks(value) is { } nets ? this with { Outbound = nets } : new Refusal("serve.outbound", $"地址 {value} 不对。应为地址或网段，例如 10.1.2.3 或 10.1.0.0/16；多个以逗号隔开。"),
    };

    private static bool AreUrls(string value) => value.Split(';').All(url => url.Length > 0
        && Uri.TryCreate(url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https"));

    private static List<IPNetwork>? Networks(string value)
    {
        var nets = new List<IPNetwork>();
        foreach (var part in value.Split(',', StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(part, out var one)) nets.Add(new IPNetwork(one, one.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(part, out var net)) nets.Add(net);
            else return null;
        }

        return nets;
    }
}
