using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Keepers;
using Zhongshu.Modules.IncomingDocuments.Learn;
using Zhongshu.Modules.IncomingDocuments.Steps;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Loops;

/// Who carries documents at each level, who chases there, and what units below do with what they get.
public sealed class KeeperTests
{
    private const long County = 40;

    [Fact]
    [Trait("req", "M1-A02")]
    public async Task Each_level_has_a_named_carrier_and_a_document_says_at_which_level_it_is()
    {
        await using var scene = await Scene.OpenAsync();
        (await SetAsync(scene, "director", 10, DeliveryLevel.Leaders, 22)).ShouldBeNull();
        (await SetAsync(scene, "head2", 10, DeliveryLevel.Leaders, 22)).ShouldBe("platform.forbidden");
        (await SetAsync(scene, "director", 10, DeliveryLevel.Leaders, 340)).ShouldBe("incoming.keeper");

        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        (await RowsAsync(scene, "director")).Single().Level.ShouldBe(DeliveryLevel.Office);
        await scene.DoAsync("director", code, new ActForm { Opinion = "请市长阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] });

        (await RowsAsync(scene, "director")).Single().Level.ShouldBe(DeliveryLevel.Leaders);
        var keeper = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<DocumentKeeper>().SingleAsync());
        (keeper.Level, keeper.PersonId).ShouldBe((DeliveryLevel.Leaders, 22L));
    }

    [Fact]
    [Trait("req", "M1-A12")]
    public async Task Office_and_unit_each_see_what_they_answer_for_and_chase_it()
    {
        await using var scene = await Scene.OpenAsync();
        var instructed = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知", 1));
        await scene.DoAsync("director", instructed, new ActForm { Opinion = "请市长阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] });
        var routed = await scene.RegisteredAsync(ScenePlay.Paper("关于报送名单的通知", 2));
        await scene.DoAsync("director", routed, new ActForm { To = "routing" });
        await scene.DoAsync("director", routed, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(County).Value])] });

        (await RowsAsync(scene, "director")).Count.ShouldBe(2);
        var mine = (await RowsAsync(scene, "county")).Single();
        (mine.Code, mine.Level).ShouldBe((routed, DeliveryLevel.Units));
        (await ChaseAsync(scene, "county", mine)).ShouldBeNull();
        (await ChaseAsync(scene, "county", mine)).ShouldBe("matter.chase-pause");
        (await RowsAsync(scene, "county")).Single().ChaseLevel.ShouldBe(1);
        (await ChaseAsync(scene, "bureau", mine)).ShouldNotBeNull();
    }

    [Fact]
    [Trait("req", "M1-A12")]
    public void A_secretary_answers_for_the_leaders_she_writes_for_and_a_head_for_the_own_section()
    {
        var book = Zhongshu.Demo.DemoOffice.Present.Book();
        var day = new DateOnly(2026, 11, 23);
        var secretary = new Actor { PersonId = 22, UnitId = 13, RecordsFor = [1, 2], Permissions = ((string[])["incoming.record-instruction"]).ToFrozenSet() };
        var head = new Actor { PersonId = 30, UnitId = 14, Permissions = ((string[])["incoming.assign"]).ToFrozenSet() };
        long[] holders = [Participant.Person(1).Value, Participant.Person(3).Value, Participant.Section(14).Value, Participant.Person(31).Value, Participant.Section(13).Value];

        holders.Select(h => LevelBoard.AnswersFor(secretary, book, h, day)).ShouldBe([true, false, false, false, false]);
        holders.Select(h => LevelBoard.AnswersFor(head, book, h, day)).ShouldBe([false, false, true, true, false]);
    }

    [Fact]
    [Trait("req", "M1-A09")]
    [Trait("req", "M1-A10")]
    public async Task A_unit_that_lets_a_document_lie_is_reminded_through_its_keeper_and_warned_when_it_keeps_it_back()
    {
        await using var scene = await Scene.OpenAsync();
        (await SetAsync(scene, "county", County, DeliveryLevel.Device, 340)).ShouldBeNull();
        var code = await SentToCountyAsync(scene);
        (await SweepAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromHours(6));

        (await SweepAsync(scene)).ShouldBe(1);
        (await SweepAsync(scene)).ShouldBe(0);
        (await ToldAsync(scene)).ShouldHaveSingleItem().ShouldStartWith("来件尚未下载、打印、呈送");

        await scene.DoAsync("county", code, new ActForm { Verb = "claim" });
        scene.Clock.Pass(TimeSpan.FromDays(2));
        (await SweepAsync(scene)).ShouldBe(1);
        (await ToldAsync(scene)).ShouldContain(t => t.StartsWith("预警：来件签收后未呈送", StringComparison.Ordinal));
        (await SweepAsync(scene)).ShouldBe(0);
    }

    [Fact]
    [Trait("req", "M1-A09")]
    public async Task What_was_taken_down_printed_and_presented_in_time_reminds_nobody()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await SentToCountyAsync(scene);
        await scene.AsAsync("county", async s =>
        {
            var office = s.GetRequiredService<Office>();
            var matter = await office.Db.Set<IncomingDocument>().Select(d => d.MatterId).SingleAsync();
            await NoteReceipt.DownloadedAsync(office, matter, default);
            await NoteReceipt.PrintedAsync(office, matter, default);
            (await NoteReceipt.PresentedAsync(office, code, "县长", default)).Refusal.ShouldBeNull();
            return true;
        });
        scene.Clock.Pass(TimeSpan.FromDays(3));

        (await SweepAsync(scene)).ShouldBe(0);
        var receipt = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<UnitReceipt>().SingleAsync());
        (receipt.UnitId, receipt.PresentedTo, receipt.Missing().Count()).ShouldBe((County, "县长", 0));
        (await scene.AsAsync("director", async s => (await NoteReceipt.PresentedAsync(s.GetRequiredService<Office>(), code, "市长", default)).Succeeded)).ShouldBeFalse();
    }

    [Fact]
    [Trait("req", "M1-A18")]
    public async Task Who_of_the_office_reads_a_document_from_above_first_is_noted_with_what_he_took_from_it()
    {
        await using var scene = await Scene.OpenAsync();
        var above = await scene.RegisteredAsync(ScenePlay.Paper("关于做好秋冬季水利工作的通知", 1) with { Sender = "岚川省水利厅" });
        var below = await scene.RegisteredAsync(ScenePlay.Paper("关于水利工作的报告", 2));

        (await SeenAsync(scene, "director", above)).ShouldBeTrue();
        (await SeenAsync(scene, "director", above)).ShouldBeFalse();
        (await SeenAsync(scene, "director", below)).ShouldBeFalse();
        scene.Clock.Pass(TimeSpan.FromHours(1));
        (await SeenAsync(scene, "registry", above)).ShouldBeTrue();
        (await scene.AsAsync("director", s => s.GetRequiredService<ReadEarly>().NoteAsync(above, "要点：年底前开工。", default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("drafter", s => s.GetRequiredService<ReadEarly>().NoteAsync(above, "没有读过。", default))).Succeeded.ShouldBeFalse();

        var readings = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<EarlyReading>().OrderBy(r => r.At).ToListAsync());
        readings.Select(r => r.PersonId).ShouldBe([TestOffice.PersonOf("director"), TestOffice.PersonOf("registry")]);
        readings[0].Note.ShouldBe("要点：年底前开工。");
    }

    [Fact]
    [Trait("req", "M1-A14")]
    public async Task Every_step_says_its_procedure_its_demands_its_limit_and_who_answers_for_it()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AsAsync("drafter", async s =>
        {
            var office = s.GetRequiredService<Office>();
            var book = await office.BookAsync(default);
            var duties = office.Rules.Value(IncomingRules.StepDuties);
            foreach (var step in new[] { "proposed-handling", "instruction", "instruction-in-turn", "routing", "lead-handling", "closing-review" })
            {
                var duty = StepDuties.Of(office.Rules, step).ShouldNotBeNull(step);
                duty.Procedure.ShouldNotBeEmpty();
                duty.Demand.ShouldNotBeEmpty();
                StepDuties.LimitOf(office.Rules, duty.Step).ShouldContain("工作");
            }

            StepDuties.PeopleOf(book, duties.First(d => d.Step == "routing"), 10, office.Today).ShouldContain("栋统筹");
            return true;
        });
    }

    private static async Task<string> SentToCountyAsync(Scene scene)
    {
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于报送名单的通知"));
        await scene.DoAsync("director", code, new ActForm { To = "routing" });
        await scene.DoAsync("director", code, new ActForm { Choices = [new Choice("lead-handling", [Participant.Section(County).Value])] });
        return code;
    }

    private static async Task<string?> SetAsync(Scene scene, string login, long unit, DeliveryLevel level, long person) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<SetKeeper>().RunAsync(unit, level, person, default))).Refusal?.Rule;

    private static Task<IReadOnlyList<LevelRow>> RowsAsync(Scene scene, string login) => scene.AsAsync(login, s => LevelBoard.RowsAsync(s.GetRequiredService<Office>(), default));

    private static async Task<string?> ChaseAsync(Scene scene, string login, LevelRow row) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<ChaseAtLevel>().RunAsync(row.Code, row.Number, default)))?.Rule;

    private static Task<int> SweepAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<UnitReceiptSweep>().RunAsync(default));

    private static Task<List<string>> ToldAsync(Scene scene) =>
        scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == 340 && n.Kind == "chase" && (n.Text.StartsWith("来件") || n.Text.StartsWith("预警"))).Select(n => n.Text).ToListAsync());

    private static Task<bool> SeenAsync(Scene scene, string login, string code) => scene.AsAsync(login, async s =>
    {
        var office = s.GetRequiredService<Office>();
        var document = await office.Db.Set<IncomingDocument>().SingleAsync(d => office.Db.Set<Zhongshu.Platform.Matters.Matter>().Any(m => m.Id == d.MatterId && m.Code == code));
        return await s.GetRequiredService<ReadEarly>().SeenAsync(document, default);
    });
}
