using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Find;
using Zhongshu.Modules.Supervision.Chains;
using Zhongshu.Modules.Supervision.Closings;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Closings;

/// From the docketing to the closing appraisal and the archive, with what it all came to.
public sealed class ClosingTests
{
    private static readonly Zhongshu.Modules.Supervision.Talks.TalkInput Talk = new() { Kind = "coordination", On = "2026-11-23", With = "市发展改革委、市财政局", Issue = "资金", Result = "年内拨付。" };

    [Theory, Engines]
    [Trait("req", "M7-B99")]
    public async Task An_item_is_graded_once_it_is_closed_anew_when_it_was_opened_again_and_the_totals_run_on(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        await scene.DocketAsync(Meeting with { Title = "农贸市场改造" });
        (await GradeAsync(scene, "supervision", code)).ShouldBe("supervision.grade-early");
        (await TotalsAsync(scene)).ShouldBe(new Totals(2, 2, 1, 0, 0, 0, 0, 0));
        await CloseAsync(scene, code);
        (await WaitingAsync(scene)).ShouldBe([code]);
        (await GradeAsync(scene, "bureau", code)).ShouldBe("platform.forbidden");
        (await GradeAsync(scene, "supervision", code, "优")).ShouldBe("supervision.missing");
        (await GradeAsync(scene, "supervision", code)).ShouldBe("ok");
        (await GradeAsync(scene, "supervision", code)).ShouldBe("supervision.graded");
        (await TotalsAsync(scene)).ShouldBe(new Totals(2, 2, 1, 0, 0, 1, 1, 1));
        (await WaitingAsync(scene)).ShouldBeEmpty();
        (await scene.AsAsync("supervision", s => ClosedItems.GradedAsync(s.GetRequiredService<Office>(), default))).ShouldHaveSingleItem().ShouldSatisfyAllConditions(i => i.Code.ShouldBe(code), i => i.Tasks.ShouldBe(1), i => i.Grade.ShouldNotBeNull());
        scene.Clock.Pass(TimeSpan.FromDays(1));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reopen, "回头看发现返潮。", new DateOnly(2026, 12, 31)));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Chase));
        (await TotalsAsync(scene)).ShouldBe(new Totals(2, 2, 1, 1, 0, 0, 0, 0));
        await scene.DoAsync("bureau", code, Done());
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close));
        (await WaitingAsync(scene)).ShouldBe([code], "closed anew, it waits anew");
        (await GradeAsync(scene, "supervision", code, "poor")).ShouldBe("ok");
        (await TotalsAsync(scene)).Graded.ShouldBe(1);
    }

    [Fact]
    public async Task The_page_without_anything_to_grade_says_so_and_is_closed_to_the_units()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        (await officer.GetAsync("/supervision/closings")).Text.ShouldContain("没有等待结项考核的事项");
        (await (await office.SignedInAsAsync("bureau")).GetAsync("/supervision/closings")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Theory, Engines]
    [Trait("req", "M7-A09")]
    public async Task The_four_steps_of_the_office_end_with_the_file_and_what_is_filed_moves_no_more(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        (await StepsAsync(scene, code)).ShouldBe("分办催办● 协调沟通○ 综合反馈○ 材料归档○");
        await scene.AsAsync("supervision", s => s.GetRequiredService<Zhongshu.Modules.Supervision.Talks.RecordTalk>().RunAsync(code, Talk, default));
        await CloseAsync(scene, code);
        (await StepsAsync(scene, code)).ShouldBe("分办催办● 协调沟通● 综合反馈● 材料归档○");
        (await FileAsync(scene, code)).ShouldBe("supervision.look-back-first");
        scene.Clock.Pass(TimeSpan.FromDays(92));
        await scene.DoAsync("supervision", code, Do(TaskVerb.LookBack) with { Passed = true });
        (await FileAsync(scene, code)).ShouldBe("ok");
        (await StepsAsync(scene, code)).ShouldBe("分办催办● 协调沟通● 综合反馈● 材料归档●");
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Reopen, "再办。", new DateOnly(2027, 3, 31)))).Refusal!.Rule.ShouldBe("supervision.filed");
        (await KeepAsync<Zhongshu.Modules.Supervision.Talks.RecordTalk, long>(scene, d => d.RunAsync(code, Talk, default))).ShouldBe("supervision.filed");
        (await KeepAsync<Zhongshu.Modules.Supervision.Marks.MarkItem, string[]>(scene, d => d.RunAsync(code, new() { Priority = 1 }, default))).ShouldBe("supervision.filed");
        (await KeepAsync<Zhongshu.Modules.Supervision.Visits.RecordVisit, long>(scene, d => d.RunAsync(code, new(), default))).ShouldBe("supervision.filed");
    }

    private static async Task<List<string>> WaitingAsync(Scene scene) => [.. (await scene.AsAsync("supervision", s => ClosedItems.WaitingAsync(s.GetRequiredService<Office>(), default))).Select(i => i.Code)];

    private static async Task CloseAsync(Scene scene, string code)
    {
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Done());
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close));
    }

    private static async Task<string> KeepAsync<T, TResult>(Scene scene, Func<T, Task<Zhongshu.Platform.Decisions.Outcome<TResult>>> keep)
        where T : notnull => (await scene.AsAsync("supervision", s => keep(s.GetRequiredService<T>()))).Refusal?.Rule ?? "ok";

    private static async Task<string> FileAsync(Scene scene, string code) =>
        (await scene.AsAsync("archivist", s => s.GetRequiredService<FileMatter>().RunAsync(code, new FilingForm { Pages = 6 }, default))).Refusal?.Rule ?? "ok";

    private static Task<string> StepsAsync(Scene scene, string code) => scene.AsAsync("supervision", async s =>
    {
        var office = s.GetRequiredService<Office>();
        var view = (await ItemView.ReadAsync(office, code, default))!;
        return string.Join(' ', Chain.Of(office.Rules, view.Item, Chain.Facts(view, [])).Single(l => l.Group == "扎口四步").Links.Select(l => l.Word + (l.Fact is null ? "○" : "●")));
    });

    private static async Task<string> GradeAsync(Scene scene, string login, string code, string grade = "good") =>
        (await scene.AsAsync(login, s => s.GetRequiredService<GradeItem>().RunAsync(code, grade, "按期完成，成效好。", null, default))).Refusal?.Rule ?? "ok";

    private static Task<Totals> TotalsAsync(Scene scene) => scene.AsAsync("supervision", s => GradeItem.TotalsAsync(s.GetRequiredService<Office>(), default));
}
