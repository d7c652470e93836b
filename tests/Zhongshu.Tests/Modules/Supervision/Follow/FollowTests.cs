using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Follow;

/// A task is planned, reported on by its steps, helped along and, when it lags, pressed from two sides.
public sealed class FollowTests
{
    private static readonly DateOnly Due = new(2027, 3, 31);

    private static readonly DocketInput LongTask = Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2027-03-31" }] };

    [Theory, Engines]
    [Trait("req", "M7-B26")]
    public async Task A_unit_plans_its_steps_a_missed_one_turns_the_light_and_a_done_one_turns_it_back(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(LongTask);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await PlanAsync(scene, "county", code)).Rule.ShouldBe("platform.not-found");
        (await PlanAsync(scene, "bureau", code)).ShouldBe(Ok);
        scene.Clock.Pass(TimeSpan.FromDays(20));
        await SweepAsync(scene);
        var late = (await scene.ItemAsync("bureau", code))!.Tasks[0];
        (late.Task.Light, late.Plan.Next!.Title).ShouldBe((Light.Yellow, "开工"));
        var step = late.Plan.Next.Id;
        (await scene.AsAsync("bureau", s => s.GetRequiredService<PlanTask>().FinishAsync(code, 1, step, default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("bureau", s => s.GetRequiredService<PlanTask>().FinishAsync(code, 1, step, default))).Refusal!.Rule.ShouldBe("supervision.step-done");
        var figure = late.Plan.Indicators.Single().Id;
        (await scene.AsAsync("bureau", s => s.GetRequiredService<PlanTask>().ReportAsync(code, 1, figure, "许多", default))).Refusal!.Field.ShouldBe("value");
        (await scene.AsAsync("bureau", s => s.GetRequiredService<PlanTask>().ReportAsync(code, 1, figure, "120", default))).Refusal.ShouldBeNull();
        var on = (await scene.ItemAsync("supervision", code))!;
        (on.Tasks[0].Task.Light, on.Tasks[0].Plan.Next!.Title, on.Tasks[0].Plan.Indicators[0].Latest, on.Item.Light).ShouldBe((Light.Green, "完工", 120, Light.Green));
        on.Trail.ShouldContain(t => t.Text.Contains("节点完成：开工（晚于12月1日）"));
        (await PlanAsync(scene, "supervision", code)).ShouldBe(new Answered("supervision.missing", "stepDue-0"));
    }

    [Theory, Engines]
    [Trait("req", "M7-B23")]
    [Trait("req", "M7-B64")]
    [Trait("req", "M7-B82")]
    public async Task What_a_unit_asks_goes_to_the_supervisor_and_back_until_the_unit_says_it_is_solved_and_is_counted(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(LongTask);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        var asked = await scene.AsAsync("bureau", s => s.GetRequiredService<AskHelp>().AskAsync(code, 1, "land", "用地手续卡在审批。", default));
        asked.Refusal.ShouldBeNull();
        (await scene.DeskAsync("supervision")).ToDo.ShouldContain(r => r.Code == code && r.Step == "回应求助");
        (await scene.ItemAsync("bureau", code))!.Matter.Holder.ShouldNotContain("督查科");
        scene.Clock.Pass(TimeSpan.FromHours(6));
        (await HelpAsync(scene, "supervision", code, asked.Value, HelpVerb.Solve)).ShouldBe("platform.forbidden");
        (await HelpAsync(scene, "supervision", code, asked.Value, HelpVerb.Answer)).ShouldBe("ok");
        (await scene.DeskAsync("bureau")).ToDo.ShouldContain(r => r.Code == code && r.Step == "确认求助结果");
        (await HelpAsync(scene, "bureau", code, asked.Value, HelpVerb.Return)).ShouldBe("ok");
        (await HelpAsync(scene, "supervision", code, asked.Value, HelpVerb.Answer)).ShouldBe("ok");
        scene.Clock.Pass(TimeSpan.FromHours(4));
        (await HelpAsync(scene, "bureau", code, asked.Value, HelpVerb.Solve)).ShouldBe("ok");
        (await HelpAsync(scene, "supervision", code, asked.Value, HelpVerb.Answer)).ShouldBe("supervision.help-state");
        var count = await scene.AsAsync("supervision", s => HelpQuery.CountAsync(s.GetRequiredService<Office>(), new(2026, 1, 1), new(2026, 12, 31), default));
        count.ShouldBe(new HelpCount(1, 1, 1, 6, 10));
        (await scene.DeskAsync("supervision")).ToDo.ShouldNotContain(r => r.Step == "回应求助");

        var again = await scene.AsAsync("bureau", s => s.GetRequiredService<AskHelp>().AskAsync(code, 1, "fund", "资金缺口2000万元。", default));
        await scene.DoAsync("supervision", code, Do(TaskVerb.Withdraw));
        (await scene.ItemAsync("supervision", code))!.Tasks[0].Helps.Single(h => h.Id == again.Value).State.ShouldBe(HelpState.Dropped);
        (await scene.DeskAsync("supervision")).ToDo.ShouldNotContain(r => r.Code == code);
    }

    [Theory, Engines]
    [Trait("req", "M7-B89")]
    public async Task A_laggard_is_listed_and_the_department_that_presses_it_too_reads_along(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        (await RowsAsync(scene, "lagging")).ShouldBeEmpty();
        scene.Clock.Pass(TimeSpan.FromDays(60));
        (await RowsAsync(scene, "lagging")).ShouldBe([code]);
        (await scene.TaskAsync("supervision", code, Do(TaskVerb.Double) with { Unit = "没有的局" })).Refusal!.Rule.ShouldBe("supervision.unknown-unit");
        await scene.DoAsync("supervision", code, Do(TaskVerb.Double, "进展缓慢，请会同督促。") with { Unit = "青禾县" });
        (await RowsAsync(scene, "lagging")).ShouldBeEmpty();
        (await RowsAsync(scene, "double")).ShouldBe([code]);
        (await scene.ItemAsync("county", code))!.Tasks.Single().Second.ShouldBe("青禾县");
        (await scene.AsAsync("county", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await office.Db.Set<Notice>().Where(n => n.PersonId == office.Actor.PersonId && n.Kind == "chase").CountAsync();
        })).ShouldBe(1);
        (await scene.ItemAsync("supervision", code))!.Trail.ShouldContain(t => t.Text == "启动双重督办（青禾县）");
    }

    [Fact]
    public async Task Steps_and_help_are_written_on_their_pages()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("due", "2027-03-31"), ("do", "docket"));
        var path = docketed.Location!.Replace("/letter", "", StringComparison.Ordinal);
        await SubmitAsync(officer, docketed.Location!, "form.letter-draft", ("advice", "请抓紧。"));
        var bureau = await office.SignedInAsAsync("bureau");
        var plan = await bureau.GetAsync($"{path}/tasks/1/plan");
        plan.Text.ShouldContain("已按时限倒排");
        var saved = await bureau.SubmitAsync(plan, "form#plan");
        saved.Status.ShouldBe(HttpStatusCode.Redirect);
        (await bureau.GetAsync(path)).Text.ShouldContain("收尾验收");
        await bureau.SubmitAsync(await bureau.GetAsync($"{path}/tasks/1/plan"), "form.step-form");
        (await bureau.GetAsync(path)).Text.ShouldContain("✓");
        (await SubmitAsync(bureau, $"{path}/tasks/1/ask-help", "form[data-keep]", ("kind", "fund"), ("words", ""))).Text.ShouldContain("请写明遇到什么困难");
        (await SubmitAsync(bureau, $"{path}/tasks/1/ask-help", "form[data-keep]", ("kind", "fund"), ("words", "缺口2000万元。"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await officer.GetAsync("/supervision/helps")).Text.ShouldContain("缺口2000万元");
        var answer = (await officer.GetAsync(path)).Page.QuerySelector("[id^=help-] a.btn-primary")!.GetAttribute("href")!;
        (await SubmitAsync(officer, "/" + answer, "form[data-keep]", ("words", "由市财政局统筹安排。"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await bureau.GetAsync(path)).Text.ShouldContain("由市财政局统筹安排");
    }

    private sealed record Answered(string Rule, string? Field);

    private static readonly Answered Ok = new("ok", null);

    private static async Task<Answered> PlanAsync(Scene scene, string login, string code)
    {
        var saved = await scene.AsAsync(login, s => s.GetRequiredService<PlanTask>().SaveAsync(code, 1,
            [new MilestoneForm("开工", new DateOnly(2026, 12, 1)), new MilestoneForm("完工", Due)], [new IndicatorForm("新增泊位", "个", "500")], default));
        return saved.Succeeded ? Ok : new Answered(saved.Refusal.Rule, saved.Refusal.Field);
    }

    private static async Task<string> HelpAsync(Scene scene, string login, string code, long id, HelpVerb verb) =>
        (await scene.AsAsync(login, s => s.GetRequiredService<AskHelp>().ActAsync(code, id, verb, "已协调自然资源部门。", default))).Refusal?.Rule ?? "ok";

    private static Task<int> SweepAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<SupervisionSweep>().RunAsync(default));

    private static async Task<List<string>> RowsAsync(Scene scene, string state) =>
        [.. (await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter { State = state }, 50, default))).Rows.Select(r => r.Code)];

    private static async Task<Answer> SubmitAsync(TestBrowser browser, string path, string selector, params (string, string)[] fields)
    {
        var page = await browser.GetAsync(path);
        var form = page.Page.QuerySelector(selector).ShouldNotBeNull(page.Text);
        if (string.IsNullOrEmpty(form.GetAttribute("action"))) form.SetAttribute("action", path);
        return await browser.SubmitAsync(page, selector, fields);
    }
}
