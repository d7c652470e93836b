using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

public sealed class AheadTests
{
    private static readonly FlowDefinition Incoming = FlowYaml.Read(Document.Text("rules", "flows", "incoming-document.yaml"), "incoming-document.yaml").Definition!;

    private static string Told(FlowAhead ahead) => string.Join(" | ", ahead.Ways.Select(way =>
        $"{way.To}>{way.Effect}:{string.Join(',', way.Steps.Select(step => step.Step.Id + (step.NeedsChoice ? "?" : "") + (step.ManyAllowed ? "+" : "")))}"));

    [Fact]
    public void The_director_sees_every_way_with_whom_to_name()
    {
        var play = new Play(Incoming);
        var facts = play.By('a') with { Resolve = _ => Play.People("b") };
        var state = FlowEngine.Start(Incoming, facts).State!;
        Told(FlowEngine.Ahead(Incoming, state, 1, facts)).ShouldBe("instruction>Enters:instruction?+ | instruction-in-turn>Enters:instruction-in-turn?+ | routing>Enters:routing");
        facts = facts with { Fields = new Dictionary<string, FieldValue> { ["nature"] = "阅件" } };
        Told(FlowEngine.Ahead(Incoming, state, 1, facts)).ShouldBe("reading>Enters:reading?+ | instruction>Enters:instruction?+ | instruction-in-turn>Enters:instruction-in-turn?+ | routing>Enters:routing");
    }

    [Fact]
    public void A_split_tells_all_its_first_steps_at_once()
    {
        var play = new Play(Incoming);
        var facts = play.By('b') with { Resolve = _ => Play.People("b") };
        var state = FlowEngine.Start(Incoming, facts).State!;
        state = FlowEngine.Decide(Incoming, state, new Complete(1, new FlowNext("routing", []), 1), facts).State!;
        var ahead = FlowEngine.Ahead(Incoming, state, 2, facts);
        Told(ahead).ShouldBe("handling>Enters:lead-handling?,supporting-handling?+");
        ahead.Ways[0].Title.ShouldBe("分给承办科室");
    }

    [Fact]
    public void It_tells_waiting_going_back_and_the_end()
    {
        var play = Play.Of("""
              - {id: draft, title: 拟稿, assign: a}
              - {id: sign, title: 会签, kind: countersign, assign: bc}
            """).Start();
        Told(FlowEngine.AheadOfStart(play.Definition, play.By('a'))).ShouldBe(">Enters:draft");
        play.Done('a', "draft");
        Told(FlowEngine.Ahead(play.Definition, play.State, 2, play.By('b'))).ShouldBe(">WaitsForHolders:");
        play.Done('b', "sign");
        Told(FlowEngine.Ahead(play.Definition, play.State, 3, play.By('c'))).ShouldBe(">Ends:");
        play.Do('c', new Return(3, "draft", ReturnMode.StraightBack, 1));
        Told(FlowEngine.Ahead(play.Definition, play.State, 4, play.By('a'))).ShouldBe(">GoesBack:");
        FlowEngine.Ahead(play.Definition, play.State, 99, play.By('a')).Ways.ShouldBeEmpty();
    }

    [Fact]
    public void Walked_again_those_who_had_a_chosen_step_are_proposed_and_taken()
    {
        var play = Play.Of("  - {id: draft, title: 拟稿, assign: a}\n  - {id: sign, title: 批示, assign: chosen, kind: serial}\n  - {id: file, title: 归档, assign: e}").Start();
        play.Do('a', new Complete(1, Play.To("sign", "bc"))).Done('b', "sign").Done('c', "sign");
        play.Do('e', new Return(4, "draft", ReturnMode.WalkAgain, 1));
        FlowEngine.Ahead(play.Definition, play.State, 5, play.By('a')).Ways[0].Steps[0].Previous.Select(one => one.Id).ShouldBe([Play.Id('b'), Play.Id('c')]);
        play.Done('a', "draft").Desks.ShouldBe("sign:bc?");
    }

    [Fact]
    public void Without_a_holder_or_a_way_the_submission_says_what_to_choose()
    {
        var play = Play.Of("""
              - {id: draft, title: 拟稿, assign: a, choose: true, next: [{to: sign, when: pages > 5}, {to: file}]}
              - {id: sign, title: 批示, assign: chosen}
              - {id: file, title: 归档, assign: e}
            """, "fields: {pages: number}");
        play.Fields["pages"] = 6;
        play.Start().No('a', new Complete(1), "FLOW-CHOOSE").No('a', new Complete(1, new FlowNext("sign", [])), "FLOW-NO-ASSIGNEE");
        play.No('a', new Complete(1, Play.To("sign", "bc", "sign")), "FLOW-ONE-HOLDER").No('a', new Complete(1, new FlowNext("draft", [])), "FLOW-WAY");
        play.Fields["pages"] = 5;
        play.No('a', new Complete(1, Play.To("sign", "b", "sign")), "FLOW-WAY").Do('a', new Complete(1)).Desks.ShouldBe("file:e");
    }
}
