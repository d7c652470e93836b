using System.Text.RegularExpressions;

namespace Zhongshu.Flow.Reading;

/// <summary>Whether a definition can run: every step reached, every step with a way on, somebody to do each.</summary>
internal static partial class DefinitionChecks
{
    private static readonly string[] Reserved = [FlowDefinition.End, FlowDefinition.Join, FlowStep.Back, FlowStep.Onward];

    public static void Check(FlowDefinition definition, string file, List<FlowProblem> problems)
    {
        if (!Kebab().IsMatch(definition.Id)) problems.Add(new FlowProblem(file, 1, 1, $"流程名“{definition.Id}”应为小写英文加连字符"));
        foreach (var step in definition.Steps)
            foreach (var message in Faults(definition, step)) problems.Add(new FlowProblem(file, step.Line, 1, $"环节“{step.Title}”：{message}"));
        CheckSequence(definition.Roots, FlowDefinition.End, file, problems);
        foreach (var branch in definition.Steps.SelectMany(step => step.Branches)) CheckSequence(branch.Steps, FlowDefinition.Join, file, problems);
    }

    private static IEnumerable<string> Faults(FlowDefinition definition, FlowStep step)
    {
        if (!Kebab().IsMatch(step.Id) || Reserved.Contains(step.Id)) yield return $"“{step.Id}”应为小写英文加连字符，且不用 end、join、return、next";
        if (step.Kind != StepKind.Parallel && string.IsNullOrWhiteSpace(step.Assign)) yield return "没有办理人，请写“assign”";
        if (step.Kind == StepKind.Parallel && step.Branches.Select(branch => branch.Id).Distinct().Count() != step.Branches.Count) yield return "分支名重复";
        if (step.Choose && step.Next.Count < 2) yield return "只有一个去向，不必“choose”";
        if (step.Choose && step.Kind is StepKind.Parallel or StepKind.Circulation) yield return "汇合与传阅之后没有人来选择去向，请用条件“when”";
        if (step.Choose && step.Optional) yield return "可略过的环节不能由办理人选择去向，请用条件“when”";
        if (step.Wait && step.Kind != StepKind.Circulation) yield return "“wait”只用于传阅";
        if (step.Kind != StepKind.Parallel && step.JoinRule != default) yield return "“join”只用于并行";
        if (step.Kind is not (StepKind.Countersign or StepKind.Serial) && step.Pass != default) yield return "“pass”只用于会签与依次办理";
        if (step.Reject == RejectPolicy.Vote && step.Kind is not (StepKind.Countersign or StepKind.Serial)) yield return "“reject: vote”只用于会签与依次办理";
        if (step.Failed is not (FlowDefinition.End or FlowDefinition.Join or FlowStep.Back or FlowStep.Onward))
        {
            if (definition.Find(step.Failed) is not { } target) yield return $"不同意时的去向“{step.Failed}”不存在";
            else if (!Encloses(target.Branch, step.Branch) && !Encloses(step.Branch, target.Branch)) yield return $"不同意时的去向“{target.Title}”不能在相邻的另一分支";
        }
        if (step.Failed == FlowDefinition.Join && step.Branch is null) yield return "不在分支内，不能以“join”收尾";
        if (step.Next.All(link => link.When is not null)) yield return "所有去向都带条件，条件都不成立时无路可走；请让最后一个去向不带条件";
        foreach (var link in step.Next)
            if (LinkFault(definition, step, link) is { } fault) yield return fault;
    }

    private static string? LinkFault(FlowDefinition definition, FlowStep step, FlowLink link)
    {
        if (link.To == FlowDefinition.End) return step.Branch is null ? null : "分支内不能直接办结，分支末尾请用“join”";
        if (link.To == FlowDefinition.Join) return step.Branch is null ? "不在分支内，不能去“join”，请用“end”" : null;
        if (definition.Find(link.To) is not { } target) return $"去向“{link.To}”不存在";
        if (ReferenceEquals(target.Branch, step.Branch)) return null;
        return $"去向“{target.Title}”不在同一分支；并行只能从并行环节进、从汇合出";
    }

    /// <summary>Whether the scope stands around (or is) the other.</summary>
    private static bool Encloses(FlowBranch? outer, FlowBranch? inner)
    {
        for (var scope = inner; ; scope = scope.Owner.Branch)
        {
            if (ReferenceEquals(scope, outer)) return true;
            if (scope is null) return false;
        }
    }

    /// <summary>Within one sequence: all reached from its first step, and its end reached from all.</summary>
    private static void CheckSequence(IReadOnlyList<FlowStep> steps, string end, string file, List<FlowProblem> problems)
    {
        if (steps.Count == 0) return;
        var reached = new HashSet<string> { steps[0].Id };
        var finishing = new HashSet<string> { end };
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var step in steps)
            {
                if (reached.Contains(step.Id))
                    foreach (var to in Onward(step)) grew |= reached.Add(to);
                if (step.Next.Any(link => finishing.Contains(link.To))) grew |= finishing.Add(step.Id);
            }
        }
        foreach (var step in steps)
        {
            if (!reached.Contains(step.Id)) problems.Add(new FlowProblem(file, step.Line, 1, $"环节“{step.Title}”：没有任何去向通到这里"));
            if (!finishing.Contains(step.Id)) problems.Add(new FlowProblem(file, step.Line, 1, $"环节“{step.Title}”：从这里走不到{(end == FlowDefinition.End ? "办结" : "汇合")}"));
        }
    }

    private static IEnumerable<string> Onward(FlowStep step) => step.Next.Select(link => link.To).Append(step.Failed);

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
