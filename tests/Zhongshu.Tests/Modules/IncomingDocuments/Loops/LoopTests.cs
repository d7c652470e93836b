using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments;
using Zhongshu.Modules.IncomingDocuments.Demands;
using Zhongshu.Modules.IncomingDocuments.FollowUps;
using Zhongshu.Modules.IncomingDocuments.Intents;
using Zhongshu.Modules.IncomingDocuments.Retrospects;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Loops;

/// What follows from a document, what is learnt from it, what is demanded of those who handle it, and what is talked over before it comes.
public sealed class LoopTests
{
    private static readonly string[] Words = ["制定实施细则", "及时修订"];

    [Fact]
    [Trait("req", "M1-A20")]
    public void What_a_text_asks_to_be_made_or_amended_is_read_out_of_it()
    {
        const string Text = "各市要结合实际制定实施细则，于年底前印发；与本办法不一致的，应当及时修订。\n请认真贯彻执行。";

        FollowUpReading.Of(Text, Words).ShouldBe([("制定", "各市要结合实际制定实施细则，于年底前印发"), ("修订", "与本办法不一致的，应当及时修订")]);
        FollowUpReading.Of("请认真贯彻执行。", Words).ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M1-A20")]
    public async Task A_follow_up_is_started_with_a_unit_that_then_sees_the_document_and_is_closed_with_what_was_issued()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于印发管理办法的通知") with { Sender = "岚川省人民政府办公厅" });
        (await FollowAsync(scene, code, new FollowUpForm("add") { Text = "结合实际制定实施细则" })).ShouldBeNull();
        var id = (await OpenAsync(scene)).Single().Id;
        (await scene.SeeAsync("county", code)).ShouldBeNull();

        (await FollowAsync(scene, code, new FollowUpForm("start") { Id = id, UnitId = 40, DueOn = new DateOnly(2020, 1, 1) })).ShouldBe("incoming.follow-up-due");
        (await FollowAsync(scene, code, new FollowUpForm("start") { Id = id, UnitId = 40, DueOn = new DateOnly(2026, 12, 31) })).ShouldBeNull();
        (await scene.SeeAsync("county", code)).ShouldNotBeNull();
        (await FollowAsync(scene, code, new FollowUpForm("done") { Id = id, Text = "云政办发〔2026〕9号" })).ShouldBeNull();

        (await OpenAsync(scene)).ShouldBeEmpty();
        (await FollowAsync(scene, code, new FollowUpForm("start") { Id = id, UnitId = 40, DueOn = new DateOnly(2026, 12, 31) })).ShouldBe("incoming.follow-up-closed");
    }

    [Fact]
    [Trait("req", "M1-B30")]
    public async Task A_retrospect_notes_what_went_wrong_at_which_stage_and_strikes_it_off_when_it_is_mended()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于防汛工作的批示", kind: IncomingKind.Instruction));
        var form = new FindingForm("分办", "批示三天后才分到科室", "没有当日转办", "批示件当日分办", 14);

        (await NoteAsync(scene, n => n.AddAsync(code, form with { Stage = "别的" }, default))).ShouldBe("incoming.unknown-code");
        (await NoteAsync(scene, n => n.AddAsync(code, form with { Measure = " " }, default))).ShouldBe("incoming.missing");
        (await NoteAsync(scene, n => n.AddAsync(code, form, default))).ShouldBeNull();
        var finding = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Finding>().AsNoTracking().SingleAsync());
        finding.MendedAt.ShouldBeNull();
        (await NoteAsync(scene, n => n.MendAsync(code, finding.Id, "已建立当日转办登记。", default))).ShouldBeNull();

        (await NoteAsync(scene, n => n.MendAsync(code, finding.Id, "再来一次。", default))).ShouldNotBeNull();
        (await scene.SeeAsync("director", code))!.Trail.Select(t => t.Quote).ShouldContain("批示三天后才分到科室");
    }

    [Fact]
    [Trait("req", "M1-B31")]
    public async Task A_list_of_demands_reaches_the_heads_and_stands_beside_the_work_of_those_it_is_for()
    {
        await using var scene = await Scene.OpenAsync();
        (await scene.AsAsync("director", s => s.GetRequiredService<IssueDemand>().RunAsync(new DemandForm("批示件办理要求", "当日签收\n三日内报进展", OnlyInstructed: true, [14]), default))).Refusal.ShouldBeNull();

        var demand = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<WorkDemand>().AsNoTracking().SingleAsync());
        (demand.IsFor(14, instructed: true), demand.IsFor(14, instructed: false), demand.IsFor(13, instructed: true)).ShouldBe((true, false, false));
        var told = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.Text.StartsWith("印发工作要求清单")).Select(n => n.PersonId).ToListAsync());
        told.ShouldBe([TestOffice.PersonOf("head2")]);
        (await scene.AsAsync("director", s => s.GetRequiredService<IssueDemand>().WithdrawAsync(demand.Id, default))).Refusal.ShouldBeNull();
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<WorkDemand>().AsNoTracking().SingleAsync())).IsFor(14, instructed: true).ShouldBeFalse();
    }

    [Fact]
    [Trait("req", "M1-B40")]
    public async Task What_a_unit_means_to_submit_is_talked_over_agreed_and_tied_to_the_document_when_it_comes()
    {
        await using var scene = await Scene.OpenAsync();
        var id = await RaisedAsync(scene);
        (await SayAsync(scene, "county", id, "补充了测算依据。", false)).ShouldBeNull();
        (await SayAsync(scene, "director", id, "请先与财政部门协商。", false)).ShouldBeNull();
        (await SayAsync(scene, "county", id, null, true)).ShouldBe("platform.forbidden");
        (await SayAsync(scene, "bureau", id, "不相干。", false)).ShouldNotBeNull();
        (await SayAsync(scene, "director", id, null, true)).ShouldBeNull();

        var code = await scene.RegisteredAsync(ScenePlay.Paper("青禾县人民政府关于申请防汛应急补助资金的请示", kind: IncomingKind.Request));

        var intent = await IntentAsync(scene);
        (intent.State, intent.Rounds, intent.IsLate).ShouldBe((IntentState.Submitted, 1, false));
        (await scene.SeeAsync("director", code))!.Trail.ShouldContain(t => t.Text.Contains("报前沟通1轮", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("req", "M1-B43")]
    public async Task The_latest_day_leaves_the_leaders_their_working_days_is_reminded_of_and_a_later_submission_is_told()
    {
        await using var scene = await Scene.OpenAsync();
        await RaisedAsync(scene);
        // 会议方案: seven working days before Friday, 11 December 2026.
        (await IntentAsync(scene)).LatestOn.ShouldBe(new DateOnly(2026, 12, 2));
        (await RemindAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(8));
        (await RemindAsync(scene)).ShouldBe(1);
        (await RemindAsync(scene)).ShouldBe(0);

        scene.Clock.Pass(TimeSpan.FromDays(3));
        await scene.RegisteredAsync(ScenePlay.Paper("关于申请防汛应急补助资金的请示", kind: IncomingKind.Request));

        (await IntentAsync(scene)).IsLate.ShouldBeTrue();
    }

    private static async Task<long> RaisedAsync(Scene scene)
    {
        var form = new IntentForm("会议方案", "关于申请防汛应急补助资金的请示", "去年水毁工程需要修复。", new DateOnly(2026, 12, 11));
        var outcome = await scene.AsAsync("county", s => s.GetRequiredService<TalkOverIntent>().RaiseAsync(form, default));
        outcome.Refusal.ShouldBeNull();
        return outcome.Value.Id;
    }

    private static Task<SubmissionIntent> IntentAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<SubmissionIntent>().AsNoTracking().SingleAsync());

    private static Task<int> RemindAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<RemindIntents>().RunAsync(default));

    private static async Task<string?> SayAsync(Scene scene, string login, long id, string? text, bool agrees) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<TalkOverIntent>().SayAsync(id, text, agrees, default))).Refusal?.Rule;

    private static async Task<string?> FollowAsync(Scene scene, string code, FollowUpForm form) =>
        (await scene.AsAsync("director", s => s.GetRequiredService<ChangeFollowUp>().RunAsync(code, form, default))).Refusal?.Rule;

    private static Task<List<FollowUpRow>> OpenAsync(Scene scene) => scene.AsAsync("director", s => FollowUpList.OpenAsync(s.GetRequiredService<Office>(), default));

    private static async Task<string?> NoteAsync(Scene scene, Func<NoteFinding, Task<Zhongshu.Platform.Decisions.Outcome<Zhongshu.Platform.Decisions.Done>>> note) =>
        (await scene.AsAsync("director", s => note(s.GetRequiredService<NoteFinding>()))).Refusal?.Rule;
}
