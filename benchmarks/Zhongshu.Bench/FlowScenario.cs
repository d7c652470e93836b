using System.Diagnostics;
using Zhongshu.Flow;
using Zhongshu.Platform.Flows;

namespace Zhongshu.Bench;

/// The pure engine alone: one incoming document from proposal to closing, over and over, with its state kept as an object.
internal static class FlowScenario
{
    private const long Director = 40;

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var definition = FlowShelf.Read(Path.Combine(AppContext.BaseDirectory, "rules")).Find("incoming-document")!;
        for (var i = 0; i < 500; i++) Life(definition);
        var started = Stopwatch.GetTimestamp();
        long commands = 0;
        while (Stopwatch.GetElapsedTime(started) < arguments.Time) commands += Life(definition);
        await Task.CompletedTask;
        yield return new("flow", "commands in memory", Math.Round(commands / Stopwatch.GetElapsedTime(started).TotalSeconds), "1/s");
    }

    private static int Life(FlowDefinition definition)
    {
        var facts = new FlowFacts
        {
            Now = DateTimeOffset.UnixEpoch,
            Actor = Director,
            Hats = [Director],
            Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["nature"] = "办件", ["urgency"] = "平急" },
            Resolve = _ => [new Participant(Director, false)],
            DueFor = _ => null,
        };
        var state = FlowEngine.Start(definition, facts).State!;
        var commands = 1;
        for (; !state.Over; commands++)
        {
            var item = state.OpenItems().First();
            FlowNext? next = item.Step switch
            {
                "proposed-handling" => new("routing", []),
                "routing" => new(null, [new Assignment("lead-handling", [new Participant(Director, false)])]),
                _ => null,
            };
            FlowCommand command = item.Step == "closing-review" ? new Approve(item.Id, next, 1) : new Complete(item.Id, next, 1);
            var decision = FlowEngine.Decide(definition, state, command, facts);
            state = decision.State ?? throw new InvalidOperationException(decision.Refusal?.Message);
        }

        return commands;
    }
}
