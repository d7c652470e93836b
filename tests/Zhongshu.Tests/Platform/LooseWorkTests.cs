using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform;

/// Work that a module puts on a desk by itself.
public sealed class LooseWorkTests
{
    [Theory]
    [InlineData("countersign-4", 2)]
    [InlineData("countersign-", 1)]
    public async Task Lifting_a_step_leaves_the_steps_whose_names_only_begin_alike(string lifted, int left)
    {
        const long track = 7;
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于校园食堂安全的通知"));
        await scene.AsSystemAsync(async services =>
        {
            var office = services.GetRequiredService<Office>();
            var matter = await office.Db.Set<Matter>().SingleAsync(m => m.Code == code);
            string[] steps = ["countersign-4", "countersign-40", "help-1"];
            for (var i = 0; i < steps.Length; i++)
                await office.PlaceAsync(matter, new Work(track, i + 1, steps[i], "会签反馈", Participant.Section(14), null), default);
            await office.Db.SaveChangesAsync();

            office.Lift(track, lifted);
            await office.Db.SaveChangesAsync();

            var open = await office.Db.Set<WorkItem>().Where(w => w.InstanceId == track && w.Status == WorkStatus.Open).Select(w => w.StepId).ToListAsync();
            open.Count.ShouldBe(left);
            open.ShouldContain("help-1");
            return true;
        });
    }
}
