using Zhongshu.Flow.Reading;

namespace Zhongshu.Flow;

/// <summary>Something wrong in a flow file. Line and column count from 1, 0 when unknown.</summary>
public sealed record FlowProblem(string File, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}({Line},{Column}): {Message}" : $"{File}: {Message}";
}

/// <summary>A definition that is fit to run, or the problems that forbid it.</summary>
public sealed record FlowReading(FlowDefinition? Definition, IReadOnlyList<FlowProblem> Problems);

/// <summary>Reads definitions from YAML and checks them (unreachable steps, dead ends, nobody assigned …).</summary>
public static class FlowYaml
{
    /// <summary>Reads and checks one file; <paramref name="file"/> is its name for messages. Never throws on what the text says.</summary>
    public static FlowReading Read(string yaml, string file)
    {
        var problems = new List<FlowProblem>();
        var definition = new DefinitionReader(file, problems).Read(yaml);
        if (definition is not null && problems.Count == 0) DefinitionChecks.Check(definition, file, problems);
        return new FlowReading(problems.Count == 0 ? definition : null, problems);
    }
}
