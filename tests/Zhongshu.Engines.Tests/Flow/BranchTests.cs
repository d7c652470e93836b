using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

public sealed class BranchTests
{
    //             ┌ left:  l1(b) → l2(c) ┐
    // draft(a) ──┤                       ├─ file(e)
    //             └ right: r1(d)         ┘
    private static Play Forked(string join = "all", string left = "") => Play.Of($$"""
          - {id: draft, title: 拟稿, assign: a}
          - id: fork
            title: 并行
            kind: parallel
            join: {{join}}
            branches:
              - {id: left, title: 左, steps: [{id: l1, title: 左一, assign: b}, {id: l2, title: 左二, assign: c, answer: approve{{left}}}]}
              - {id: right, title: 右, when: wide, steps: [{id: r1, title: 右一, assign: d}]}
          - {id: file, title: 归档, assign: e}
        """, "fields: {wide: bool}");

    private static Play AtWork(string join = "all", string left = "")
    {
        var play = Forked(join, left);
        play.Fields["wide"] = true;
        return play.Start().Done('a', "draft");
    }

    [Fact]
    public void The_join_waits_for_all_branches_that_opened()
    {
        AtWork().Done('d', "r1").Done('b', "l1").Done('c', "l2").Desks.ShouldBe("file:e");
        Forked().Start().Done('a', "draft").Done('b', "l1").Done('c', "l2").Desks.ShouldBe("file:e");
    }

    [Fact]
    public void A_join_of_any_takes_the_first_and_cancels_the_rest_with_a_reason()
    {
        var play = AtWork("any").Done('d', "r1");
        play.Desks.ShouldBe("file:e");
        play.State.Items.Single(item => item.Step == "l1").Cancelled.ShouldBe(CancelReason.Joined);
    }

    [Fact]
    public void A_rejection_in_one_branch_leaves_the_other_alone() =>
        AtWork().Done('b', "l1").Rejects('c', "l2").Done('d', "r1").Desks.ShouldBe("file:e");

    [Fact]
    public void A_rejection_that_is_to_end_everything_does() =>
        AtWork(left: ", failed: end").Done('b', "l1").Rejects('c', "l2").State.Status.ShouldBe(FlowStatus.Rejected);

    [Fact]
    public void Straight_back_out_of_a_branch_lets_the_others_work_on()
    {
        var play = AtWork().Done('b', "l1").Do('c', new Return(4, "draft", ReturnMode.StraightBack, 1));
        play.Desks.ShouldBe("r1:d l2:c= draft:a");
        play.Done('d', "r1").Desks.ShouldBe("l2:c= draft:a");
        play.Done('a', "draft").Desks.ShouldBe("l2:c");
        play.Done('c', "l2").Desks.ShouldBe("file:e");
    }

    [Fact]
    public void Two_straight_returns_to_one_person_are_refused_the_second_time()
    {
        var play = AtWork().Done('b', "l1").Do('c', new Return(4, "draft", ReturnMode.StraightBack, 1));
        play.No('d', new Return(3, "draft", ReturnMode.StraightBack, 1), "FLOW-TWICE");
        play.Do('d', new Return(3, "draft", ReturnMode.WalkAgain, 1)).Desks.ShouldBe("draft:a");
    }

    [Fact]
    public void A_return_into_a_neighbour_still_at_work_is_refused()
    {
        var play = AtWork().Done('b', "l1");
        play.No('d', new Return(3, "l1", ReturnMode.WalkAgain, 1), "FLOW-OTHER-BRANCH").No('d', new Return(3, "file", ReturnMode.WalkAgain, 1), "FLOW-NOT-PASSED");
        FlowEngine.ReturnTargets(play.Definition, play.State, 3).Select(step => step.Id).ShouldBe(["draft"]);
        FlowEngine.ReturnTargets(play.Definition, play.State, 4).Select(step => step.Id).ShouldBe(["l1", "draft"]);
    }

    [Fact]
    public void Walked_again_from_behind_the_join_only_that_branch_opens()
    {
        var play = AtWork().Done('b', "l1").Done('c', "l2").Done('d', "r1");
        play.Do('e', new Return(play.Of('e', "file"), "l1", ReturnMode.WalkAgain, 1)).Desks.ShouldBe("l1:b");
        play.Done('b', "l1").Done('c', "l2").Desks.ShouldBe("file:e");
    }

    [Fact]
    public void The_last_arrival_is_recalled_through_the_join()
    {
        var play = AtWork().Done('b', "l1").Done('c', "l2").Done('d', "r1");
        play.No('c', new Recall(4), "FLOW-RECALL-PASSED").Do('d', new Recall(3)).Desks.ShouldBe("r1:d");
        play.Do('c', new Recall(4)).Desks.ShouldBe("r1:d l2:c");
    }

    [Fact]
    public void A_straight_return_is_recalled_as_a_whole()
    {
        var play = AtWork().Done('b', "l1").Do('c', new Return(4, "draft", ReturnMode.StraightBack, 1));
        play.Do('c', new Recall(4)).Desks.ShouldBe("r1:d l2:c");
    }

    [Fact]
    public void The_administrator_jumps_into_a_branch_and_out_of_it()
    {
        var play = AtWork().Administer(new Jump("l2", "左一休假"));
        play.Desks.ShouldBe("r1:d l2:c");
        play.No('c', new Jump("file", "越权"), "FLOW-ADMINISTRATOR");
        play.Administer(new Jump("file", "急件")).Desks.ShouldBe("file:e");
        play.Administer(new Jump("r1", "补办")).Desks.ShouldBe("r1:d");
    }

    [Fact]
    public void A_branch_passed_over_does_not_count_as_an_arrival()
    {
        var play = Play.Of("""
              - id: fork
                title: 并行
                kind: parallel
                join: any
                branches:
                  - {id: left, title: 左, steps: [{id: l1, title: 左一, assign: nobody, optional: true}]}
                  - {id: right, title: 右, steps: [{id: r1, title: 右一, assign: d}]}
              - {id: file, title: 归档, assign: e}
            """).Start();
        play.Desks.ShouldBe("r1:d");
        play.Done('d', "r1").Desks.ShouldBe("file:e");
    }
}
