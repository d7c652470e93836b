using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Receive;

/// A bureau registers its own papers and has no office director: its head takes the director's steps, and the paper comes to its end.
public sealed class UnitRegistryTests
{
    private const long Commission = 50;
    private const long ItsOffice = 71;

    [Fact]
    public async Task A_paper_of_a_bureau_waits_for_its_head_and_is_closed_there()
    {
        await using var scene = await Scene.OpenAsync();
        var document = await scene.RegisterAsync("bureau", ScenePlay.Paper("关于报送重大项目储备情况的通知"));
        document.Refusal.ShouldBeNull();
        var code = await scene.AsAsync("bureau", async p => (await p.GetRequiredService<OfficeDb>().Set<Matter>().SingleAsync(m => m.Id == document.Value.MatterId)).Code);

        var seen = (await scene.SeeAsync("bureau", code)).ShouldNotBeNull();
        seen.Matter.UnitId.ShouldBe(Commission);
        seen.Mine.ShouldHaveSingleItem().StepId.ShouldBe("proposed-handling");
        (await scene.SeeAsync("director", code)).ShouldBeNull();

        await scene.DoAsync("bureau", code, new ActForm { To = "routing" });
        await scene.DoAsync("bureau", code, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(ItsOffice).Value])] });
        await scene.DoAsync("bureau", code, new ActForm { Verb = "claim" });
        await scene.DoAsync("bureau", code, new ActForm());
        await scene.DoAsync("bureau", code, new ActForm { Verb = "approve" });

        (await scene.SeeAsync("bureau", code)).ShouldNotBeNull().Matter.IsOpen.ShouldBeFalse();
    }
}
