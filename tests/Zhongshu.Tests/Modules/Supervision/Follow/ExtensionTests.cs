using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Follow;

/// A request for more time is on the desk, on the board and on the item's page exactly while it can be answered.
public sealed class ExtensionTests
{
    [Theory, Engines]
    public async Task A_request_waits_while_its_task_is_suspended_and_lies_there_again_when_it_goes_on(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting with { ShortReason = "年内完成", Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2026-12-14" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.AskExtension, "征地未完成。", new DateOnly(2026, 12, 28)));
        (await PlacesAsync(scene, code)).ShouldBe((1, 1, 1, true));

        await scene.DoAsync("supervision", code, Do(TaskVerb.Suspend, "等候规划调整。", new DateOnly(2026, 11, 30)));
        (await PlacesAsync(scene, code)).ShouldBe((0, 0, 0, false));
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.GrantExtension))).Refusal!.Rule.ShouldBe("supervision.not-now");

        scene.Clock.Pass(TimeSpan.FromDays(1));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Resume));
        (await PlacesAsync(scene, code)).ShouldBe((1, 1, 1, true));
        await scene.DoAsync("supervision", code, Do(TaskVerb.GrantExtension));
        (await PlacesAsync(scene, code)).ShouldBe((0, 0, 0, false));
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Task.DueOn.ShouldBe(new DateOnly(2026, 12, 28));
    }

    [Theory, Engines]
    public async Task A_request_waits_while_the_feedback_is_checked(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting with { ShortReason = "年内完成", Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2026-12-14" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.AskExtension, "征地未完成。", new DateOnly(2026, 12, 28)));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "已完成勘察。") with { Progress = 30 });
        (await PlacesAsync(scene, code)).ShouldBe((0, 0, 0, false));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Accept));
        (await PlacesAsync(scene, code)).ShouldBe((1, 1, 1, true));
    }

    /// On the officer's desk, under the board's number, in the board's list; and whether the item's page offers an answer.
    private static async Task<(int Desk, int Count, int Listed, bool Offered)> PlacesAsync(Scene scene, string code)
    {
        var desk = (await scene.DeskAsync("supervision")).ToDo.Count(r => r.Step == "延期审批");
        var count = (await scene.AsAsync("supervision", s => s.GetRequiredService<CountBoard>().ReadAsync(s.GetRequiredService<Office>(), default))).Extensions;
        var listed = (await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter { State = "extension" }, 50, default))).Rows.Count;
        return (desk, count, listed, (await scene.ItemAsync("supervision", code))!.Tasks.Single().Verbs.Contains(TaskVerb.GrantExtension));
    }
}
