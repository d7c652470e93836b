namespace Zhongshu.Flow.Drawing;

/// <summary>What an instance has passed, where it stands, and where it was returned.</summary>
internal sealed class Marks(FlowState? state)
{
    public string StepClass(string step)
    {
        if (state is null) return "is-ahead";
        var passed = false;
        var waiting = false;
        foreach (var run in state.Runs)
        {
            if (run.Step != step) continue;
            if (run.Status == RunStatus.Active) return "is-current";
            waiting |= run.Status == RunStatus.Paused;
            passed |= run.Status is RunStatus.Completed or RunStatus.Failed;
        }
        return waiting ? "is-waiting" : passed ? "is-passed" : "is-ahead";
    }

    public static string Word(string mark) => mark switch
    {
        "is-current" => "办理中",
        "is-waiting" => "退回待直送",
        "is-passed" => "已办",
        _ => "未到",
    };

    public bool Passed(Line line)
    {
        if (state is null || line.IsReturn) return false;
        if (line.From.Id == Box.Entry) return state.Runs.Any(run => run.Step == line.To.Id && Counts(run));
        if (line.To.Step is null) return Left(line.From.Id) && (line.To.Id == FlowDefinition.Join || state.Status == FlowStatus.Ended);
        return state.Runs.Any(run => run.Step == line.To.Id && run is { From: > 0, BackTo: 0 } && Counts(run) && state.Runs[run.From - 1].Step == line.From.Id);
    }

    /// <summary>The ways back that were taken between boxes of one sequence.</summary>
    public IEnumerable<Line> Returns(Dictionary<string, Box> boxes)
    {
        if (state is null) yield break;
        var drawn = new HashSet<(string, string)>();
        foreach (var run in state.Runs)
        {
            if (run.From == 0 || run.Status == RunStatus.Recalled) continue;
            var origin = state.Runs[run.From - 1];
            if (run.BackTo == 0 && origin.Status != RunStatus.Returned) continue;
            if (boxes.TryGetValue(origin.Step, out var from) && boxes.TryGetValue(run.Step, out var to) && drawn.Add((origin.Step, run.Step)))
                yield return new Line(from, to, null) { IsReturn = true };
        }
    }

    private bool Left(string step)
    {
        var last = state!.Runs.LastOrDefault(run => run.Step == step && Counts(run));
        return last is { Status: RunStatus.Completed or RunStatus.Skipped } && !state.Runs.Any(run => run.From == last.Id && Counts(run));
    }

    private static bool Counts(StepRun run) => run.Status != RunStatus.Recalled;

    public string Summary(FlowDefinition definition)
    {
        if (state is null) return "";
        var current = definition.Steps.Where(step => step.Kind != StepKind.Parallel && StepClass(step.Id) == "is-current").Select(step => step.Title);
        return state.Status switch
        {
            FlowStatus.Ended => "，已办结",
            FlowStatus.Rejected => "，已退件终结",
            FlowStatus.Terminated => "，已终止",
            FlowStatus.Suspended => "，已挂起",
            _ => "，当前环节：" + string.Join("、", current),
        };
    }
}
