using FsCheck;
using FsCheck.Fluent;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform;

namespace Zhongshu.Tests.Modules.Supervision;

/// Whatever is done to a task in whatever order, and however much time passes between.
public sealed class TaskLifePropertyTests
{
    private sealed record Step(TaskVerb Verb, int Side, int Hours, int Days, bool Flag, int Evidence);

    private static readonly string[] Kinds = ["photo", "paper", "meeting", "figures"];

    private static readonly Gen<Step[]> Lives =
        (from verb in Gen.Elements(Enum.GetValues<TaskVerb>())
         from side in Gen.Choose(0, 7)
         from hours in Gen.Choose(0, 200)
         from days in Gen.Choose(-5, 40)
         from flag in Gen.Elements(true, false)
         from evidence in Gen.Choose(0, 3)
         select new Step(verb, side, hours, days, flag, evidence)).ArrayOf(40);

    [Fact]
    public void an_open_task_always_has_a_holder_and_a_day_and_a_closed_one_had_evidence() => Check(life =>
    {
        foreach (var (task, last, _) in life)
        {
            if (task.IsOpen) task.HeldUntil(Tasks.Figures).ShouldBeGreaterThanOrEqualTo(Tasks.Monday.AddDays(-1), task.State.ToString());
            if (task.IsOpen) TaskLife.Open(task, Tasks.Everybody).ShouldNotBeEmpty(task.State.ToString());
            if (task.IsOpen) TaskLights.Of(task, Tasks.Figures).RedAt.ShouldNotBeNull();
            if (task.SecondUnitId is not null) task.DoubledOn.ShouldNotBeNull();
            if (task.State != TaskState.Closed) continue;
            Tasks.Figures.Proves(last!.Evidence).ShouldBeTrue();
            last.IsFinal.ShouldBeTrue();
            task.ClosedAt.ShouldNotBeNull();
        }
    });

    /// The kept light is the worse of what it was and what time makes of it; only a move, which says why, may set it anew.
    [Fact]
    public void a_light_never_goes_back_while_nothing_is_done() => Check(life =>
    {
        foreach (var (task, _, at) in life)
        {
            var times = TaskLights.Of(task, Tasks.Figures);
            var lights = Enumerable.Range(0, 60).Select(d => times.At(at.AddDays(d))).ToList();
            lights.ShouldBe(lights.Order());
            if (task.IsOpen) times.At(at.AddYears(6)).ShouldBe(Light.Red);
        }
    });

    private static void Check(Action<IReadOnlyList<(TaskStanding Task, LastFeedback? Last, DateTimeOffset At)>> holds) =>
        Prop.ForAll(Lives.ToArbitrary(), steps => holds(Live(steps))).QuickCheckThrowOnFailure();

    private static List<(TaskStanding, LastFeedback?, DateTimeOffset)> Live(Step[] steps)
    {
        var (task, now) = (Tasks.In(TaskState.Drafted), Tasks.Morning);
        LastFeedback? last = null;
        var life = new List<(TaskStanding, LastFeedback?, DateTimeOffset)> { (task, last, now) };
        foreach (var step in steps)
        {
            now = now.AddHours(step.Hours);
            var command = new TaskCommand(step.Verb)
            {
                Reason = step.Flag || step.Verb == TaskVerb.Feed ? "说明" : "",
                On = OfficeDay.Of(now).AddDays(step.Days),
                UnitId = 50 + step.Evidence,
                IsFinal = step.Flag,
                Progress = step.Days,
                Evidence = [Kinds[step.Evidence]],
                Ways = step.Flag ? ["onsite"] : [],
                Passed = step.Flag,
            };
            var move = TaskLife.Decide(task, command, Tasks.At(now, (Side)step.Side, last));
            if (!move.Succeeded) continue;
            if (step.Verb == TaskVerb.Feed) last = new LastFeedback(command.IsFinal, command.Evidence, now);
            task = move.Value.Next;
            life.Add((task, last, now));
        }

        return life;
    }
}
