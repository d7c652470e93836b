using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;

namespace Zhongshu.Tests.Modules.Supervision.Follow;

/// Milestones, help and double supervision as they are decided.
public sealed class FollowRulesTests
{
    private static readonly IReadOnlyList<CountdownPhase> Phases = Tasks.Book.Value(SupervisionRules.Countdown);

    [Fact]
    [Trait("req", "M7-A26")]
    [Trait("req", "M7-A27")]
    public void Phases_are_counted_back_from_the_deadline_in_workdays()
    {
        var steps = PlanRules.CountDown(Tasks.Monday, new DateOnly(2026, 12, 21), Phases, Tasks.Book.Calendar);
        steps.Select(s => s.DueOn).ShouldBe([new(2026, 11, 27), new(2026, 12, 3), new(2026, 12, 15), new(2026, 12, 21)]);
        PlanRules.CountDown(Tasks.Monday, Tasks.Monday, Phases, Tasks.Book.Calendar).ShouldHaveSingleItem().DueOn.ShouldBe(Tasks.Monday);
    }

    [Fact]
    public void Whatever_the_deadline_the_steps_rise_stay_before_it_and_make_a_plan_that_stands()
    {
        Prop.ForAll(Gen.Choose(0, 900).ToArbitrary(), days =>
        {
            var due = Tasks.Book.Calendar.OnOrAfter(Tasks.Monday.AddDays(days));
            var steps = PlanRules.CountDown(Tasks.Monday, due, Phases, Tasks.Book.Calendar);
            steps.Select(s => s.DueOn).ShouldBe(steps.Select(s => s.DueOn).Order().Distinct());
            steps[^1].DueOn.ShouldBe(due);
            PlanRules.Decide([.. steps.Select(s => new MilestoneForm(s.Title, s.DueOn))], [], Tasks.Monday, due).Succeeded.ShouldBeTrue();
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("", "2026-12-01", null)]
    [InlineData("开工", "", "stepDue-0")]
    [InlineData("开工", "2026-11-20", "stepDue-0")]
    [InlineData("开工", "2027-01-01", "stepDue-0")]
    public void A_step_needs_a_day_that_is_neither_past_nor_after_the_deadline(string title, string due, string? field)
    {
        var day = due.Length == 0 ? (DateOnly?)null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        PlanRules.Decide([new MilestoneForm(title, day)], [], Tasks.Monday, new DateOnly(2026, 12, 14)).Refusal?.Field.ShouldBe(field);
        if (field is null) PlanRules.Decide([new MilestoneForm(title, day)], [], Tasks.Monday, new DateOnly(2026, 12, 14)).Value.Milestones.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("500", "个", true)]
    [InlineData("95%", "%", true)]
    [InlineData("很多", "个", false)]
    [InlineData("NaN", "个", false)]
    [InlineData("500", "", false)]
    public void An_indicator_has_a_number_and_a_unit(string target, string measure, bool stands) =>
        PlanRules.Decide([], [new IndicatorForm("新增泊位", measure, target)], Tasks.Monday, Tasks.Monday).Succeeded.ShouldBe(stands);

    [Fact]
    [Trait("req", "M7-B88")]
    [Trait("req", "M15-B35")]
    public void A_task_with_key_steps_turns_yellow_at_its_step_and_not_by_the_frequency_of_dispatching()
    {
        var silent = Tasks.In(TaskState.Running) with { DueOn = new DateOnly(2027, 6, 30) };
        var by = TaskDates.After(Tasks.Monday, Tasks.Figures.Dispatch, Tasks.Book.Calendar).AddDays(1);
        TaskLights.Of(silent, Tasks.Figures).YellowAt.ShouldBe(OfficeDay.Start(by));
        var step = new DateOnly(2027, 1, 15);
        TaskLights.Of(silent with { NextStepOn = step }, Tasks.Figures).YellowAt.ShouldBe(OfficeDay.Start(step.AddDays(1)));
    }

    [Fact]
    [Trait("req", "M7-B89")]
    public void Double_supervision_is_for_laggards_with_another_department_and_a_reason()
    {
        var task = Tasks.In(TaskState.Running);
        var late = OfficeDay.Start(Tasks.Book.Calendar.AddWorkdays(task.DueOn, 10)).AddHours(9);
        TaskLife.Decide(task, Tasks.Do(TaskVerb.Double), Tasks.At(late.AddDays(-1))).Refusal!.Rule.ShouldBe("supervision.double-early");
        TaskLife.Decide(task, Tasks.Do(TaskVerb.Double) with { UnitId = 50 }, Tasks.At(late)).Refusal!.Rule.ShouldBe("supervision.unit-same");
        TaskLife.Decide(task, Tasks.Do(TaskVerb.Double, ""), Tasks.At(late)).Refusal!.Rule.ShouldBe("supervision.reason");
        TaskLife.Decide(task, Tasks.Do(TaskVerb.Double), Tasks.At(late, Side.Unit)).Refusal!.Rule.ShouldBe("supervision.not-yours");
        var doubled = TaskLife.Decide(task, Tasks.Do(TaskVerb.Double), Tasks.At(late)).Value.Next;
        (doubled.SecondUnitId, doubled.DoubledOn).ShouldBe((51, OfficeDay.Of(late)));
        TaskLife.Decide(doubled, Tasks.Do(TaskVerb.Double), Tasks.At(late)).Refusal!.Rule.ShouldBe("supervision.not-now");
    }

    [Fact]
    public void Whatever_is_said_of_a_request_only_who_asked_ends_it_and_an_end_is_an_end()
    {
        var says = from verb in Gen.Elements(Enum.GetValues<HelpVerb>()) from side in Gen.Choose(0, 7) from words in Gen.Elements("", "请再协调") select (verb, (Side)side, words);
        Prop.ForAll(says.ArrayOf(12).ToArbitrary(), all =>
        {
            var state = HelpState.Asked;
            foreach (var (verb, side, words) in all)
            {
                var move = HelpLife.Decide(state, verb, words, side);
                move.Succeeded.ShouldBe(HelpLife.Open(state, side).Contains(verb) && (words.Length > 0 || verb is HelpVerb.Solve or HelpVerb.Drop));
                if (!move.Succeeded) continue;
                if (move.Value.State is HelpState.Solved or HelpState.Dropped) (side & Side.Unit).ShouldBe(Side.Unit);
                state = move.Value.State;
            }

            if (state is HelpState.Solved or HelpState.Dropped) HelpLife.Open(state, Tasks.Everybody).ShouldBeEmpty();
        }).QuickCheckThrowOnFailure();
    }
}
