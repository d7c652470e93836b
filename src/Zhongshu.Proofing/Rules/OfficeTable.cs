using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zhongshu.Proofing.Rules;

/// <summary>
/// What an office knows beside the text, as one YAML file: <c>people</c> (name, titles, in order of precedence), <c>superiors</c>,
/// <c>subordinates</c>, <c>places</c>, <c>documents</c> (number, title). Immutable.
/// </summary>
public sealed class OfficeTable
{
    private readonly List<Official> people = [];
    private readonly Dictionary<string, string> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> names = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    private OfficeTable()
    {
    }

    /// <summary>What could not be read, one Chinese sentence each; the rest of the file holds all the same.</summary>
    public IReadOnlyList<string> Problems => problems;

    /// <summary>Reads the file. Never throws on its content.</summary>
    public static OfficeTable Parse(string yaml)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var table = new OfficeTable();
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }, ..])
                foreach (var (key, value) in root.Children) table.Take(((YamlScalarNode)key).Value ?? "", value);
            else if (stream.Documents.Count > 0) table.problems.Add("组织机构表应为 people、superiors 等栏目组成的 YAML 文件。");
        }
        catch (YamlException e)
        {
            table.problems.Add($"组织机构表第 {e.Start.Line} 行不是合格的 YAML，请检查缩进、引号和冒号。");
        }
        catch (InvalidCastException)
        {
            table.problems.Add("组织机构表的栏目名只能是文字。");
        }

        return table;
    }

    /// <summary>The context with what the table knows put in.</summary>
    public CheckContext Into(CheckContext context) => (context ?? CheckContext.Empty) with
    {
        Officials = people,
        Superiors = names.GetValueOrDefault("superiors", []),
        Subordinates = names.GetValueOrDefault("subordinates", []),
        OwnPlaces = names.GetValueOrDefault("places", []),
        KnownDocuments = documents,
    };

    private void Take(string section, YamlNode node)
    {
        if (node is not YamlSequenceNode rows)
        {
            problems.Add($"组织机构表的“{section}”栏应为列表。");
            return;
        }

        switch (section)
        {
            case "superiors" or "subordinates" or "places":
                names[section] = Words(rows);
                break;
            case "people":
                foreach (var row in rows.OfType<YamlMappingNode>()) Person(row);
                break;
            case "documents":
                foreach (var row in rows.OfType<YamlMappingNode>()) Document(row);
                break;
            default:
                problems.Add($"不认识的栏目“{section}”，可用 people、superiors、subordinates、places、documents。");
                break;
        }
    }

    private void Person(YamlMappingNode row)
    {
        if (Text(row, "name") is not { Length: > 0 } name) problems.Add("people 栏有一条缺 name，请补上姓名。");
        else people.Add(new Official(name, row.Children.TryGetValue("titles", out var titles) && titles is YamlSequenceNode list ? Words(list) : []));
    }

    private void Document(YamlMappingNode row)
    {
        if (Text(row, "number") is { Length: > 0 } number && Text(row, "title") is { Length: > 0 } title) documents[number] = title;
        else problems.Add("documents 栏有一条缺 number 或 title，请补上发文字号和标题。");
    }

    private static string? Text(YamlMappingNode row, string key) => row.Children.TryGetValue(key, out var node) ? (node as YamlScalarNode)?.Value : null;

    private static IReadOnlyList<string> Words(YamlSequenceNode rows) => [.. rows.OfType<YamlScalarNode>().Select(n => n.Value ?? "").Where(w => w.Length > 0)];
}
