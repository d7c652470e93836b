using Zhongshu.Flow;

namespace Zhongshu.Platform.Flows;

/// The flow definitions of this installation, read once from rules/flows. A running instance finds the version it began on here.
internal sealed class FlowShelf
{
    private readonly Dictionary<(string Id, int Version), FlowDefinition> _all = [];
    private readonly Dictionary<string, FlowDefinition> _newest = new(StringComparer.Ordinal);

    private FlowShelf(IEnumerable<FlowDefinition> definitions)
    {
        foreach (var definition in definitions)
        {
            _all.Add((definition.Id, definition.Version), definition);
            if (!_newest.TryGetValue(definition.Id, out var known) || known.Version < definition.Version) _newest[definition.Id] = definition;
        }
    }

    public IEnumerable<FlowDefinition> Newest => _newest.Values.OrderBy(d => d.Id, StringComparer.Ordinal);

    /// Every version, the oldest of each first.
    public IEnumerable<FlowDefinition> All => _all.Values.OrderBy(d => d.Id, StringComparer.Ordinal).ThenBy(d => d.Version);

    public FlowDefinition? Find(string id) => _newest.GetValueOrDefault(id);

    public FlowDefinition? Find(string id, int version) => _all.GetValueOrDefault((id, version));

    /// Reads every definition; a broken one stops the start with its file and line (制度即数据: no half-loaded rules).
    public static FlowShelf Read(string rulesFolder)
    {
        var folder = Path.Combine(rulesFolder, "flows");
        if (!Directory.Exists(folder)) return new FlowShelf([]);
        var problems = new List<FlowProblem>();
        var definitions = new List<FlowDefinition>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var reading = FlowYaml.Read(File.ReadAllText(file), Path.GetFileName(file));
            problems.AddRange(reading.Problems);
            if (reading.Definition is { } definition) definitions.Add(definition);
        }

        if (problems.Count > 0)
            throw new InvalidDataException("流程文件有误，请改正后重新启动：\n" + string.Join('\n', problems));
        return new FlowShelf(definitions);
    }
}
