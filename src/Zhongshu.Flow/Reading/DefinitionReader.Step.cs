using System.Globalization;

namespace Zhongshu.Flow.Reading;

internal sealed partial class DefinitionReader
{
    private FlowStep ReadStep(Mapping from, int depth)
    {
        var kind = from.Word("kind", StepKind.Single, ("single", StepKind.Single), ("countersign", StepKind.Countersign), ("serial", StepKind.Serial),
            ("parallel", StepKind.Parallel), ("circulation", StepKind.Circulation), ("free", StepKind.Free));
        var branches = kind == StepKind.Parallel ? ReadBranches(from, depth) : [];
        var step = new FlowStep
        {
            Id = from.Required("id", "环节的英文名"),
            Title = from.Required("title", "环节的中文名"),
            Line = from.Line,
            Kind = kind,
            Assign = kind == StepKind.Parallel ? null : from.Text("assign"),
            Answer = from.Word("answer", kind == StepKind.Countersign ? AnswerKind.Approve : AnswerKind.Handle, ("handle", AnswerKind.Handle), ("approve", AnswerKind.Approve)),
            Pass = ReadRule(from, "pass"),
            Early = from.Flag("early", true),
            Reject = from.Word("reject", RejectPolicy.AtOnce, ("at-once", RejectPolicy.AtOnce), ("vote", RejectPolicy.Vote)),
            Failed = from.Text("failed") ?? (kind == StepKind.Parallel ? FlowStep.Onward : depth > 0 ? FlowDefinition.Join : FlowStep.Back),
            Return = from.Word("return", ReturnReach.Any, ("any", ReturnReach.Any), ("previous", ReturnReach.Previous), ("none", ReturnReach.None)),
            Optional = from.Flag("optional", false),
            OpinionRequired = from.Word("opinion", false, ("required", true), ("optional", false)),
            Wait = from.Flag("wait", false),
            Choose = from.Flag("choose", false),
            Deadline = ReadDeadline(from),
            JoinRule = ReadRule(from, "join"),
            Branches = branches,
        };
        foreach (var branch in branches)
        {
            branch.Owner = step;
            foreach (var inner in branch.Steps) inner.Branch = branch;
        }
        _all.Add(step);
        return step;
    }

    private FlowBranch[] ReadBranches(Mapping from, int depth)
    {
        var mappings = from.Mappings("branches");
        if (mappings.Count < 2) from.Wrong("branches", "至少要有两个分支");
        return [.. mappings.Select(mapping =>
        {
            var branch = new FlowBranch
            {
                Id = mapping.Required("id", "分支的英文名"),
                Title = mapping.Required("title", "分支的中文名"),
                When = ReadCondition(mapping),
                Steps = ReadSteps(mapping, FlowDefinition.Join, depth + 1),
            };
            mapping.Finish();
            return branch;
        })];
    }

    /// <summary><c>all</c>, <c>any</c>, <c>2</c> or <c>60%</c>.</summary>
    private static PassRule ReadRule(Mapping from, string key)
    {
        var text = from.Text(key);
        if (text is null or "all") return new PassRule(PassMode.All);
        if (text == "any") return new PassRule(PassMode.Any);
        var share = text.EndsWith('%');
        if (int.TryParse(text.AsSpan(0, text.Length - (share ? 1 : 0)), NumberStyles.None, CultureInfo.InvariantCulture, out var figure)
            && figure > 0 && (!share || figure <= 100)) return new PassRule(share ? PassMode.Share : PassMode.Number, figure);
        from.Wrong(key, "应是 all、any、人数(如 2)或比例(如 60%)");
        return default;
    }

    private static StepDeadline? ReadDeadline(Mapping from)
    {
        var within = ReadSpan(from, "within", from.Text("within"));
        var remind = from.Text("remind");
        var escalate = from.Texts("escalate");
        FlowSpan? before = null;
        if (remind is not null and not "half")
        {
            if (remind.EndsWith(" before", StringComparison.Ordinal)) before = ReadSpan(from, "remind", remind[..^7]);
            else from.Wrong("remind", "应是 half 或如“1 workday before”");
        }
        if (within is { } span) return new StepDeadline(span, remind == "half", before, escalate);
        if (remind is not null || escalate.Count > 0) from.Wrong(remind is not null ? "remind" : "escalate", "须先有时限“within”");
        return null;
    }

    private static FlowSpan? ReadSpan(Mapping from, string key, string? text)
    {
        if (text is null) return null;
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        SpanUnit? unit = parts.Length != 2 ? null : parts[1].TrimEnd('s') switch
        {
            "workday" => SpanUnit.Workdays,
            "workhour" => SpanUnit.Workhours,
            "day" => SpanUnit.Days,
            "hour" => SpanUnit.Hours,
            _ => null,
        };
        if (unit is { } known && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0) return new FlowSpan(number, known);
        from.Wrong(key, $"“{text}”应如“3 workdays”“4 workhours”“10 days”");
        return null;
    }
}
