using Zhongshu.Flow;

namespace Zhongshu.Engines.Tests.Flow;

public sealed class StraightRoadTests
{
    // draft(a) → review(b) → sign(c) → end
    private const string Three = """
          - {id: draft, title: 拟稿, assign: a}
          - {id: review, title: 审核, assign: b, answer: approve}
          - {id: sign, title: 签发, assign: c, answer: approve, failed: end}
        """;

    [Fact]
    public void A_document_goes_from_hand_to_hand_and_ends()
    {
        var play = Play.Of(Three).Start();
        play.Desks.ShouldBe("draft:a");
        play.Done('a', "draft").Desks.ShouldBe("review:b");
        play.Done('b', "review").Desks.ShouldBe("sign:c");
        play.Done('c', "sign").State.Status.ShouldBe(FlowStatus.Ended);
        play.Desks.ShouldBe("");
    }

    [Fact]
    public void Only_the_holder_answers_and_only_once()
    {
        var play = Play.Of(Three).Start().No('b', new Complete(1), "FLOW-NOT-YOURS").Done('a', "draft");
        play.No('a', new Complete(1), "FLOW-DONE").No('a', new Complete(99), "FLOW-NO-ITEM").No('b', new Complete(2), "FLOW-VERDICT");
    }

    [Fact]
    public void A_deputy_answers_for_the_holder_and_both_are_recorded()
    {
        var play = Play.Of(Three).Start();
        play.Try(play.By('d', onBehalfOf: Play.Id('a')), new Complete(1));
        var item = play.State.Item(1)!;
        (item.Holder, item.ClosedBy, item.OnBehalfOf).ShouldBe((1, 4, 1));
    }

    [Fact]
    public void A_rejection_goes_back_one_step_or_ends_as_the_step_says()
    {
        var play = Play.Of(Three).Start().Done('a', "draft").Rejects('b', "review");
        play.Desks.ShouldBe("draft:a");
        play.Done('a', "draft").Done('b', "review").Rejects('c', "sign");
        play.State.Status.ShouldBe(FlowStatus.Rejected);
    }

    [Fact]
    public void A_return_walks_every_step_again()
    {
        var play = Play.Of(Three).Start().Done('a', "draft").Done('b', "review");
        play.No('c', new Return(3, "draft", ReturnMode.WalkAgain, null), "FLOW-RETURN-REASON");
        play.Do('c', new Return(3, "draft", ReturnMode.WalkAgain, 7)).Desks.ShouldBe("draft:a");
        play.Done('a', "draft").Desks.ShouldBe("review:b");
        play.Done('b', "review").Done('c', "sign").State.Status.ShouldBe(FlowStatus.Ended);
    }

    [Fact]
    public void A_return_straight_back_skips_what_lies_between()
    {
        var play = Play.Of(Three).Start().Done('a', "draft").Done('b', "review");
        play.Do('c', new Return(3, "draft", ReturnMode.StraightBack, 7)).Desks.ShouldBe("sign:c= draft:a");
        play.No('c', new Approve(3), "FLOW-HELD");
        play.Done('a', "draft").Desks.ShouldBe("sign:c");
    }

    [Fact]
    public void A_recall_works_until_the_next_has_opened_it()
    {
        var play = Play.Of(Three).Start().Done('a', "draft");
        play.Do('a', new Recall(1)).Desks.ShouldBe("draft:a");
        play.Done('a', "draft").Do('b', new MarkSeen(3)).No('a', new Recall(1), "FLOW-RECALL-SEEN");
        play.Refusal!.Participants.ShouldBe([Play.Id('b')]);
    }
}
