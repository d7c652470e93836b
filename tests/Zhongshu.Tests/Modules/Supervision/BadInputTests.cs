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
