using System.Text.RegularExpressions;
using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

/// <summary>The samples of the documents, compiled and run.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_sample_of_the_readme_runs() =>
        Sample(Document.Fenced(Document.Text("docs", "FLOW.md"), "yaml"), new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), 1, 2).ShouldBe("request");

    [Fact]
    public void The_sample_of_the_readme_is_the_one_compiled_here()
    {
        var here = Document.Text("tests", "Zhongshu.Engines.Tests", "Flow", "ReadmeTests.cs");
        Squeezed(here).ShouldContain(Squeezed(Document.Fenced(Document.Text("src", "Zhongshu.Flow", "README.md"), "csharp")));
    }

    private static string Squeezed(string code) => Blanks().Replace(code, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    private static string Sample(string yaml, DateTimeOffset now, long clerk, long leader)
    {
        var definition = FlowYaml.Read(yaml, "travel.yaml").Definition!;          // null when .Problems says why
        var facts = new FlowFacts
        {
            Now = now, Actor = clerk,
            Fields = new Dictionary<string, FieldValue> { ["days"] = 7 },
            Resolve = symbol => symbol == "starter" ? [new Participant(clerk)] : [],
        };

        var state = FlowEngine.Start(definition, facts).State!;
        var ahead = FlowEngine.Ahead(definition, state, item: 1, facts);           // 提交后将送:领导审批, somebody to be named
        var next = new FlowNext(new Assignment(ahead.Ways[0].Steps[0].Step.Id, [new Participant(leader)]));

        var decision = FlowEngine.Decide(definition, state, new Complete(1, next), facts);
        if (!decision.Accepted) return decision.Refusal.Message;
        state = decision.State;                                                    // decision.Events go into the trail

        var json = FlowJson.Write(state);                                          // stored with state.Move as its version
        var back = new Return(2, "request", ReturnMode.StraightBack, Opinion: 15);
        decision = FlowEngine.Decide(definition, FlowJson.ReadState(json), back, facts with { Actor = leader });
        return string.Join(' ', decision.State!.OpenItems().Select(item => item.Step));
    }
}
