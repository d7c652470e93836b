using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Modules.IncomingDocuments.Shift;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Trail;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Shift;

public sealed class ShiftTests
{
    [Fact]
    [Trait("req", "M1-A16")]
    public async Task The_sheet_gathers_what_came_and_what_still_lies_at_the_desk()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知", 1));
        await scene.RegisteredAsync(ScenePlay.Paper("关于报送情况的通知", 2) with { AwaitsReceipt = true });

        var sheet = await SheetAsync(scene);

        Count(sheet, "本班收文").ShouldBe(2);
        Count(sheet, "待签收").ShouldBe(1);
        Count(sheet, "收到未送出").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_handed_over_is_kept_as_it_was_confirmed_by_the_next_and_chained_on_the_platform_trail()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知", 1));
        var to = TestOffice.PersonOf("drafter");

        var shift = (await HandAsync(scene, "registry", to, "青禾县来电未回。")).Value;
        scene.Clock.Pass(TimeSpan.FromMinutes(10));
        await scene.RegisteredAsync(ScenePlay.Paper("关于交班以后才到的通知", 2));

        (await TakeAsync(scene, "registry", shift.Id)).Refusal!.Rule.ShouldBe("incoming.shift-not-yours");
        (await HandAsync(scene, "registry", to, "")).Refusal!.Rule.ShouldBe("incoming.shift-waiting");
        var taken = (await TakeAsync(scene, "drafter", shift.Id)).Value;
        (await TakeAsync(scene, "drafter", shift.Id)).Refusal!.Rule.ShouldBe("incoming.shift-taken");

        Count(taken.Read(), "本班收文").ShouldBe(1);
        Count(await SheetAsync(scene), "本班收文").ShouldBe(1);
        var trail = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<TrailEntry>().Where(t => t.MatterId == 0 && t.Verb.StartsWith("incoming.shift")).OrderBy(t => t.Sequence).ToListAsync());
        trail.Select(t => t.Verb).ShouldBe(["incoming.shift-handed", "incoming.shift-taken"]);
        trail[0].Quote.ShouldBe("青禾县来电未回。");
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().CountAsync(n => n.PersonId == to && n.Text.Contains("交班")))).ShouldBe(1);
    }

    [Fact]
    public async Task The_title_of_a_classified_document_does_not_stand_on_the_sheet()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.RegisteredAsync(new RegisterForm { Title = "关于某项工作的通知", Sender = "市委办", Classification = 1 });

        var line = (await SheetAsync(scene)).Parts.Single(p => p.Title == "本班收文").Lines.Single();

        line.Title.ShouldNotContain("某项工作");
        line.Code.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_somebody_who_registers_here_can_take_over()
    {
        await using var scene = await Scene.OpenAsync();

        (await HandAsync(scene, "registry", TestOffice.PersonOf("county"), "")).Refusal!.Rule.ShouldBe("incoming.shift-successor");
    }

    private static int Count(ShiftSheet sheet, string title) => sheet.Parts.Single(p => p.Title == title).Count;

    private static Task<ShiftSheet> SheetAsync(Scene scene) => scene.AsAsync("registry", s => ShiftGather.SheetAsync(s.GetRequiredService<Office>(), default));

    private static Task<Outcome<ShiftChange>> HandAsync(Scene scene, string login, long to, string remarks) =>
        scene.AsAsync(login, s => s.GetRequiredService<HandShift>().HandAsync(to, remarks, default));

    private static Task<Outcome<ShiftChange>> TakeAsync(Scene scene, string login, long id) =>
        scene.AsAsync(login, s => s.GetRequiredService<HandShift>().TakeAsync(id, "", default));
}
