using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Matters;

/// 代录批示: a secretary writes down what the leader said; it is the leader's instruction, and is shown as written down by the secretary.
public sealed class RecordedForTests
{
    private const long Mayor = 1;

    [Theory]
    [Engines]
    public async Task What_a_secretary_records_is_the_leaders_instruction_and_names_both(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await WithTheMayorAsync(scene);
        var item = (await scene.SeeAsync("leader1", code))!.Mine.Single().Number;
        var form = new ActForm { Item = item, Verb = "complete", Opinion = "同意，请抓紧办理。", For = Mayor };

        (await scene.ActAsync("handler2", code, form)).Refusal.ShouldNotBeNull();
        (await scene.ActAsync("registry", code, form)).Refusal!.Rule.ShouldBe("matter.records-for");
        (await scene.ActAsync("secretary", code, form)).Refusal.ShouldBeNull();

        var opinion = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Opinion>().SingleAsync(o => o.Kind == OpinionKind.Instruction));
        (opinion.PersonId, opinion.Text, opinion.RecordedBy).ShouldBe((Mayor, "同意，请抓紧办理。", Scene.NameOf("secretary")));
        var line = (await scene.SeeAsync("director", code))!.Trail.First(t => t.Quote == "同意，请抓紧办理。");
        (line.PersonName, line.ForName).ShouldBe((Scene.NameOf("secretary"), Scene.NameOf("leader1")));
    }

    private static async Task<string> WithTheMayorAsync(Scene scene)
    {
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于灌区改造资金的请示"));
        await scene.DoAsync("director", code, new ActForm { To = "instruction", Choices = [new Choice("instruction", [Participant.Person(Mayor).Value])] });
        return code;
    }
}
