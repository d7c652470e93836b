using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Modules.IncomingDocuments.Receive;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Modules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments;

/// Where a document is, who had it, and what was written on it, to the letter.
public sealed class TraceTests
{
    private const string Written = "同意。请秘书二科牵头，  30日前报结果（附明细）。";

    [Fact]
    [Trait("req", "M1-A06")]
    public async Task A_document_passes_between_leaders_office_and_sections_and_each_hand_stands_on_the_trail()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await InstructedAsync(scene);
        await scene.DoAsync("leader1", code, new ActForm { Verb = "forward", Opinion = "请致远同志阅处。", Choices = [new Choice("", [Participant.Person(2).Value])] });
        await scene.DoAsync("leader2", code, new ActForm { Opinion = Written });
        await RouteAsync(scene, code);
        await scene.DoAsync("head2", code, new ActForm { Verb = "claim" });
        await scene.DoAsync("head2", code, new ActForm { Verb = "forward", Opinion = "请小满同志办理。", Choices = [new Choice("", [Participant.Person(31).Value])] });
        await scene.DoAsync("handler2", code, new ActForm { Opinion = "已办理。" });

        var trail = (await scene.SeeAsync("director", code))!.Trail.Reverse().ToList();
        trail.Where(t => t.Verb is "flow.complete" or "flow.forward").Select(t => t.PersonName).ShouldBe(["栋统筹", "岭知行", "川致远", "栋统筹", "笺明达", "禾小满"]);
        trail.Where(t => t.Verb == "flow.forward").ShouldAllBe(t => t.Text.Contains('送') || t.Text.Contains('转'));
    }

    [Fact]
    [Trait("req", "M1-A17")]
    public async Task An_instruction_is_kept_to_the_letter_goes_along_with_the_work_and_nothing_in_the_house_can_change_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await InstructedAsync(scene);
        await scene.DoAsync("leader1", code, new ActForm { Opinion = Written });
        await RouteAsync(scene, code);

        var seen = await scene.SeeAsync("head2", code);
        seen!.Trail.Select(t => t.Quote).ShouldContain(Written);
        (await scene.AsAsync("head2", s => s.GetRequiredService<OfficeDb>().Set<Opinion>().Where(o => o.Kind == OpinionKind.Instruction).Select(o => o.Text).SingleAsync())).ShouldBe(Written);
        typeof(Opinion).GetProperties().Where(p => p.SetMethod is not null && !p.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))).ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M1-A19")]
    public async Task A_document_in_circulation_shows_who_has_read_it_when_and_who_has_not()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于防汛准备情况的报告", kind: IncomingKind.Report));
        await scene.DoAsync("director", code, new ActForm { Opinion = "请领导传阅。", To = "reading", Choices = [new Choice("reading", [Participant.Person(1).Value, Participant.Person(2).Value])] });
        scene.Clock.Pass(TimeSpan.FromHours(1));

        await scene.DoAsync("leader1", code, new ActForm());

        var readers = (await scene.SeeAsync("director", code))!.Items.Where(i => i.Kind == WorkKind.Read).ToList();
        readers.Select(r => (new Participant(r.Assignee).Id, r.Status)).ShouldBe([(1L, WorkStatus.Done), (2L, WorkStatus.Open)], ignoreOrder: true);
        readers.Single(r => r.Status == WorkStatus.Done).DoneAt.ShouldBe(scene.Clock.GetUtcNow());
        (await scene.SeeAsync("director", code))!.Mine.ShouldBeEmpty("it waits for the last reader");
        await scene.DoAsync("leader2", code, new ActForm());
        (await scene.SeeAsync("director", code))!.Mine.Single().StepId.ShouldBe("closing-review");
    }

    [Fact]
    [Trait("req", "M1-B01")]
    public async Task There_is_one_way_in_and_what_has_not_come_through_it_does_not_move()
    {
        await using var scene = await Scene.OpenAsync();
        var delivered = await scene.RegisterAsync("registry", ScenePlay.Paper("关于做好防汛工作的通知") with { AwaitsReceipt = true });
        var code = await scene.CodeOfAsync(delivered.Value.MatterId);

        (await scene.ActAsync("director", code, new ActForm { Item = 1, Verb = "complete", Opinion = "请办理。", To = "routing" })).Refusal!.Rule.ShouldBe("matter.no-flow");
        (await scene.AsAsync("registry", s => s.GetRequiredService<ReceiveDocument>().ReceiveAsync(code, default))).Refusal.ShouldBeNull();
        (await scene.SeeAsync("director", code))!.Mine.Single().StepId.ShouldBe("proposed-handling");

        var bypass = await scene.RegisteredAsync(ScenePlay.Paper("关于直接送领导的报告", 2) with { IsBypass = true });
        (await scene.SeeAsync("director", bypass))!.Mine.Single().StepId.ShouldBe("proposed-handling", "a bypass enters by the same door");
        var menu = await scene.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<Menu>()));
        menu.Entries.Where(e => e.Title.Contains("收文登记", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("req", "M1-B11")]
    public async Task The_ledger_says_of_every_document_where_it_is_and_with_whom()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await InstructedAsync(scene);
        await scene.DoAsync("leader1", code, new ActForm { Opinion = Written });
        await RouteAsync(scene, code);
        await scene.ClosedAsync(ScenePlay.Paper("关于报送总结的通知", 2));

        var (rows, _) = await scene.AsAsync("registry", s => LedgerQuery.PageAsync(s.GetRequiredService<Office>(), new LedgerFilter { State = "all" }, 50, default));

        rows.Select(r => (r.State, r.Stage, r.Holder)).ShouldBe([(MatterState.Closed, "", ""), (MatterState.Open, "承办", "秘书二科")]);
    }

    private static async Task<string> InstructedAsync(Scene scene)
    {
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        await scene.DoAsync("director", code, new ActForm { Opinion = "拟请市长阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] });
        return code;
    }

    private static Task RouteAsync(Scene scene, string code) => scene.DoAsync("director", code, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(14).Value])] });
}
