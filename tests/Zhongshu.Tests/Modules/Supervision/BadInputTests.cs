using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Letter;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Organisation;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// What happens to open tasks when the world around them changes.
public sealed class BadInputTests
{
    [Theory, Engines]
    public async Task A_renamed_unit_goes_on_under_its_new_name_and_its_letter_reads_as_it_was_sent(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "青禾县" }] });
        await ChangeUnitAsync(scene, 40, unit => (unit.Name, unit.ShortName) = ("青禾市人民政府", "青禾市"));
        var item = (await scene.ItemAsync("supervision", code))!;
        item.Tasks.Single().Lead.ShouldBe("青禾市");
        LetterParts.Read(item.Letters.Single().Parts).Recipient.ShouldBe("青禾县人民政府");
        await scene.DoAsync("county", code, Do(TaskVerb.Receive));
        (await scene.ItemAsync("supervision", code))!.Matter.Holder.ShouldContain("青禾市");
    }

    [Fact]
    public async Task A_unit_that_ended_without_a_successor_is_asked_nothing_more_and_its_task_is_given_to_another()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "青禾县" }] });
        await ChangeUnitAsync(scene, 40, unit => unit.Until = new DateOnly(2026, 11, 22));
        (await scene.DocketAsync(Meeting with { Title = "另一件事", Tasks = [new TaskInput { Lead = "青禾县" }] })).Refusal!.Rule.ShouldBe("supervision.unknown-unit");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Reassign) with { Unit = "青禾县" })).Refusal!.Rule.ShouldBe("supervision.unknown-unit");
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reassign) with { Unit = "望溪县" });
        var task = (await scene.ItemAsync("supervision", code))!.Tasks.Single();
        (task.Lead, task.Task.State).ShouldBe(("望溪县", TaskState.Delivered));
    }

    [Fact]
    public async Task A_deadline_moved_after_the_light_went_red_turns_it_back_with_a_reason_on_the_trail()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        scene.Clock.Pass(TimeSpan.FromDays(30));
        await scene.AsSystemAsync(s => s.GetRequiredService<SupervisionSweep>().RunAsync(default));
        (await scene.ItemAsync("supervision", code))!.Item.Light.ShouldBe(Light.Red);
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.ChangeDue, "", new DateOnly(2027, 1, 29)))).Refusal!.Rule.ShouldBe("supervision.reason");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.ChangeDue, "汛情影响", new DateOnly(2026, 12, 1)))).Refusal!.Rule.ShouldBe("supervision.due-past");
        var moved = await scene.TaskAsync("supervision", code, Do(TaskVerb.ChangeDue, "汛情影响", new DateOnly(2027, 3, 27)));
        (moved.Value.DueOn, moved.Value.Remark).ShouldBe((new DateOnly(2027, 3, 29), "3月27日是休息日，时限顺延到3月29日。"));
        var item = (await scene.ItemAsync("supervision", code))!;
        item.Item.Light.ShouldNotBe(Light.Red);
        (item.Trail[0].Quote, item.Trail[0].Changes!.Contains('红')).ShouldBe(("汛情影响", true));
    }

    [Fact]
    public async Task A_unit_that_only_supports_sees_the_task_and_does_not_feed_back_on_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Support = "青禾县" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await scene.ItemAsync("county", code))!.Tasks.Single().Supporting.ShouldBe("青禾县");
        var no = (await scene.TaskAsync("county", code, Done())).Refusal!;
        (no.Rule, no.Message.Contains("请由牵头单位办理", StringComparison.Ordinal)).ShouldBe(("supervision.not-yours", true));
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Feedbacks.ShouldBeEmpty();
    }

    [Theory, Engines]
    public async Task Of_a_feedback_and_a_withdrawal_at_the_same_moment_one_counts_and_the_other_is_told_so(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        for (var round = 0; round < 3; round++)
        {
            var code = await scene.SentAsync(Meeting with { Title = $"第{round}件事", DespiteLikeness = true });
            await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
            var both = await Task.WhenAll(Task.Run(() => scene.TaskAsync("bureau", code, Done())), Task.Run(() => scene.TaskAsync("supervision", code, Do(TaskVerb.Withdraw, "任务取消"))));
            var item = (await scene.ItemAsync("supervision", code))!;
            var (task, fed) = (item.Tasks.Single(), both[0].Succeeded);
            // One after the other is no conflict: what was fed back may still be withdrawn.
            both.Count(b => b.Succeeded).ShouldBeGreaterThan(0);
            foreach (var lost in both.Where(b => !b.Succeeded)) lost.Refusal!.Rule.ShouldBeOneOf("platform.stale", "supervision.not-now");
            task.Feedbacks.Count.ShouldBe(fed ? 1 : 0);
            task.Task.State.ShouldBe(both[1].Succeeded ? TaskState.Withdrawn : TaskState.Checking);
            item.Trail.Select(t => t.Sequence).Order().ShouldBe(Enumerable.Range(1, item.Matter.TrailCount));
        }
    }

    [Theory, Engines]
    public async Task What_a_merged_unit_was_asked_and_has_not_answered_is_asked_of_its_successor(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Support = "望溪县" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.AsSystemAsync(async s =>
        {
            var office = s.GetRequiredService<Office>();
            var task = await office.Db.Set<SupervisionTask>().SingleAsync();
            office.Db.Add(new TaskFeedback { Id = office.Ids.Next(), MatterId = task.MatterId, TaskId = task.Id, UnitId = 50, PersonId = 371, PersonName = "甲", Text = "方案已会商。", At = office.Now });
            await office.Db.SaveChangesAsync();
            var feedback = await office.Db.Set<TaskFeedback>().SingleAsync();
            office.Db.Add(new Countersign { FeedbackId = feedback.Id, UnitId = 41, MatterId = task.MatterId });
            office.Db.Add(new Agreement { TaskId = task.Id, UnitId = 41, MatterId = task.MatterId, AskedAt = office.Now });
            await office.Db.SaveChangesAsync();
            var book = await office.BookAsync(default);
            await using var transaction = await office.Db.BeginWriteAsync(default);
            foreach (var follow in s.GetServices<UnitSucceeded>()) await follow(book.Unit(41)!, book.Unit(40)!, default);
            await transaction.CommitAsync();
            return true;
        });
        var feedbackId = (await scene.ItemAsync("supervision", code))!.Tasks.Single().Feedbacks.Single().Feedback.Id;
        (await scene.AsAsync("county", s => s.GetRequiredService<Zhongshu.Modules.Supervision.Act.SignFeedback>().SignAsync(code, feedbackId, true, "", default))).Refusal?.Rule.ShouldNotBe("platform.forbidden");
        (await scene.AsSystemAsync(s => s.GetRequiredService<Office>().Db.Set<Agreement>().SingleAsync())).UnitId.ShouldBe(40);
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Supporting.ShouldBe("青禾县");
    }

    private static Task<bool> ChangeUnitAsync(Scene scene, long id, Action<Unit> change) => scene.AsSystemAsync(async s =>
    {
        var office = s.GetRequiredService<Office>();
        await using var transaction = await office.Db.BeginWriteAsync(default);
        change(await office.Db.Set<Unit>().SingleAsync(u => u.Id == id));
        await office.Db.SaveChangesAsync();
        await transaction.CommitAsync();
        office.OrganisationChanged();
        return true;
    });
}
