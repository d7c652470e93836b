using System.Reflection;
using System.Text;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Matters;

namespace Zhongshu.Demo.Life;

/// Two weeks of the demonstration office as life.yaml tells them.
internal sealed class LifePlan
{
    public List<LifePaper> Papers { get; init; } = [];

    public List<LifeItem> Supervision { get; init; } = [];

    public static LifePlan Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Zhongshu.Demo.life.yaml")!, Encoding.UTF8);
        return new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build().Deserialize<LifePlan>(reader);
    }
}

/// One document: what it says and who did what with it, when.
internal sealed class LifePaper
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Sender { get; init; }

    public string Number { get; init; } = "";

    public IncomingKind Kind { get; init; } = IncomingKind.Document;

    public Urgency Urgency { get; init; }

    /// In working days, as LifeDays counts them.
    public int Dated { get; init; }

    public required string Came { get; init; }

    public string By { get; init; } = "registry";

    /// 签发人 of an upward document.
    public string Issuer { get; init; } = "";

    public required string Text { get; init; }

    public List<LifeAct> Acts { get; init; } = [];
}

/// One act on a document: a verb of the flow, or file for 归档.
internal sealed class LifeAct
{
    public required string At { get; init; }

    public required string By { get; init; }

    public string Do { get; init; } = "complete";

    public string? To { get; init; }

    /// 代录: the leader whose words it records.
    public string? For { get; init; }

    /// Holders of coming steps: p and a person's number, s and a section's.
    public Dictionary<string, List<string>> Give { get; init; } = [];

    public string? Says { get; init; }

    public Dictionary<string, string> Fields { get; init; } = [];
}

/// One item of 督查督办: from a document's instruction, or of its own.
internal sealed class LifeItem
{
    public required string Key { get; init; }

    /// The document whose last instruction it comes from.
    public string? From { get; init; }

    public string Source { get; init; } = "instruction";

    public string Title { get; init; } = "";

    public string Origin { get; init; } = "";

    public string Limit { get; init; } = "routine";

    public required string At { get; init; }

    /// When the letter goes out; never, when empty.
    public string Sends { get; init; } = "";

    public List<LifeTask> Tasks { get; init; } = [];

    public List<LifeTaskAct> Acts { get; init; } = [];
}

internal sealed class LifeTask
{
    public required string Title { get; init; }

    public required string Measure { get; init; }

    public required string Lead { get; init; }

    public string Support { get; init; } = "";

    public int Due { get; init; }
}

internal sealed class LifeTaskAct
{
    public required string At { get; init; }

    public required string By { get; init; }

    public TaskVerb Do { get; init; }

    public int Task { get; init; } = 1;

    public string? Says { get; init; }

    public int Progress { get; init; }

    public bool Final { get; init; }

    public int? Until { get; init; }

    /// 佐证 by kind.
    public Dictionary<string, string> Evidence { get; init; } = [];

    public List<string> Ways { get; init; } = [];
}
