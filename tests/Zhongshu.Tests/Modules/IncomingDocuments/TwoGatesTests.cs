using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// 第一关、最后一关: what comes in is looked at by the office before anybody works on it, and what goes out is looked at before it leaves.
public sealed class TwoGatesTests
{
    [Fact]
    [Trait("req", "M1-B02")]
    public async Task Nothing_that_comes_in_passes_by_the_first_look_and_no_answer_leaves_without_the_last()
    {
        await using var scene = await Scene.OpenAsync();
        var flow = await scene.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<FlowShelf>().Find(RegisterDocument.Flow)!));
        flow.Roots[0].Id.ShouldBe("proposed-handling");
        flow.Roots[^1].Id.ShouldBe("closing-review");

        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));
        (await scene.SeeAsync("head2", code))!.Mine.ShouldBeEmpty("nobody works on it before the office has looked");
        (await scene.SeeAsync("director", code))!.Mine.ShouldNotBeEmpty();
        await scene.DoAsync("director", code, new ActForm { To = "routing" });
        await scene.DoAsync("director", code, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(14).Value])] });
        await scene.DoAsync("head2", code, new ActForm { Verb = "claim" });
        await scene.DoAsync("head2", code, new ActForm { Opinion = "复函已拟好。" });

        var view = (await scene.SeeAsync("director", code))!;
        view.Matter.State.ShouldBe(MatterState.Open, "handled is not yet out");
        view.Matter.Stage.ShouldBe("办结审核");
        (await scene.SeeAsync("head2", code))!.Mine.ShouldBeEmpty("the last look is not the handler's own");
        await scene.DoAsync("director", code, new ActForm { Verb = "reject", Opinion = "数字与附件不一致。" });
        (await scene.SeeAsync("head2", code))!.Mine.ShouldNotBeEmpty("what is not right goes back to the handler");
        await scene.DoAsync("head2", code, new ActForm { Opinion = "已改。" });
        await scene.DoAsync("director", code, new ActForm { Verb = "approve" });
        (await scene.SeeAsync("director", code))!.Matter.State.ShouldBe(MatterState.Closed);
    }
}
