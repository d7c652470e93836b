using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Matters;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Route;

public sealed class ReadingPaperTests
{
    private static readonly ActForm ToLeader = new() { To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] };

    [Theory]
    [Engines]
    public async Task A_leader_instructs_on_a_paper_for_reading_and_what_he_only_read_is_closed_at_once(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await ForReadingAsync(scene);
        await scene.DoAsync("director", code, ToLeader);
        await scene.DoAsync("leader1", code, new ActForm { Opinion = "阅。" });
        await scene.DoAsync("director", code, new ActForm { To = "closing-review" });
        await scene.DoAsync("director", code, new ActForm { Verb = "approve" });
        (await scene.SeeAsync("director", code))!.Matter.State.ShouldBe(MatterState.Closed);
    }

    [Fact]
    public async Task What_the_leader_wants_done_is_handed_out_or_goes_round_as_the_director_chooses()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await ForReadingAsync(scene);
        await scene.DoAsync("director", code, ToLeader);
        await scene.DoAsync("leader1", code, new ActForm { Opinion = "请督促落实。" });
        var view = (await scene.SeeAsync("director", code))!;
        (await scene.ActAsync("director", code, new ActForm { Verb = "complete", Item = view.Mine[0].Number, Opinion = "请办理。" })).Refusal.ShouldNotBeNull("there is more than one way on");
        await scene.DoAsync("director", code, new ActForm { To = "handling", Choices = [new Choice("lead-handling", [Participant.Section(14).Value])] });
        (await scene.SeeAsync("head2", code))!.Mine.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_began_by_the_first_version_goes_on_by_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await ForReadingAsync(scene);
        await scene.AsSystemAsync(async s =>
        {
            var db = s.GetRequiredService<OfficeDb>();
            var instance = await db.Set<FlowInstance>().Parts().SingleAsync();
            instance.Become(instance.State() with { Version = 1 });
            await db.SaveChangesAsync();
            return await db.Database.ExecuteSqlAsync($"UPDATE flow_instance SET definition_version = 1");
        });
        var view = (await scene.SeeAsync("director", code))!;
        (await scene.ActAsync("director", code, ToLeader with { Verb = "complete", Item = view.Mine[0].Number, Opinion = "请阅示。" })).Refusal.ShouldNotBeNull("the first version sent such papers round alone");
        await scene.DoAsync("director", code, new ActForm { To = "reading", Choices = [new Choice("reading", [Participant.Person(1).Value])] });
    }

    [Fact]
    public async Task A_program_that_leaves_out_whom_it_chose_is_asked_for_them()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await ForReadingAsync(scene);
        var sent = System.Text.Json.JsonSerializer.Deserialize<ActForm>("""{"verb":"complete","opinion":"请阅示。","to":"instruction","choices":[{"step":"instruction"}]}""", System.Text.Json.JsonSerializerOptions.Web)!;
        (await scene.ActAsync("director", code, sent with { Item = (await scene.SeeAsync("director", code))!.Mine[0].Number })).Refusal!.Message.ShouldContain("领导批示");
    }

    private static Task<string> ForReadingAsync(Scene scene) => scene.RegisteredAsync(ScenePlay.Paper("关于春耕备耕情况的报告", kind: IncomingKind.Report));
}
