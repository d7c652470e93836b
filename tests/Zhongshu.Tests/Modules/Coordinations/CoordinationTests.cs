using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Coordinations;
using Zhongshu.Modules.Coordinations.Keep;
using Zhongshu.Modules.Coordinations.Meetings;
using Zhongshu.Modules.IncomingDocuments.Register;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Rules;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Coordinations;

/// 协调单: three dimensions, a roadmap, every unit's word, joint meetings, and into the supervision ledger where need be.
public sealed class CoordinationTests
{
    internal static readonly CoordinationInput Team = new()
    {
        Title = "秋粮收购保障", Kind = "team", Content = "affair", Toward = "across", Way = "agreed", Need = "仓容和运力不够，几个部门各有一段。", Lead = 50, Partners = [40, 54],
        Steps = [new() { Text = "摸清各县仓容缺口", DueOn = "2026-11-27" }, new() { Text = "调配运力", Unit = 54, DueOn = "2026-12-04" }],
    };

    [Fact]
    [Trait("req", "M19-A08")]
    public async Task A_sheet_says_content_object_and_way_out_of_four_each()
    {
        await using var scene = await Scene.OpenAsync();
        var rules = await scene.AsAsync("director", s => Task.FromResult(s.GetRequiredService<Office>().Rules));
        rules.Value(CoordinationRules.Contents).Select(d => d.Word).ShouldBe(["公文协调", "会议协调", "事务协调", "日常管理协调"]);
        rules.Value(CoordinationRules.Objects).Select(d => d.Word).ShouldBe(["内部协调", "外部协调", "横向协调", "纵向协调"]);
        rules.Value(CoordinationRules.Ways).Select(d => d.Word).ShouldBe(["指令性", "协商性", "渐进式", "应急式"]);
        foreach (var (field, input) in new[] { ("content", Team with { Content = "other" }), ("toward", Team with { Toward = "" }), ("way", Team with { Way = "强制" }), ("kind", Team with { Kind = "" }) })
            (await OpenAsync(scene, input)).Refusal!.Field.ShouldBe(field);
        var id = (await OpenAsync(scene, Team)).Value;
        (await OpenAsync(scene, Team with { Title = "迎检材料", Content = "paper", Kind = "matter" })).Refusal.ShouldBeNull();
        var sheet = (await ViewAsync(scene, "director", id))!.Sheet;
        (sheet.Content, sheet.Toward, sheet.Way).ShouldBe(("affair", "across", "agreed"));
    }

    [Fact]
    [Trait("req", "M19-A09")]
    public async Task No_sheet_is_opened_without_a_timetable_and_a_roadmap()
    {
        await using var scene = await Scene.OpenAsync();
        (await OpenAsync(scene, Team with { Steps = [] })).Refusal!.Rule.ShouldBe("coordination.roadmap");
        (await OpenAsync(scene, Team with { Steps = [new() { Text = "  " }] })).Refusal!.Rule.ShouldBe("coordination.roadmap");
        (await OpenAsync(scene, Team with { Steps = [new() { Text = "摸清缺口", DueOn = "" }] })).Refusal!.Field.ShouldBe("steps");
        (await OpenAsync(scene, Team with { Steps = [new() { Text = "摸清缺口", DueOn = "2026-11-20" }] })).Refusal!.Message.ShouldContain("不早于今天");
        var id = (await OpenAsync(scene, Team)).Value;
        var view = (await ViewAsync(scene, "director", id))!;
        view.Sheet.DueOn.ShouldBe(new DateOnly(2026, 12, 4), "the last step ends the timetable");
        view.Steps.Select(s => (s.Place, s.UnitId)).ShouldBe([(1, 50L), (2, 54L)]);
        (await StepAsync(scene, "county", id, view.Steps[0].Id)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await StepAsync(scene, "bureau", id, view.Steps[0].Id)).Refusal.ShouldBeNull();
        (await StepAsync(scene, "bureau", id, view.Steps[0].Id)).Refusal!.Rule.ShouldBe("coordination.step-done");
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepCoordination>().CloseAsync(id, "办完", null, default))).Refusal!.Rule.ShouldBe("coordination.steps-left");
        scene.Clock.Pass(TimeSpan.FromDays(14));
        (await ViewAsync(scene, "director", id))!.IsLate(new DateOnly(2026, 12, 7)).ShouldBeTrue();
        (await CountAsync(scene, "director", "late")).ShouldBe(1);
    }

    [Theory, Engines]
    [Trait("req", "M19-A12")]
    [Trait("req", "M19-B07")]
    public async Task A_team_of_several_units_has_a_lead_and_meets_as_often_as_the_rule_says(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await OpenAsync(scene, Team with { Lead = 0 })).Refusal!.Field.ShouldBe("lead");
        var id = (await OpenAsync(scene, Team)).Value;
        var view = (await ViewAsync(scene, "bureau", id))!;
        view.Units.Where(u => u.IsLead).Select(u => u.UnitId).ShouldBe([50L]);
        view.Units.Select(u => u.UnitId).ShouldBe([50L, 40, 54], ignoreOrder: true);
        view.Sheet.MeetsBy.ShouldBe(new DateOnly(2026, 12, 7), "a team meets every two weeks");
        (await NoticesAsync(scene, 371)).ShouldContain(t => t.Contains("秋粮收购保障") && t.Contains("牵头"));

        scene.Clock.Pass(TimeSpan.FromDays(16));
        (await CountAsync(scene, "director", "meet")).ShouldBe(1);
        var meeting = (await scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().RunAsync(id, new MeetingInput { Title = "联席会议", StartsAt = "2026-12-10T14:30", Place = "三楼会议室", Agenda = "运力缺口" }, null, default))).Value;
        (await HoldAsync(scene, meeting)).Refusal!.Field.ShouldBe("conclusion", "not before it was held");
        scene.Clock.Pass(TimeSpan.FromDays(2));
        (await HoldAsync(scene, meeting)).Refusal.ShouldBeNull();
        (await HoldAsync(scene, meeting)).Refusal!.Rule.ShouldBe("coordination.held");
        (await scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().ChaseAsync(meeting, null, default))).Refusal!.Rule.ShouldBe("coordination.held", "nobody is asked whether to come to what is over");
        (await ViewAsync(scene, "director", id))!.Sheet.MeetsBy.ShouldBe(new DateOnly(2026, 12, 24));
        (await CountAsync(scene, "director", "meet")).ShouldBe(0);
    }

    [Theory, Engines]
    [Trait("req", "M19-B01")]
    [Trait("req", "M19-B08")]
    [Trait("req", "M19-B17")]
    public async Task What_units_share_and_say_to_each_other_all_of_them_read_and_nobody_else(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var id = (await OpenAsync(scene, Team with { Kind = "sharing", Partners = [40], Steps = [new() { Text = "摸清各县仓容缺口", DueOn = "2026-11-27" }] })).Value;
        (await ViewAsync(scene, "bureau", id))!.Sheet.MeetsBy.ShouldBe(new DateOnly(2026, 12, 21), "who shares information meets every four weeks");
        (await NoteAsync(scene, "bureau", id, new() { Kind = NoteKind.Talk, On = "2026-11-23", Text = "仓容口径" })).Refusal!.Field.ShouldBe("with");
        (await NoteAsync(scene, "bureau", id, new() { Kind = NoteKind.Talk, On = "2026-11-23", With = "青禾县", Text = "仓容口径不一" })).Refusal!.Field.ShouldBe("result");
        (await NoteAsync(scene, "bureau", id, new() { Kind = NoteKind.Talk, On = "2026-11-23", With = "青禾县", Text = "仓容口径不一", Result = "统一按完好仓容报" })).Refusal.ShouldBeNull();
        (await NoteAsync(scene, "bureau", id, new() { Kind = NoteKind.Shared, On = "2026-11-23", Text = "全市空仓12万吨" })).Refusal.ShouldBeNull();
        (await ViewAsync(scene, "county", id))!.Notes.Select(n => n.Text).ShouldBe(["全市空仓12万吨", "仓容口径不一"]);
        (await ViewAsync(scene, "handler2", id)).ShouldBeNull("a section that does not take part");
        (await NoteAsync(scene, "handler2", id, new() { Kind = NoteKind.Report, On = "2026-11-23", Text = "看看" })).Refusal!.Kind.ShouldBe(RefusalKind.NotFound);
        (await NoteAsync(scene, "leader2", id, new() { Kind = NoteKind.Report, On = "2026-11-23", Text = "看看" })).Refusal!.Rule.ShouldBe("coordination.not-of-it");

        var code = await scene.AsAsync("supervision", async s =>
        {
            (await s.GetRequiredService<KeepCoordination>().SuperviseAsync(id, "缺口补齐", "2026-12-31", null, default)).Refusal.ShouldBeNull();
            return (await s.GetRequiredService<OfficeDb>().Set<Coordination>().SingleAsync()).ItemCode;
        });
        (await scene.AsAsync("supervision", s => s.GetRequiredService<OfficeDb>().Set<Matter>().SingleAsync(m => m.Code == code))).Title.ShouldBe("秋粮收购保障");
        (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepCoordination>().SuperviseAsync(id, "缺口补齐", "2026-12-31", null, default))).Refusal!.Rule.ShouldBe("coordination.supervised");

        (await StepAsync(scene, "bureau", id, (await ViewAsync(scene, "bureau", id))!.Steps[0].Id)).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepCoordination>().CloseAsync(id, "缺口已补齐", null, default))).Refusal!.Message.ShouldContain("青禾县");
        foreach (var unit in new[] { "bureau", "county" }) (await NoteAsync(scene, unit, id, new() { Kind = NoteKind.Report, On = "2026-11-23", Text = "已完成" })).Refusal.ShouldBeNull();
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepCoordination>().CloseAsync(id, "缺口已补齐", null, default))).Refusal.ShouldBeNull();
        (await NoteAsync(scene, "county", id, new() { Kind = NoteKind.Shared, On = "2026-11-23", Text = "还有" })).Refusal!.Rule.ShouldBe("coordination.closed");
    }

    [Fact]
    [Trait("req", "M19-B08")]
    public async Task A_unit_for_which_nobody_can_speak_does_not_hold_up_the_end()
    {
        await using var scene = await Scene.OpenAsync();
        var id = (await OpenAsync(scene, Team with { Partners = [1, 10], Steps = [new() { Text = "摸清缺口", DueOn = "2026-11-27" }] })).Value;
        (await StepAsync(scene, "bureau", id, (await ViewAsync(scene, "bureau", id))!.Steps[0].Id)).Refusal.ShouldBeNull();
        Task<Outcome<Done>> Close() => scene.AsAsync("director", s => s.GetRequiredService<KeepCoordination>().CloseAsync(id, "缺口已补齐", null, default));
        (await Close()).Refusal!.Message.ShouldStartWith("市发展改革委还没有提交情况");
        (await NoteAsync(scene, "bureau", id, new() { Kind = NoteKind.Report, On = "2026-11-23", Text = "已完成" })).Refusal.ShouldBeNull();
        (await ViewAsync(scene, "head1", id)).ShouldNotBeNull("its sections read what the office as a whole takes part in: one of them is called to its meetings");
        (await NoteAsync(scene, "head1", id, new() { Kind = NoteKind.Report, On = "2026-11-23", Text = "代办公室报" })).Refusal!.Rule.ShouldBe("coordination.not-of-it");
        (await Close()).Refusal.ShouldBeNull("the unit above and the office as a whole are not on the platform");
    }

    [Fact]
    public async Task A_sheet_on_a_matter_is_for_those_who_may_know_the_matter()
    {
        await using var scene = await Scene.OpenAsync();
        var document = (await scene.RegisterAsync("registry", new RegisterForm { Title = "关于仓容情况的通知", Sender = "岚川省粮食局", DocumentNumber = "岚粮〔2026〕9号" })).Value;
        var code = await scene.CodeOfAsync(document.MatterId);
        var id = (await OpenAsync(scene, Team with { Matter = code, Partners = [40] })).Value;
        (await ViewAsync(scene, "county", id))!.Matter!.Value.Code.ShouldBe(code, "whoever takes part reads the matter");
        await scene.AsAsync("director", async s =>
        {
            var (db, office) = (s.GetRequiredService<OfficeDb>(), s.GetRequiredService<Office>());
            await using var transaction = await db.BeginWriteAsync(default);
            await db.Set<MatterAccess>().Where(a => a.MatterId == document.MatterId && a.Subject == Participant.Person(340).Value).ExecuteDeleteAsync();
            await transaction.CommitAsync();
            return office.Today;
        });
        (await ViewAsync(scene, "county", id)).ShouldBeNull();
        (await CountAsync(scene, "county", "")).ShouldBe(0);
        (await CountAsync(scene, "director", "")).ShouldBe(1);
    }

    internal static Task<Outcome<long>> OpenAsync(Scene scene, CoordinationInput input) => scene.AsAsync("director", s => s.GetRequiredService<KeepCoordination>().OpenAsync(input, null, default));

    private static Task<CoordinationView?> ViewAsync(Scene scene, string login, long id) => scene.AsAsync(login, s => CoordinationView.ReadAsync(s.GetRequiredService<Office>(), id, default));

    private static Task<Outcome<Done>> NoteAsync(Scene scene, string login, long id, NoteInput note) => scene.AsAsync(login, s => s.GetRequiredService<KeepCoordination>().NoteAsync(id, note, null, default));

    private static Task<Outcome<Done>> StepAsync(Scene scene, string login, long id, long step) => scene.AsAsync(login, s => s.GetRequiredService<KeepCoordination>().StepAsync(id, step, "已摸清", null, default));

    private static Task<Outcome<Done>> HoldAsync(Scene scene, long meeting) => scene.AsAsync("director", s => s.GetRequiredService<CallMeeting>().HoldAsync(meeting, "运力由市交通局统调", null, default));

    private static Task<int> CountAsync(Scene scene, string login, string state) => scene.AsAsync(login, async s =>
    {
        var office = s.GetRequiredService<Office>();
        return await CoordinationStates.Of(office, CoordinationCircle.Seen(office, await office.BookAsync(default)), state).CountAsync();
    });

    internal static Task<List<string>> NoticesAsync(Scene scene, long person) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == person).Select(n => n.Text).ToListAsync());
}
