using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>
/// Every verb in every situation. The expectations are the cells of the table in docs/FLOW.md, so that the document
/// cannot say anything else than what the engine does.
/// </summary>
public sealed class MatrixTests
{
    private static readonly (string Name, Func<Situation, (FlowFacts Facts, FlowCommand Command)> Act)[] Rows =
    [
        ("agree", s => Holder(s, s.Play.Definition.Find(s.Step)!.Answer == AnswerKind.Approve ? new Approve(s.Item, null, 1) : new Complete(s.Item, null, 1))),
        ("reject", s => Holder(s, new Reject(s.Item, null, 1))),
        ("return, walk again", s => Holder(s, new Return(s.Item, s.Target, ReturnMode.WalkAgain, 1))),
        ("return, straight back", s => Holder(s, new Return(s.Item, s.Target, ReturnMode.StraightBack, 1))),
        ("recall", s => (s.Play.By(s.Recaller.Who), new Recall(s.Recaller.Item))),
        ("forward", s => Holder(s, new Forward(s.Item, new Participant(Play.Id('x'))))),
        ("delegate", s => Holder(s, new Zhongshu.Flow.Delegate(s.Item, new Participant(Play.Id('x'))))),
        ("add before", s => Holder(s, new AddSign(s.Item, SignPlace.Before, Play.People("x")))),
        ("add beside", s => Holder(s, new AddSign(s.Item, SignPlace.Beside, Play.People("x")))),
        ("add after", s => Holder(s, new AddSign(s.Item, SignPlace.After, Play.People("x")))),
        ("remove sign", s => (s.Play.By(s.Sender), new RemoveSign(s.Item))),
        ("claim", s => Holder(s, new Claim(s.Item))),
        ("release", s => Holder(s, new Release(s.Item))),
        ("open", s => Holder(s, new MarkSeen(s.Item))),
        ("circulate", s => Holder(s, new Circulate(s.Item, Play.People("x")))),
        ("chase", s => (s.Play.By('a'), new Chase(s.Item, 1))),
        ("change due", s => Administrator(s, new ChangeDue(s.Item, null, "延期"))),
        ("suspend", s => Administrator(s, new Suspend("待补材料"))),
        ("resume", s => Administrator(s, new Resume())),
        ("terminate", s => Administrator(s, new Terminate("来文单位撤回"))),
        ("jump", s => Administrator(s, new Jump(s.Target, "改送"))),
    ];

    private static (FlowFacts, FlowCommand) Holder(Situation s, FlowCommand command) => (s.Play.By(s.Who), command);

    private static (FlowFacts, FlowCommand) Administrator(Situation s, FlowCommand command) => (s.Play.By('z', administrator: true), command);

    public static TheoryData<string, string, string> Cells()
    {
        var table = Document.Table("| verb |");
        var cells = new TheoryData<string, string, string>();
        foreach (var row in table.Skip(1))
            for (var i = 1; i < row.Length; i++) cells.Add(row[0], table[0][i], row[i]);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Each_verb_does_in_each_situation_what_the_document_says(string verb, string situation, string expected) =>
        Outcome(verb, situation).ShouldBe(expected.Trim('`'));

    [Fact]
    public void The_document_has_every_verb_and_every_situation()
    {
        var table = Document.Table("| verb |");
        table[0].Skip(1).ShouldBe(Situations.All.Select(column => column.Name));
        table.Skip(1).Select(row => row[0]).ShouldBe(Rows.Select(row => row.Name));
    }

    [Fact]
    public void The_document_has_every_verb_of_the_engine() =>
        Verbs.Every(1, "s").Select(command => command.GetType()).Distinct().Count()
            .ShouldBe(typeof(FlowCommand).Assembly.GetTypes().Count(type => type.IsSubclassOf(typeof(FlowCommand)) && !type.IsAbstract));

    private static string Outcome(string verb, string situation)
    {
        var s = Situations.All.Single(column => column.Name == situation).Reach();
        var (facts, command) = Rows.Single(row => row.Name == verb).Act(s);
        var before = s.Play.Events.Count;
        s.Play.Try(facts, command);
        if (s.Play.Refusal is { } refusal) return "✗ " + refusal.RuleId["FLOW-".Length..];
        var happened = s.Play.Events.Skip(before).ToArray();
        var gone = happened.OfType<ItemCancelled>().Select(e => $" −{(char)('a' + s.Play.State.Item(e.Item)!.Holder - 1)} {Reason(e.Reason)}");
        var alone = happened.Length == 1 ? happened[0] switch { ItemSeen => " seen", ItemChased => " chased", DueChanged => " due", FlowSuspended => " suspended", FlowResumed => " resumed", _ => "" } : "";
        var desks = s.Play.State.Over ? (s.Play.State.Status.ToString().ToLowerInvariant() + " " + s.Play.Desks).Trim() : s.Play.Desks;
        return desks + alone + string.Concat(gone);
    }

    private static string Reason(CancelReason reason) => reason switch
    {
        CancelReason.BranchReturned => "branch returned",
        _ => reason.ToString().ToLowerInvariant(),
    };

    /// <summary>Writes the table anew when ZHONGSHU_WRITE_MATRIX names a file; its cells are then read over by a person.</summary>
    [Fact]
    public void The_table_can_be_written_anew()
    {
        var lines = new List<string> { "| verb | " + string.Join(" | ", Situations.All.Select(column => column.Name)) + " |", "|" + string.Concat(Enumerable.Repeat(" --- |", Situations.All.Length + 1)) };
        lines.AddRange(Rows.Select(row => $"| {row.Name} | " + string.Join(" | ", Situations.All.Select(column => $"`{Outcome(row.Name, column.Name)}`")) + " |"));
        if (Environment.GetEnvironmentVariable("ZHONGSHU_WRITE_MATRIX") is { Length: > 0 } file) File.WriteAllLines(file, lines);
        lines.Count.ShouldBe(Rows.Length + 2);
    }
}
