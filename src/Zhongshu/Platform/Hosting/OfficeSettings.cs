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

    /// Folder of the rules; beside the program unless told otherwise.
    public string RulesFolder { get; init; } = Path.Combine(AppContext.BaseDirectory, "rules");

    public static Outcome<OfficeSettings> Parse(string[] args)
    {
        var settings = new OfficeSettings { DataFolder = Path.GetFullPath("data") };
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--no-demo")
            {
                settings = settings with { Demo = false };
                continue;
            }

            if (i + 1 >= args.Length) return new Refusal("serve.option", $"选项 {args[i]} 缺少取值，或不是可用的选项。可用：--urls 地址 --data 目录 --db 连接串 --network internet|intranet|classified --no-demo");
            var value = args[++i];
            var next = args[i - 1] switch
            {
                "--urls" => settings with { Urls = value },
                "--data" => settings with { DataFolder = Path.GetFullPath(value) },
                "--db" => settings with { Connection = value },
                "--rules" => settings with { RulesFolder = Path.GetFullPath(value) },
                "--network" when Enum.TryParse<Network>(value, ignoreCase: true, out var network) => settings with { Network = network },
                _ => null,
            };
            if (next is null) return new Refusal("serve.option", $"不认识的选项 {args[i - 1]} {value}。可用：--urls 地址 --data 目录 --db 连接串 --network internet|intranet|classified --no-demo");
            settings = next;
        }

        return settings;
    }
}
