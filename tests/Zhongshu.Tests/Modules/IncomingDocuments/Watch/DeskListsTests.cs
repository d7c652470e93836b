using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.IncomingDocuments.Chase;
using Zhongshu.Modules.IncomingDocuments.Find;
using Zhongshu.Modules.IncomingDocuments.Instructions;
using Zhongshu.Modules.IncomingDocuments.Morning;
using Zhongshu.Modules.IncomingDocuments.Study;
using Zhongshu.Modules.IncomingDocuments.Watch;
using Zhongshu.Modules.Matters.Act;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.IncomingDocuments.Watch;

/// The lists that a registry lives by, beside the ledger.
public sealed class DeskListsTests
{
    [Theory]
    [InlineData("同意。请按拟办意见办理。", "Agrees")]
    [InlineData("同意，请秘书二科牵头，月底前报结果。", "Adds")]
    [InlineData("暂缓，重新研究后再报。", "Differs")]
    [Trait("req", "M1-B37")]
    public async Task An_instruction_is_compared_with_the_proposal_and_those_that_differ_are_listed(string text, string agreement)
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        await scene.DoAsync("director", code, new ActForm { Opinion = "拟请市长阅示。", To = "instruction", Choices = [new Choice("instruction", [Participant.Person(1).Value])] });
        await scene.DoAsync("leader1", code, new ActForm { Opinion = text });

        var row = (await InstructionsAsync(scene, new InstructionFilter())).Single();
        (row.Agreement.ToString(), row.Text, row.Proposed).ShouldBe((agreement, text, "拟请市长阅示。"));
        (await InstructionsAsync(scene, new InstructionFilter { Differs = true })).Count.ShouldBe(agreement == "Differs" ? 1 : 0);
    }

    [Fact]
    [Trait("req", "M1-B34")]
    [Trait("req", "M17-B02")]
    public async Task A_difficult_document_is_studied_jointly_and_the_conclusion_becomes_a_proposal()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于防洪职责移交的函"));
        (await scene.AsAsync("director", s => s.GetRequiredService<StudyDocument>().AskAsync(code, "标题与实质不一致", "秘书一科、秘书二科", default))).Refusal.ShouldBeNull();
        (await WatchedAsync(scene, WatchTab.Difficult)).ShouldBe([code]);

        (await scene.AsAsync("director", s => s.GetRequiredService<StudyDocument>().ConcludeAsync(code, "实为资产划转，由秘书二科主办。", default))).Refusal.ShouldBeNull();

        (await WatchedAsync(scene, WatchTab.Difficult)).ShouldBeEmpty();
        var opinions = await scene.AsAsync("director", s => s.GetRequiredService<OfficeDb>().Set<Opinion>().Where(o => o.Kind == OpinionKind.Proposal).Select(o => o.Text).ToListAsync());
        opinions.ShouldBe(["集体研商意见：实为资产划转，由秘书二科主办。"]);
    }

    [Fact]
    [Trait("req", "M1-B35")]
    [Trait("req", "M1-B36")]
    public async Task What_is_not_closed_stays_on_the_morning_list_with_the_last_word_on_it()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知", 1));
        await scene.ClosedAsync(ScenePlay.Paper("关于报送总结的通知", 2));
        foreach (var text in new[] { "已催秘书二科。", "材料已齐，今日送审。" })
            (await scene.AsAsync("registry", s => s.GetRequiredService<NoteProgress>().RunAsync(code, text, default))).Refusal.ShouldBeNull();
        scene.Clock.Pass(TimeSpan.FromDays(1));

        var row = (await scene.AsAsync("registry", s => MorningList.RowsAsync(s.GetRequiredService<Office>(), all: false, default))).Single();

        (row.Code, row.Progress).ShouldBe((code, "材料已齐，今日送审。"));
    }

    [Fact]
    [Trait("req", "M1-A16")]
    [Trait("req", "M1-B04")]
    public async Task At_the_hour_of_the_daily_check_registry_and_director_are_told_once_what_was_not_sent_on()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知"));
        (await ClearAsync(scene)).ShouldBe(0);

        scene.Clock.Pass(TimeSpan.FromHours(8));

        (await ClearAsync(scene)).ShouldBeGreaterThan(1);
        (await ClearAsync(scene)).ShouldBe(0);
        var told = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.Text.Contains("日清检查")).Select(n => n.PersonId).ToListAsync());
        told.ShouldContain(TestOffice.PersonOf("registry"));
        told.ShouldContain(TestOffice.PersonOf("director"));
    }

    [Fact]
    [Trait("req", "M1-A01")]
    [Trait("req", "M1-B06")]
    public async Task What_went_past_the_registry_and_what_came_without_a_red_head_is_counted_by_sender()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.RegisteredAsync(ScenePlay.Paper("关于做好防汛工作的通知", 1) with { IsBypass = true });
        await scene.RegisteredAsync(ScenePlay.Paper("关于报送情况的材料", 2) with { IsWhiteHead = true });
        await scene.RegisteredAsync(ScenePlay.Paper("关于召开会议的通知", 3) with { Sender = "市委办" });

        var (from, to) = ProcedureFigures.WeekOf(new DateOnly(2026, 11, 23));
        var rows = await scene.AsAsync("director", s => ProcedureFigures.ReadAsync(s.GetRequiredService<Office>(), from, to, default));

        rows.ShouldBe([new SenderFigures("青禾县人民政府", 2, 1, 1, 0, 0, 0), new SenderFigures("市委办", 1, 0, 0, 0, 0, 0)]);
    }

    [Fact]
    public async Task A_person_keeps_filters_of_the_ledger_under_names_of_his_own()
    {
        await using var scene = await Scene.OpenAsync();
        var filter = new LedgerFilter { State = "overdue", Sender = "青禾县人民政府", Before = 5 };

        (await scene.AsAsync("registry", s => s.GetRequiredService<KeepView>().SaveAsync("青禾超期", filter, default))).Value.Query.ShouldBe("state=overdue&sender=%E9%9D%92%E7%A6%BE%E5%8E%BF%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C");
        (await scene.AsAsync("registry", s => s.GetRequiredService<KeepView>().SaveAsync("青禾超期", filter, default))).Refusal!.Rule.ShouldBe("incoming.view-twice");

        (await scene.AsAsync("drafter", s => s.GetRequiredService<KeepView>().MineAsync(default))).ShouldBeEmpty();
        var view = (await scene.AsAsync("registry", s => s.GetRequiredService<KeepView>().MineAsync(default))).Single();
        (await scene.AsAsync("drafter", s => s.GetRequiredService<KeepView>().DropAsync(view.Id, default))).Succeeded.ShouldBeFalse();
        (await scene.AsAsync("registry", s => s.GetRequiredService<KeepView>().DropAsync(view.Id, default))).Succeeded.ShouldBeTrue();
    }

    private static async Task<IReadOnlyList<InstructionRow>> InstructionsAsync(Scene scene, InstructionFilter filter) =>
        (await scene.AsAsync("director", s => InstructionList.PageAsync(s.GetRequiredService<Office>(), filter, 50, default))).Rows;

    private static async Task<IEnumerable<string>> WatchedAsync(Scene scene, WatchTab tab) =>
        (await scene.AsAsync("director", s => WatchList.RowsAsync(s.GetRequiredService<Office>(), tab, default))).Select(r => r.Code);

    private static Task<int> ClearAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<DailyClear>().RunAsync(default));
}
