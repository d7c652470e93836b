using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Mechanisms;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Supervision.Mechanisms;

/// 同题共答: one topic, answered at each of the levels.
public sealed class LevelsTests
{
    [Theory, Engines]
    [Trait("req", "M7-B70")]
    public async Task A_joint_topic_is_settled_only_when_the_three_levels_have_answered(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var id = (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepMechanism>().OpenAsync(new MechanismInput("levels", "停车难三级互动", "2026-11-02", "省、市、县督查部门"), null, default))).Value;
        (await ActAsync(scene, k => k.RaiseAsync(id, new TopicInput("停车位缺口怎样补", "市住建局", "信息互通", "2026-11-10"), null, default))).ShouldBe("ok");
        var topic = await scene.AsAsync("supervision", s => s.GetRequiredService<Office>().Db.Set<MechanismTopic>().Select(t => t.Id).SingleAsync());
        (await ActAsync(scene, k => k.AnswerAsync(id, topic, new AnswerInput("乡", "某乡", "答复"), null, default))).ShouldBe("supervision.missing");
        (await ActAsync(scene, k => k.AnswerAsync(id, topic, new AnswerInput("县", "青禾县", ""), null, default))).ShouldBe("supervision.missing");
        foreach (var (level, who) in new[] { ("县", "青禾县"), ("市", "市住建局") }) (await ActAsync(scene, k => k.AnswerAsync(id, topic, new AnswerInput(level, who, "新增泊位。"), null, default))).ShouldBe("ok");
        var refused = await scene.AsAsync("supervision", s => s.GetRequiredService<KeepMechanism>().SettleAsync(id, topic, "已补齐。", null, default));
        (refused.Refusal!.Rule, refused.Refusal.Message.Contains("省级还没有答复", StringComparison.Ordinal)).ShouldBe(("supervision.topic-levels", true));
        (await ActAsync(scene, k => k.AnswerAsync(id, topic, new AnswerInput("省", "省政府办公厅", "安排专项资金。"), null, default))).ShouldBe("ok");
        (await ActAsync(scene, k => k.AnswerAsync(id, topic, new AnswerInput("县", "青禾县", "新增泊位120个。"), null, default))).ShouldBe("ok");
        (await ActAsync(scene, k => k.SettleAsync(id, topic, "已补齐。", null, default))).ShouldBe("ok");
        (await ActAsync(scene, k => k.AnswerAsync(id, topic, new AnswerInput("县", "青禾县", "再补一句。"), null, default))).ShouldBe("supervision.topic-settled");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<Office>().Db.Set<TopicAnswer>().Where(a => a.Level == "县").Select(a => a.Text).SingleAsync())).ShouldBe("新增泊位120个。");
    }

    private static async Task<string> ActAsync(Scene scene, Func<KeepMechanism, Task<Outcome<Done>>> act) => (await scene.AsAsync("supervision", s => act(s.GetRequiredService<KeepMechanism>()))).Refusal?.Rule ?? "ok";
}
