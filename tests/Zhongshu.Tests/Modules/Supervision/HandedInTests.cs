using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// What a unit handed in is the office's to check: no figure, no paper and no list puts that time down to the unit, and what its own head sent back was never handed in.
public sealed class HandedInTests
{
    private static readonly DocketInput Joint = Meeting with { Title = "农村饮水安全工程", Tasks = [new TaskInput { Lead = "市发展改革委", Support = "市人大办", Due = "2026-12-14" }] };

    [Theory, Engines]
    [Trait("req", "M7-A13")]
    [Trait("req", "M7-B62")]
    public async Task What_waits_for_the_office_is_nobodys_delay_and_a_paper_names_the_tasks_of_its_numbers(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var handed = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", handed, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", handed, Done());
        var returned = await scene.SentAsync(Joint);
        await scene.DoAsync("bureau", returned, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", returned, Do(TaskVerb.Feed, "正在选址。") with { Progress = 10, Countersign = true });
        await scene.DoAsync("bureau", returned, Do(TaskVerb.ReturnFeedback, "数据没有核实。"));
        scene.Clock.Pass(TimeSpan.FromDays(28));
        await scene.AsSystemAsync(s => s.GetRequiredService<SupervisionSweep>().RunAsync(default));

        var (from, to) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        var facts = await scene.AsAsync("supervision", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await (await CircularFacts.ReadAsync(office, from, to, default)).WithLatestAsync(office, default);
        });
        (facts.Figures.Total.Assigned, facts.Figures.Total.Overdue, facts.Figures.Total.NoTail, facts.Figures.Total.WeakTail, facts.Figures.Total.Checked).ShouldBe((2, 1, 1, 0, 0));
        facts.Overdue.Select(t => t.Code).ShouldBe([returned]);
        facts.Behind(Figure.Overdue).Select(t => t.Code).ShouldBe([returned]);
        ReportText.Standing(facts, facts.Tasks.Single(t => t.Code == handed)).ShouldBe("待核查");
        facts.Tasks.Single(t => t.Code == returned).Latest.ShouldBe("", "its own head sent it back");
        foreach (var (figure, count) in new[] { (Figure.Overdue, 1), (Figure.NoTail, 1), (Figure.WeakTail, 0), (Figure.Checked, 0) })
            (await scene.AsAsync("supervision", s => FigureTasks.ListAsync(s.GetRequiredService<Office>(), new FigureFilter(figure, from, to), default))).Count.ShouldBe(count, $"{figure}");
        (await scene.AsAsync("supervision", s => UnitTiles.LaggardsAsync(s.GetRequiredService<Office>(), default))).Single().Late.ShouldBe(1);
    }

    [Fact]
    public async Task What_the_units_own_head_sent_back_is_not_what_the_next_report_is_held_against()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Joint);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "东西两个水厂已经开工建设。") with { Progress = 10, Countersign = true });
        await scene.DoAsync("bureau", code, Do(TaskVerb.ReturnFeedback, "写明月份。"));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "东西两个水厂已经开工建设。十二月完成主体工程。") with { Progress = 10 });
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Feedbacks[0].ShouldSatisfyAllConditions(f => f.Feedback.CopiedPercent.ShouldBe(0), f => f.Pieces.ShouldAllBe(p => !p.IsCopied));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Refuse, "没有新进展。"));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "东西两个水厂已经开工建设。") with { Progress = 10 });
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Feedbacks[0].Feedback.CopiedPercent.ShouldBe(100);
    }

    [Fact]
    public async Task A_result_that_is_refused_or_did_not_hold_falls_back_to_the_progress_that_was_taken_up()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", code, Do(TaskVerb.Feed, "正在选址。") with { Progress = 40 });
        await scene.DoAsync("supervision", code, Do(TaskVerb.Accept));
        await scene.DoAsync("bureau", code, Done());
        (await ProgressAsync(scene, code)).ShouldBe(100);
        await scene.DoAsync("supervision", code, Do(TaskVerb.Refuse, "缺验收单。"));
        (await ProgressAsync(scene, code)).ShouldBe(40);
        await scene.DoAsync("bureau", code, Done());
        await scene.DoAsync("supervision", code, Do(TaskVerb.Close));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Reopen, "又被占用。", new DateOnly(2027, 1, 29)));
        (await ProgressAsync(scene, code)).ShouldBe(40);
    }

    [Fact]
    public async Task A_page_says_that_an_act_is_anothers_and_not_that_it_is_not_needed()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("support", "青禾县"), ("do", "docket"));
        await officer.SubmitAsync(await officer.FollowAsync(docketed), "form.letter-draft", ("do", "send"));
        var path = docketed.Location!.Replace("/letter", "", StringComparison.Ordinal);
        (await (await office.SignedInAsAsync("county")).GetAsync($"{path}/tasks/1/receive")).Text.ShouldContain("不由您所在的单位办理");
    }

    private static async Task<int> ProgressAsync(Scene scene, string code) => (await scene.ItemAsync("supervision", code))!.Tasks.Single().Task.Progress;

    [Fact]
    public async Task The_day_of_an_item_is_that_of_what_units_still_owe()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Title = "选址", Lead = "市发展改革委", Due = "2026-12-14" }, new TaskInput { Title = "建设", Lead = "市发展改革委", Due = "2027-01-29" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await scene.ItemAsync("supervision", code))!.Item.DueOn.ShouldBe(new DateOnly(2026, 12, 14));
        await scene.DoAsync("bureau", code, Done());
        (await scene.ItemAsync("supervision", code))!.Item.DueOn.ShouldBe(new DateOnly(2027, 1, 29));
    }
}
