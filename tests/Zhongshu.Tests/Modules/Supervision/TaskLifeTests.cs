using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;

namespace Zhongshu.Tests.Modules.Supervision;

public sealed class TaskLifeTests
{
    private static readonly DateOnly NextMonth = new(2026, 12, 28);

    [Fact]
    public void every_state_has_an_answer_to_every_command()
    {
        foreach (var state in Enum.GetValues<TaskState>())
        {
            var task = Tasks.In(state);
            var open = TaskLife.Open(task, Tasks.Everybody);
            foreach (var verb in Enum.GetValues<TaskVerb>())
            {
                // Double supervision is for laggards alone.
                var now = verb == TaskVerb.Double ? Tasks.Morning.AddMonths(3) : Tasks.Morning;
                var answer = TaskLife.Decide(task, Tasks.Do(verb, on: NextMonth) with { IsFinal = true }, Tasks.At(now, last: Tasks.Final()));
                answer.Succeeded.ShouldBe(open.Contains(verb), $"{state} {verb}: {answer.Refusal?.Message}");
                if (!answer.Succeeded) answer.Refusal.Message.ShouldContain(TaskWords.Of(verb), Case.Sensitive, $"{state} {verb}");
            }
        }
    }

    [Fact]
    public void the_office_the_unit_and_its_head_each_have_their_own_verbs()
    {
        Refused(TaskState.Running, Tasks.Do(TaskVerb.Feed), Side.None).ShouldBe("supervision.not-yours");
        Refused(TaskState.Checking, Tasks.Do(TaskVerb.Close), Side.Unit | Side.Head).ShouldBe("supervision.not-yours");
        Refused(TaskState.HeadReview, Tasks.Do(TaskVerb.ApproveFeedback), Side.Unit | Side.Office).ShouldBe("supervision.not-yours");
    }

    [Fact]
    [Trait("req", "M7-B50")]
    [Trait("req", "M7-B91")]
    public void a_feedback_goes_to_the_office_only_after_the_head_of_the_unit_approved_it()
    {
        Next(TaskState.Running, Tasks.Do(TaskVerb.Feed, "已完成勘察"), Side.Unit).State.ShouldBe(TaskState.HeadReview);
        Next(TaskState.Running, Tasks.Do(TaskVerb.Feed, "已完成勘察"), Side.Unit | Side.Head).State.ShouldBe(TaskState.Checking);
        Next(TaskState.HeadReview, Tasks.Do(TaskVerb.ApproveFeedback), Side.Unit | Side.Head).State.ShouldBe(TaskState.Checking);
    }

    [Theory]
    [InlineData("paper")]
    [InlineData("meeting")]
    [Trait("req", "M7-A12")]
    [Trait("req", "M7-B86")]
    public void a_paper_or_a_meeting_alone_closes_nothing(string kind)
    {
        Refused(TaskState.Running, Tasks.Do(TaskVerb.Feed) with { IsFinal = true, Evidence = [kind] }).ShouldBe("supervision.only-paper");
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), Tasks.At(Tasks.Morning, last: Tasks.Final(kind))).Refusal!.Rule.ShouldBe("supervision.only-paper");
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), Tasks.At(Tasks.Morning, last: Tasks.Final(kind, "photo"))).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("req", "M7-A08")]
    public void nothing_is_closed_without_a_feedback_that_says_it_is_done()
    {
        TaskLife.Decide(Tasks.In(TaskState.Running), Tasks.Do(TaskVerb.Close), Tasks.At(Tasks.Morning)).Refusal!.Rule.ShouldBe("supervision.not-now");
        var progress = new LastFeedback(false, ["photo"], Tasks.Morning);
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), Tasks.At(Tasks.Morning, last: progress)).Refusal!.Rule.ShouldBe("supervision.not-final");
    }

    [Fact]
    [Trait("req", "M7-B104")]
    public void what_an_inspection_found_is_closed_only_after_somebody_went_to_see()
    {
        var facts = Tasks.At(Tasks.Morning, last: Tasks.Final(), onsite: true);
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), facts).Refusal!.Rule.ShouldBe("supervision.onsite");
        var seen = Tasks.Do(TaskVerb.Close) with { Ways = ["call", "onsite"] };
        TaskLife.Decide(Tasks.In(TaskState.Checking), seen, facts).Refusal!.Rule.ShouldBe("supervision.onsite-record");
        TaskLife.Decide(Tasks.In(TaskState.Checking), seen, facts with { VisitFits = false }).Refusal!.Rule.ShouldBe("supervision.onsite-failed");
        TaskLife.Decide(Tasks.In(TaskState.Checking), seen, facts with { VisitFits = true }).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("req", "M7-B57")]
    public void what_people_and_firms_asked_for_is_closed_only_when_they_say_that_it_is_solved()
    {
        SupervisionRules.WantsVoice(Tasks.Book, SourceKind.Citizen).ShouldBeTrue();
        SupervisionRules.WantsVoice(Tasks.Book, SourceKind.Meeting).ShouldBeFalse();
        var facts = Tasks.At(Tasks.Morning, last: Tasks.Final("photo")) with { NeedsVoice = true };
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), facts).Refusal!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("supervision.voice"), r => r.Message.ShouldContain("群众、企业反映"));
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), facts with { Last = Tasks.Final("photo", "feedback") }).Succeeded.ShouldBeTrue();
    }

    [Fact]
    [Trait("req", "M7-A05")]
    public void closing_says_by_which_ways_it_was_checked_and_when_one_looks_back()
    {
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close) with { Ways = [] }, Tasks.At(Tasks.Morning, last: Tasks.Final())).Refusal!.Rule.ShouldBe("supervision.ways");
        var closed = TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close) with { Ways = ["papers", "onsite"] }, Tasks.At(Tasks.Morning, last: Tasks.Final())).Value;
        closed.Text.ShouldContain("审材料、实地看");
        closed.Next.LookBackOn.ShouldBe(new DateOnly(2027, 2, 23));
        closed.Next.InTime.ShouldBeTrue();
    }

    [Fact]
    public void on_time_is_counted_by_the_day_of_the_feedback_not_of_the_check()
    {
        var after = OfficeDay.Start(new DateOnly(2026, 12, 20));
        var checkedLate = TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), Tasks.At(after, last: Tasks.Final())).Value.Next;
        checkedLate.InTime.ShouldBeTrue();
        var fedLate = TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.Close), Tasks.At(after, last: new LastFeedback(true, ["photo"], after.AddDays(-1)))).Value.Next;
        fedLate.InTime.ShouldBeFalse();
    }

    [Fact]
    public void more_time_is_asked_for_with_a_reason_before_the_day_and_not_more_than_the_rule_grants()
    {
        Refused(TaskState.Running, Tasks.Do(TaskVerb.AskExtension, "", NextMonth)).ShouldBe("supervision.extension-reason");
        Refused(TaskState.Running, Tasks.Do(TaskVerb.AskExtension, on: new DateOnly(2026, 12, 1))).ShouldBe("supervision.extension-earlier");
        Refused(TaskState.Running, Tasks.Do(TaskVerb.AskExtension, on: new DateOnly(2027, 3, 1))).ShouldBe("supervision.extension-long");
        TaskLife.Decide(Tasks.In(TaskState.Running) with { Extensions = 2 }, Tasks.Do(TaskVerb.AskExtension, on: NextMonth), Tasks.At(Tasks.Morning)).Refusal!.Rule.ShouldBe("supervision.extension-times");
        TaskLife.Decide(Tasks.In(TaskState.Running), Tasks.Do(TaskVerb.AskExtension, on: NextMonth), Tasks.At(OfficeDay.Start(new DateOnly(2026, 12, 15)))).Refusal!.Rule.ShouldBe("supervision.extension-late");

        var asked = Next(TaskState.Running, Tasks.Do(TaskVerb.AskExtension, on: NextMonth));
        var granted = TaskLife.Decide(asked, Tasks.Do(TaskVerb.GrantExtension, ""), Tasks.At(Tasks.Morning)).Value.Next;
        (granted.DueOn, granted.Extensions, granted.AskedDueOn).ShouldBe((NextMonth, 1, null));
        TaskLife.Decide(asked, Tasks.Do(TaskVerb.DenyExtension), Tasks.At(Tasks.Morning)).Value.Next.DueOn.ShouldBe(new DateOnly(2026, 12, 14));
    }

    [Fact]
    public void what_was_asked_for_ends_with_who_asked_and_with_a_suspension_that_gave_as_much()
    {
        var asked = TaskLife.Decide(Tasks.In(TaskState.Delivered), Tasks.Do(TaskVerb.AskExtension, on: new DateOnly(2026, 12, 16)), Tasks.At(Tasks.Morning)).Value.Next;
        TaskLife.Decide(asked, Tasks.Do(TaskVerb.Decline), Tasks.At(Tasks.Morning)).Value.Next.ShouldSatisfyAllConditions(t => t.AskedDueOn.ShouldBeNull(), t => t.AskedReason.ShouldBeEmpty());
        var suspended = TaskLife.Decide(asked, Tasks.Do(TaskVerb.Suspend, on: new DateOnly(2026, 11, 30)), Tasks.At(Tasks.Morning)).Value.Next;
        suspended.ShouldSatisfyAllConditions(t => t.AskedDueOn.ShouldBe(new DateOnly(2026, 12, 16)), t => t.AwaitsAnswer.ShouldBeFalse());
        TaskLife.Decide(suspended, Tasks.Do(TaskVerb.Resume), Tasks.At(Tasks.Morning.AddDays(1))).Value.Next.AwaitsAnswer.ShouldBeTrue("one workday of the two");
        var met = TaskLife.Decide(suspended, Tasks.Do(TaskVerb.Resume), Tasks.At(Tasks.Morning.AddDays(2))).Value;
        (met.Next.DueOn, met.Next.AskedDueOn).ShouldBe((new DateOnly(2026, 12, 16), null));
        met.Text.ShouldContain("已满足延期申请");
    }

    [Fact]
    public void a_deadline_in_the_past_is_refused_and_one_on_a_day_off_moves_on_with_a_word()
    {
        Refused(TaskState.Running, Tasks.Do(TaskVerb.ChangeDue, on: new DateOnly(2026, 11, 20))).ShouldBe("supervision.due-past");
        var moved = TaskLife.Decide(Tasks.In(TaskState.Running), Tasks.Do(TaskVerb.ChangeDue, on: new DateOnly(2026, 12, 5)), Tasks.At(Tasks.Morning)).Value;
        moved.Next.DueOn.ShouldBe(new DateOnly(2026, 12, 7));
        moved.Remark!.ShouldContain("休息日");
    }

    [Fact]
    public void the_workdays_of_a_suspension_do_not_count()
    {
        var suspended = Next(TaskState.Running, Tasks.Do(TaskVerb.Suspend, on: new DateOnly(2026, 11, 30)));
        suspended.State.ShouldBe(TaskState.Suspended);
        var resumed = TaskLife.Decide(suspended, Tasks.Do(TaskVerb.Resume), Tasks.At(Tasks.Morning.AddDays(3))).Value.Next;
        (resumed.State, resumed.DueOn).ShouldBe((TaskState.Running, new DateOnly(2026, 12, 17)));
    }

    [Fact]
    [Trait("req", "M7-A33")]
    public void a_look_back_that_finds_the_thing_undone_opens_the_task_again()
    {
        Next(TaskState.Closed, Tasks.Do(TaskVerb.LookBack) with { Passed = true }).LookBackOn.ShouldBeNull();
        var again = Next(TaskState.Closed, Tasks.Do(TaskVerb.LookBack, "积水点反弹", NextMonth));
        (again.State, again.Reopened, again.DueOn, again.ClosedAt).ShouldBe((TaskState.Running, 1, NextMonth, null));
    }

    [Fact]
    [Trait("req", "M7-A33")]
    public void a_look_back_is_passed_before_its_day_only_with_a_reason_that_is_on_the_trail()
    {
        var pass = Tasks.Do(TaskVerb.LookBack, "") with { Passed = true };
        Refused(TaskState.Closed, pass).ShouldBe("supervision.look-back-early");
        var early = TaskLife.Decide(Tasks.In(TaskState.Closed), pass with { Reason = "设施已移交管养" }, Tasks.At(Tasks.Morning)).Value;
        early.Next.LookBackOn.ShouldBeNull();
        early.Text.ShouldBe("提前回头看（原定2027年2月23日）：成果巩固，未发现反弹");
        var onItsDay = Tasks.At(OfficeDay.Start(new DateOnly(2027, 2, 23)));
        TaskLife.Decide(Tasks.In(TaskState.Closed), pass, onItsDay).Value.Text.ShouldBe("回头看：成果巩固，未发现反弹");
    }

    [Fact]
    public void who_comes_to_lead_a_task_no_longer_presses_it_and_progress_that_is_taken_up_is_no_result()
    {
        var pressed = Tasks.In(TaskState.Running) with { SecondUnitId = 51, DoubledOn = Tasks.Monday };
        var moved = TaskLife.Decide(pressed, Tasks.Do(TaskVerb.Reassign), Tasks.At(Tasks.Morning)).Value.Next;
        (moved.LeadUnitId, moved.SecondUnitId, moved.DoubledOn).ShouldBe((51, null, null));
        TaskLife.Decide(pressed with { SecondUnitId = 52 }, Tasks.Do(TaskVerb.Reassign), Tasks.At(Tasks.Morning)).Value.Next.SecondUnitId.ShouldBe(52L);
        TaskLife.Decide(Tasks.In(TaskState.Checking) with { AnsweredAt = Tasks.Morning }, Tasks.Do(TaskVerb.Accept), Tasks.At(Tasks.Morning, last: Tasks.Final())).Value.Next.AnsweredAt.ShouldBeNull();
    }

    [Fact]
    public void long_term_work_is_due_again_after_each_period()
    {
        var turned = Next(TaskState.Running, Tasks.Do(TaskVerb.TurnLongTerm));
        (turned.IsLongTerm, turned.DueOn).ShouldBe((true, new DateOnly(2027, 2, 23)));
        var later = Tasks.At(OfficeDay.Start(new DateOnly(2027, 2, 22)));
        TaskLife.Decide(turned with { State = TaskState.Checking }, Tasks.Do(TaskVerb.Accept), later).Value.Next.DueOn.ShouldBe(new DateOnly(2027, 5, 24));
    }

    private static TaskStanding Next(TaskState state, TaskCommand command, Side side = Tasks.Everybody) =>
        TaskLife.Decide(Tasks.In(state), command, Tasks.At(Tasks.Morning, side, Tasks.Final())).Value.Next;

    private static string Refused(TaskState state, TaskCommand command, Side side = Tasks.Everybody) =>
        TaskLife.Decide(Tasks.In(state), command, Tasks.At(Tasks.Morning, side, Tasks.Final())).Refusal!.Rule;

    [Fact]
    [Trait("req", "M7-B50")]
    public void on_time_is_counted_from_when_the_head_let_it_go_not_from_when_it_was_written()
    {
        var approved = OfficeDay.Start(new DateOnly(2026, 12, 16)).AddHours(9);
        var handed = TaskLife.Decide(Tasks.In(TaskState.HeadReview), Tasks.Do(TaskVerb.ApproveFeedback), Tasks.At(approved, last: Tasks.Final())).Value.Next;
        handed.AnsweredAt.ShouldBe(approved);
        TaskLife.Decide(handed, Tasks.Do(TaskVerb.Close), Tasks.At(approved.AddDays(1), last: Tasks.Final())).Value.Next.InTime.ShouldBeFalse("it was written before the 14th and reported after it");
    }

    [Fact]
    public void A_result_that_is_taken_as_progress_goes_on_from_what_was_taken_up_before()
    {
        var claimed = Tasks.In(TaskState.Checking) with { Progress = 100 };
        var facts = Tasks.At(Tasks.Morning, last: Tasks.Final()) with { Reached = 40 };
        TaskLife.Decide(claimed, Tasks.Do(TaskVerb.Accept), facts).Value.Next.Progress.ShouldBe(40);
        TaskLife.Decide(claimed, Tasks.Do(TaskVerb.TurnLongTerm), facts).Value.Next.Progress.ShouldBe(40);
        TaskLife.Decide(claimed with { Progress = 60 }, Tasks.Do(TaskVerb.Accept), facts with { Last = new LastFeedback(false, [], Tasks.Morning) }).Value.Next.Progress.ShouldBe(60);
    }

    [Theory]
    [InlineData(TaskVerb.ChangeDue, TaskState.Running)]
    [InlineData(TaskVerb.AskExtension, TaskState.Running)]
    [InlineData(TaskVerb.Reassign, TaskState.Running)]
    [InlineData(TaskVerb.Reopen, TaskState.Closed)]
    [InlineData(TaskVerb.ClosePartly, TaskState.Checking)]
    public void A_part_is_never_due_after_the_task_it_is_a_part_of(TaskVerb verb, TaskState state)
    {
        var facts = Tasks.At(Tasks.Morning, last: Tasks.Final()) with { Above = (3, new DateOnly(2026, 12, 17)) };
        TaskLife.Decide(Tasks.In(state), Tasks.Do(verb, on: new DateOnly(2026, 12, 18)), facts).Refusal!.ShouldSatisfyAllConditions(r => r.Rule.ShouldBe("supervision.due-above"), r => r.Message.ShouldContain("第3项"));
        TaskLife.Decide(Tasks.In(state), Tasks.Do(verb, on: new DateOnly(2026, 12, 17)), facts).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Whoever_brings_a_task_forward_is_told_which_parts_end_after_it_and_a_rest_on_a_day_off_is_told_too()
    {
        var moved = TaskLife.Decide(Tasks.In(TaskState.Running), Tasks.Do(TaskVerb.ChangeDue, on: new DateOnly(2026, 12, 5)), Tasks.At(Tasks.Morning) with { PartDays = [new DateOnly(2026, 12, 7), new DateOnly(2026, 12, 10)] }).Value;
        moved.Remark.ShouldBe("12月5日是休息日，时限顺延到12月7日。下面有1项分解任务的时限晚于12月7日，请一并调整。");
        TaskLife.Decide(Tasks.In(TaskState.Checking), Tasks.Do(TaskVerb.ClosePartly, on: new DateOnly(2026, 12, 5)), Tasks.At(Tasks.Morning, last: Tasks.Final())).Value.Remark.ShouldBe("12月5日是休息日，时限顺延到12月7日。");
    }
}
