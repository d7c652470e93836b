using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Desk;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Chase;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// 自动催办: a chase goes out when half the time is gone, and stands on the trail.
public sealed class ChaseTests
{
    [Theory]
    [Engines]
    [Trait("req", "M1-B07")]
    [Trait("req", "M1-A12")]
    public async Task A_chase_goes_out_when_half_the_time_is_gone_and_not_before(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var document = await scene.RegisterAsync("registry", new RegisterForm { Title = "关于报送年度工作要点的函", Sender = "市人大办" });
        var code = await scene.CodeOfAsync(document.Value.MatterId);

        (await SweepAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromHours(6));
        (await SweepAsync(scene)).ShouldBe(1);
        (await SweepAsync(scene)).ShouldBe(0);

        var seen = await scene.SeeAsync("director", code);
        seen!.Mine.Single().ChaseLevel.ShouldBe(1);
        seen.Trail[0].Text.ShouldStartWith("催办（一级）");
        seen.Trail[0].PersonName.ShouldBe("系统");
        scene.Clock.Pass(TimeSpan.FromDays(1));
        (await SweepAsync(scene)).ShouldBe(1);
        (await scene.SeeAsync("director", code))!.Mine.Single().ChaseLevel.ShouldBe(3);
        (await scene.AsAsync("director", s => s.GetRequiredService<Office>().Db.Set<Notice>().CountAsync(n => n.Kind == "chase" && n.PersonId == 10))).ShouldBe(2);
    }

    [Theory]
    [Engines]
    public async Task What_was_just_chased_is_not_chased_again_from_any_page_and_after_the_pause_the_highest_level_is_told_again(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        var item = (await scene.SeeAsync("director", code))!.Mine.Single().Number;
        Task<Refusal?> ChaseAsync(int level) => scene.AsAsync("registry", async s => (await s.GetRequiredService<ActOnMatter>().RunAsync(code, new ActForm { Item = item, Verb = "chase", Level = level }, default)).Refusal);
        Task<int> ToldAsync() => scene.AsAsync("director", s => s.GetRequiredService<Office>().Db.Set<Notice>().CountAsync(n => n.Kind == "chase" && n.PersonId == 10));

        (await ChaseAsync(3)).ShouldBeNull();
        var again = (await ChaseAsync(3)).ShouldNotBeNull();
        (again.Rule, await ToldAsync()).ShouldBe(("matter.chase-pause", 1));
        again.Message.ShouldContain("11月23日15:00以后可以再催");

        scene.Clock.Pass(TimeSpan.FromHours(7));
        (await ChaseAsync(3)).ShouldBeNull();
        (await ToldAsync()).ShouldBe(2);
        (await ChaseAsync(3)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_leader_is_not_chased_but_the_secretary_is()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于灌区改造资金的请示"));
        await scene.DoAsync("director", code, new ActForm { To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] });
        scene.Clock.Pass(TimeSpan.FromDays(7));
        (await SweepAsync(scene)).ShouldBeGreaterThan(0);

        var told = await scene.AsSystemAsync(s => s.GetRequiredService<Office>().Db.Set<Notice>().Where(n => n.Kind == "chase").Select(n => n.PersonId).ToListAsync());
        told.ShouldContain(22L, "the mayor's secretary");
        told.ShouldNotContain(1L);
        (await scene.AsAsync("leader1", s => DeskView.ReadAsync(s.GetRequiredService<Office>(), default))).ToDo.Single().ChaseLevel.ShouldBe(0);
        (await scene.SeeAsync("secretary", code))!.Trail.ShouldContain(t => t.Text.StartsWith("催办", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_circulated_says_with_whom_it_lies()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于秋收进度的报告", kind: IncomingKind.Report));
        await scene.DoAsync("director", code, new ActForm { To = "reading", Choices = [new Choice("reading", [Participant.Person(1).Value, Participant.Person(20).Value])] });
        var matter = (await scene.SeeAsync("director", code))!.Matter;
        matter.Stage.ShouldBe("传阅");
        matter.Holder.ShouldContain("岭知行");
        matter.Holder.ShouldContain("砚秋白");
    }

    [Theory]
    [Engines]
    public async Task What_is_still_open_two_working_days_after_it_was_due_is_told_once_to_the_leader_in_charge(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var document = await scene.RegisterAsync("registry", new RegisterForm { Title = "关于报送年度工作要点的函", Sender = "市人大办" });
        var code = await scene.CodeOfAsync(document.Value.MatterId);
        scene.Clock.Pass(TimeSpan.FromDays(1));
        await SweepAsync(scene);
        (await EscalationsAsync(scene, code)).ShouldBeEmpty();

        scene.Clock.Pass(TimeSpan.FromDays(2));
        await SweepAsync(scene);
        scene.Clock.Pass(TimeSpan.FromDays(1));
        await SweepAsync(scene);

        var line = (await EscalationsAsync(scene, code)).ShouldHaveSingleItem();
        var told = await scene.AsSystemAsync(async s => await s.GetRequiredService<Office>().Db.Set<Notice>().Where(n => n.Text.StartsWith("超期上报")).Select(n => n.PersonId).ToListAsync());
        var book = await scene.AsSystemAsync(async s => await s.GetRequiredService<Office>().BookAsync(default));
        told.ShouldHaveSingleItem();
        line.ShouldContain(book.Person(told[0])!.Name);
    }

    private static async Task<List<string>> EscalationsAsync(Scene scene, string code) =>
        [.. (await scene.SeeAsync("director", code))!.Trail.Select(t => t.Text).Where(t => t.StartsWith("超期上报", StringComparison.Ordinal))];

    private static Task<int> SweepAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<ChaseSweep>().RunAsync(default));
}
