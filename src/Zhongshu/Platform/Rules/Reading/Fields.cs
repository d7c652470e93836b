using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Zhongshu.Platform.Rules.Reading;

/// The fields of one YAML mapping: taken by name, typed, and what was not taken is unknown.
internal sealed class Fields
{
    private readonly Dictionary<string, (int Line, YamlNode Node)> nodes = new(StringComparer.Ordinal);
    private readonly List<string> known = [];
    private readonly Faults faults;
    private readonly string owner;

    public Fields(YamlMappingNode mapping, string owner, Faults faults)
    {
        this.owner = owner;
        this.faults = faults;
        Line = (int)mapping.Start.Line;
        foreach (var (key, value) in mapping)
            nodes[key is YamlScalarNode { Value: { } name } ? name : "?"] = ((int)key.Start.Line, value);
    }

    public int Line { get; }

    public int LineOf(string name) => nodes.TryGetValue(name, out var at) ? at.Line : Line;

    public bool Has(string name) => nodes.ContainsKey(name);

    public YamlNode? Node(string name)
    {
        known.Add(name);
        return nodes.TryGetValue(name, out var at) ? at.Node : null;
    }

    /// A text field that may be left out; an empty one counts as left out.
    public string? Text(string name)
    {
        var node = Node(name);
        if (node is null) return null;
        if (node is YamlScalarNode { Value: { } value }) return value.Trim() is { Length: > 0 } text ? text : null;
        Fault(name, $"“{name}”应为一段文字。");
        return null;
    }

    public string Required(string name, string meaning)
    {
        var before = faults.Problems.Count;
        var text = Text(name);
        if (text is null && faults.Problems.Count == before) Fault(name, $"缺少“{name}”（{meaning}），请补上。");
        return text ?? "";
    }

    public DateOnly? Date(string name)
    {
        if (Text(name) is not { } text) return null;
        // Of an old document sometimes only the year is known.
        if (DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Fault(name, $"“{name}”应为日期，写作 2026-01-01，现为“{text}”。");
        return null;
    }

    public decimal? Number(string name)
    {
        if (Text(name) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)) return number;
        Fault(name, $"“{name}”应为数字，现为“{text}”。");
        return null;
    }

    public IReadOnlyList<YamlNode> Sequence(string name)
    {
        var node = Node(name);
        if (node is null) return [];
        if (node is YamlSequenceNode sequence) return [.. sequence];
        Fault(name, $"“{name}”应为列表，每项以“- ”开头。");
        return [];
    }

    public void Fault(string name, string message) => faults.Add(LineOf(name), owner + message);

    /// Reports every field that nobody asked for.
    public void Close()
    {
        foreach (var (name, at) in nodes.Where(n => !known.Contains(n.Key, StringComparer.Ordinal)))
            faults.Add(at.Line, $"{owner}有不认识的字段“{name}”。可用字段：{string.Join('、', known.Distinct(StringComparer.Ordinal))}。");
    }
}
