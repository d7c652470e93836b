using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Zhongshu.Flow.Reading;

/// <summary>YAML text into steps, branches and links.</summary>
internal sealed partial class DefinitionReader(string file, List<FlowProblem> problems)
{
    private const int DeepestNesting = 8;

    private readonly List<FlowStep> _all = [];
    private readonly Dictionary<string, string> _fields = [];

    public FlowDefinition? Read(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root) return ReadRoot(new Mapping(root, Complain));
            problems.Add(new FlowProblem(file, 1, 1, "流程文件应有且只有一篇“键: 值”的内容"));
        }
        catch (YamlException e)
        {
            problems.Add(new FlowProblem(file, (int)e.Start.Line, (int)e.Start.Column, "不是合规的 YAML:" + e.Message));
        }
        return null;
    }

    private void Complain(Mark mark, string message) => problems.Add(new FlowProblem(file, (int)mark.Line, (int)mark.Column, message));

    private FlowDefinition ReadRoot(Mapping root)
    {
        var id = root.Required("id", "流程的英文名");
        var version = root.Number("version", 1);
        var title = root.Required("title", "流程的中文名");
        if (root.Inner("fields") is { } fields) ReadFields(fields);
        var roots = ReadSteps(root, FlowDefinition.End, 0);
        root.Finish();
        return new FlowDefinition(id, version, title, roots, Distinct()) { Fields = _fields };
    }

    private void ReadFields(Mapping fields)
    {
        foreach (var name in fields.Keys())
            _fields[name] = fields.Word(name, "text", ("text", "text"), ("number", "number"), ("bool", "bool"), ("date", "date"), ("list", "list"));
    }

    private FlowStep[] Distinct()
    {
        var seen = new HashSet<string>();
        var kept = new List<FlowStep>(_all.Count);
        foreach (var step in _all)
        {
            if (step.Id.Length > 0 && seen.Add(step.Id)) kept.Add(step);
            else if (step.Id.Length > 0) problems.Add(new FlowProblem(file, step.Line, 1, $"环节“{step.Id}”重复"));
        }
        return [.. kept];
    }

    private FlowStep[] ReadSteps(Mapping owner, string last, int depth)
    {
        var mappings = owner.Mappings("steps");
        if (mappings.Count == 0) owner.Wrong("steps", "至少要有一个环节");
        if (depth > DeepestNesting)
        {
            owner.Wrong("steps", "分支嵌套过深，请拆分流程");
            return [];
        }
        var steps = mappings.Select(mapping => (Mapping: mapping, Step: ReadStep(mapping, depth))).ToArray();
        for (var i = 0; i < steps.Length; i++)
        {
            var links = ReadLinks(steps[i].Mapping);
            steps[i].Step.Next = links.Length > 0 ? links : [new FlowLink(i + 1 < steps.Length ? steps[i + 1].Step.Id : last)];
            steps[i].Mapping.Finish();
        }
        return [.. steps.Select(one => one.Step)];
    }

    private FlowLink[] ReadLinks(Mapping step)
    {
        if (step.Node("next") is YamlScalarNode { Value: { } only }) return [new FlowLink(only)];
        return [.. step.Mappings("next").Select(link =>
        {
            var read = new FlowLink(link.Required("to", "下一环节"), link.Text("title"), ReadCondition(link));
            link.Finish();
            return read;
        })];
    }

    private Condition? ReadCondition(Mapping owner)
    {
        if (owner.Text("when") is not { } source) return null;
        if (Condition.TryParse(source, _fields.ContainsKey, out var condition, out var error)) return condition;
        owner.Wrong("when", $"第 {error.Line} 行第 {error.Column} 字：{error.Message}");
        return null;
    }
}
