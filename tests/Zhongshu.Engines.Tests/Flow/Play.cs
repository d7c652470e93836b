using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>Plays one instance: short verbs, and every accepted move checked for the invariants.</summary>
internal sealed class Play
{
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public Play(FlowDefinition definition) => Definition = definition;

    public FlowDefinition Definition { get; }

    public FlowState State { get; private set; } = FlowState.Nothing;

    public List<FlowEvent> Events { get; } = [];

    public FlowRefusal? Refusal { get; private set; }

    public Dictionary<string, FieldValue> Fields { get; } = [];

    /// <summary>A definition from the steps part of a file; problems fail the test.</summary>
    public static Play Of(string steps, string fields = "") => new(Define(steps, fields));

    public static FlowDefinition Define(string steps, string fields = "")
    {
        var reading = FlowYaml.Read($"id: sample\nversion: 1\ntitle: 样例\n{fields}\nsteps:\n{steps}", "sample.yaml");
        reading.Problems.ShouldBeEmpty();
        return reading.Definition!;
    }

    /// <summary>Names of holders in tests: a = 1, b = 2 …</summary>
    public static long Id(char name) => name - 'a' + 1;

    public static Participant[] People(string names) => [.. names.Select(name => new Participant(Id(name)))];

    public static FlowNext To(string step, string names, string? way = null) => new(way, new Assignment(step, People(names)));

    public static IReadOnlyList<Participant> Symbols(string symbol) =>
        symbol.StartsWith("pool-", StringComparison.Ordinal) ? [new Participant(900, true)] : symbol == "nobody" ? [] : People(symbol);

    public FlowFacts By(char who, bool administrator = false, long onBehalfOf = 0, params long[] hats) => new()
    {
        Now = Morning.AddMinutes(State.Move), Actor = Id(who), OnBehalfOf = onBehalfOf, Administrator = administrator, Hats = hats,
        Fields = Fields, Resolve = Symbols,
    };

    public Play Start(char who = 'a', FlowNext? next = null) => Take(FlowEngine.Start(Definition, By(who), next));

    /// <summary>Does it and expects it to be accepted.</summary>
    public Play Do(char who, FlowCommand command)
    {
        Try(By(who), command);
        Refusal.ShouldBeNull(Refusal?.ToString());
        return this;
    }

    public Play Administer(FlowCommand command)
    {
        Try(By('z', administrator: true), command);
        Refusal.ShouldBeNull(Refusal?.ToString());
        return this;
    }

    /// <summary>Expects the refusal.</summary>
    public Play No(char who, FlowCommand command, string rule)
    {
        Try(By(who), command);
        (Refusal?.RuleId ?? "accepted").ShouldBe(rule);
        return this;
    }

    public void Try(FlowFacts facts, FlowCommand command)
    {
        var before = FlowJson.Write(State);
        var decision = FlowEngine.Decide(Definition, State, command, facts);
        FlowJson.Write(State).ShouldBe(before, "a decision must not change the old state");
        Take(decision);
    }

    private Play Take(FlowDecision decision)
    {
        Refusal = decision.Refusal;
        if (!decision.Accepted) return this;
        State = decision.State;
        Events.AddRange(decision.Events);
        Invariants.Check(Definition, State);
        return this;
    }

    /// <summary>Number of the live item that the holder has in the step.</summary>
    public int Of(char who, string step) => State.Items.Single(item => item.Live && item.Holder == Id(who) && item.Step == step).Id;

    public Play Done(char who, string step, FlowNext? next = null)
    {
        var answer = Definition.Find(step)!.Answer;
        return Do(who, answer == AnswerKind.Approve ? new Approve(Of(who, step), next, 1) : new Complete(Of(who, step), next, 1));
    }

    public Play Rejects(char who, string step) => Do(who, new Reject(Of(who, step), null, 1));

    /// <summary>The desks as one line, such as <c>draft:a review:b?c</c>; marks: none open, ? queued, ~ waiting, = held, * reading.</summary>
    public string Desks => DesksOf(State);

    public static string DesksOf(FlowState state, bool reading = true) => string.Join(' ', state.Items.Where(item => item.Live && (reading || item.Kind != ItemKind.Read))
        .GroupBy(item => item.Step)
        .Select(group => group.Key + ":" + string.Concat(group.Select(Mark))));

    private static string Mark(WorkItem item)
    {
        var name = item.Holder >= 900 ? "P" : ((char)('a' + item.Holder - 1)).ToString();
        return name + item.Status switch { ItemStatus.Queued => "?", ItemStatus.Waiting => "~", ItemStatus.Held => "=", _ => item.Kind == ItemKind.Read ? "*" : "" };
    }
}
