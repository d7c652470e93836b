using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

public sealed class SigningTests
{
    // draft(a) → sign(b, c, d) → file(e)
    private static Play Signing(string keys, string assign = "bcd") => Play.Of($$"""
          - {id: draft, title: 拟稿, assign: a}
          - {id: sign, title: 会签, assign: {{assign}}, {{keys}}}
          - {id: file, title: 归档, assign: e}
        """).Start().Done('a', "draft");

    [Theory]
    [InlineData("all", 3)]
    [InlineData("any", 1)]
    [InlineData("2", 2)]
    [InlineData("9", 3)]
    [InlineData("34%", 2)]
    [InlineData("100%", 3)]
    public void A_countersign_passes_with_so_many_agreeing(string pass, int needed)
    {
        var play = Signing("kind: countersign, pass: " + pass);
        foreach (var name in "bcd"[..(needed - 1)]) play.Done(name, "sign").State.Items.Count(item => item.Live).ShouldBeGreaterThan(1 - needed);
        play.Desks.ShouldStartWith("sign:");
        play.Done("bcd"[needed - 1], "sign").Desks.ShouldBe("file:e");
    }

    [Fact]
    public void Everyone_is_heard_when_the_step_does_not_finish_early()
    {
        var play = Signing("kind: countersign, pass: any, early: false, reject: vote").Done('b', "sign");
        play.Desks.ShouldBe("sign:cd");
        play.Rejects('c', "sign").Rejects('d', "sign").Desks.ShouldBe("file:e");
    }

    [Fact]
    public void A_straight_return_from_a_countersign_keeps_the_answers_given()
    {
        var play = Signing("kind: countersign").Done('b', "sign");
        play.Do('c', new Return(play.Of('c', "sign"), "draft", ReturnMode.StraightBack, 1)).Desks.ShouldBe("sign:c=d= draft:a");
        play.Done('a', "draft").Desks.ShouldBe("sign:cd");
        play.Done('c', "sign").Done('d', "sign").Desks.ShouldBe("file:e");
        play.State.Items.Count(item => item.Step == "sign").ShouldBe(3);
    }

    // Found by AnyFlowTests: what is held twice must still know what it was.
    [Fact]
    public void A_held_step_comes_back_even_after_the_visit_was_returned_and_that_return_recalled()
    {
        var play = Play.Of("""
              - {id: first, title: 登记, assign: x}
              - {id: draft, title: 拟稿, assign: a}
              - {id: sign, title: 会签, assign: bcd, kind: countersign}
            """).Start().Done('x', "first").Done('a', "draft");
        play.Do('c', new Return(play.Of('c', "sign"), "draft", ReturnMode.StraightBack, 1));
        var visit = play.Of('a', "draft");
        play.Do('a', new Return(visit, "first", ReturnMode.WalkAgain, 1)).Desks.ShouldBe("first:x");
        play.Do('a', new Recall(visit)).Desks.ShouldBe("sign:b=c=d= draft:a");
        play.Done('a', "draft").Desks.ShouldBe("sign:bcd");
    }

    [Fact]
    public void A_return_from_a_visit_is_recalled_too()
    {
        var play = Play.Of("""
              - {id: first, title: 登记, assign: x}
              - {id: draft, title: 拟稿, assign: a}
              - {id: sign, title: 会签, assign: bcd, kind: countersign}
            """).Start().Done('x', "first").Done('a', "draft");
        play.Do('c', new Return(play.Of('c', "sign"), "draft", ReturnMode.StraightBack, 1));
        var visit = play.Of('a', "draft");
        play.Do('a', new Return(visit, "first", ReturnMode.StraightBack, 1)).Do('a', new Recall(visit)).Desks.ShouldBe("sign:b=c=d= draft:a");
    }

    [Fact]
    public void Signers_before_answer_first_and_what_they_say_is_advice()
    {
        var play = Signing("kind: countersign").Do('b', new AddSign(2, SignPlace.Before, Play.People("xy")));
        play.Desks.ShouldBe("sign:b~cdxy");
        play.No('x', new Return(play.Of('x', "sign"), "draft", ReturnMode.WalkAgain, 1), "FLOW-RETURN-ADDED");
        play.Rejects('x', "sign").Done('y', "sign").Desks.ShouldBe("sign:bcd");
    }

    [Fact]
    public void Signers_after_get_their_turn_before_the_next_step_and_their_no_counts()
    {
        var play = Signing("kind: countersign, reject: vote, failed: end").Done('b', "sign").Done('c', "sign");
        play.Do('d', new AddSign(4, SignPlace.After, Play.People("x"))).Done('d', "sign").Desks.ShouldBe("sign:x");
        play.Rejects('x', "sign").State.Status.ShouldBe(FlowStatus.Rejected);
    }

    [Fact]
    public void In_a_serial_list_signers_after_come_before_the_next_in_the_list()
    {
        var play = Signing("kind: serial").Do('b', new AddSign(2, SignPlace.After, Play.People("x")));
        play.Done('b', "sign").Desks.ShouldBe("sign:c?d?x");
        play.Do('b', new Recall(2)).Desks.ShouldBe("sign:bc?d?x?");
        play.Done('b', "sign").Done('x', "sign").Desks.ShouldBe("sign:cd?");
        play.No('b', new Recall(2), "FLOW-RECALL-SEEN");
    }

    [Fact]
    public void A_delegate_prepares_and_the_item_comes_back_with_both_names_kept()
    {
        var play = Signing("kind: single", "b").Do('b', new Zhongshu.Flow.Delegate(2, new Participant(Play.Id('x'))));
        play.No('b', new Complete(2), "FLOW-WAITING").Done('x', "sign").Desks.ShouldBe("sign:b");
        (play.State.Item(3)!.Relation, play.State.Item(3)!.AddedBy).ShouldBe((ItemRelation.Delegated, Play.Id('b')));
    }

    [Fact]
    public void A_handed_over_item_keeps_its_number_and_can_be_taken_back_unopened()
    {
        var play = Signing("kind: single", "b").Do('b', new Forward(2, new Participant(Play.Id('x'))));
        (play.State.Item(2)!.Assignee, play.State.Item(2)!.Holder).ShouldBe((Play.Id('b'), Play.Id('x')));
        play.Do('b', new Recall(2)).Desks.ShouldBe("sign:b");
        play.Do('b', new Forward(2, new Participant(Play.Id('x')))).Do('x', new MarkSeen(2)).No('b', new Recall(2), "FLOW-RECALL-SEEN");
    }

    [Fact]
    public void Nobody_is_given_a_step_twice_but_reading_gives_way_to_work()
    {
        var play = Signing("kind: countersign").No('b', new AddSign(2, SignPlace.Beside, Play.People("c")), "FLOW-TWICE");
        play.No('b', new Forward(2, new Participant(Play.Id('d'))), "FLOW-TWICE").No('b', new AddSign(2, SignPlace.After, Play.People("b")), "FLOW-ONESELF");
        play.Do('b', new Circulate(2, Play.People("x"))).Do('b', new AddSign(2, SignPlace.Beside, Play.People("x"))).Desks.ShouldBe("sign:bcdx");
        play.State.Items.Single(item => item.Relation == ItemRelation.Copy).Cancelled.ShouldBe(CancelReason.Superseded);
    }

    [Fact]
    public void The_one_who_added_a_signer_removes_him_and_the_last_one_stays()
    {
        var play = Signing("kind: single", "b").Do('b', new AddSign(2, SignPlace.Beside, Play.People("x")));
        play.No('c', new RemoveSign(3), "FLOW-NOT-ADDER").Do('b', new RemoveSign(3)).Desks.ShouldBe("sign:b");
        play.No('a', new RemoveSign(2), "FLOW-LAST-SIGNER");
    }

    [Fact]
    public void A_pool_is_claimed_by_one_member_and_given_back()
    {
        var play = Signing("kind: single", "pool-x");
        play.No('b', new Claim(2), "FLOW-NOT-YOURS");
        play.Try(play.By('b', false, 0, 900), new Claim(2));
        play.Desks.ShouldBe("sign:b");
        play.No('c', new Complete(2), "FLOW-NOT-YOURS").Do('b', new Release(2)).Desks.ShouldBe("sign:P");
        play.Try(play.By('c', false, 0, 900), new Complete(2));
        play.State.Item(2)!.Holder.ShouldBe(Play.Id('c'));
        play.Desks.ShouldBe("file:e");
    }

    [Fact]
    public void A_free_step_goes_wherever_its_holder_sends_it_and_back()
    {
        var play = Play.Of("  - {id: pass, title: 流转, kind: free, assign: chosen, next: [{to: file}]}\n  - {id: file, title: 办结, assign: e}").Start('a', Play.To("pass", "b"));
        play.Do('b', new Complete(1, new FlowNext(new Assignment("pass", Play.People("cd"), null, FreeForm.InOrder)))).Desks.ShouldBe("pass:cd?");
        play.Do('c', new Return(2, "pass", ReturnMode.StraightBack, 1)).Desks.ShouldBe("pass:c=d=b");
        play.Do('b', new Complete(4)).Desks.ShouldBe("pass:cd?");
        play.Do('c', new Complete(2)).Do('d', new Complete(3, new FlowNext("file", []))).Desks.ShouldBe("file:e");
    }

    [Fact]
    public void The_starter_withdraws_only_what_nobody_has_opened()
    {
        Signing("kind: countersign").Do('a', new Terminate("重新拟稿")).State.Status.ShouldBe(FlowStatus.Terminated);
        Signing("kind: countersign").Do('b', new MarkSeen(2)).No('a', new Terminate("重新拟稿"), "FLOW-STARTED").No('a', new Terminate(" "), "FLOW-REASON");
    }

    [Fact]
    public void Reading_goes_on_after_the_end_and_copies_can_be_withdrawn()
    {
        var play = Signing("kind: single", "b").Do('b', new Circulate(2, Play.People("xy"))).Done('b', "sign").Done('e', "file");
        play.State.Status.ShouldBe(FlowStatus.Ended);
        play.Desks.ShouldBe("sign:x*y*");
        play.Done('x', "sign").Do('b', new RemoveSign(4)).Desks.ShouldBe("");
    }
}
