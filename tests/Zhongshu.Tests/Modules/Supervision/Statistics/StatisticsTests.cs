using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Statistics;

/// Every figure leads to the tasks that it counts, and every paper says where its figures come from.
public sealed class StatisticsTests
{
    private static readonly (DateOnly From, DateOnly To) Period = (new(2026, 11, 1), new(2026, 12, 31));

    [Theory, Engines]
    [Trait("req", "M7-A13")]
    [Trait("req", "M7-A14")]
    public async Task Behind_every_figure_of_every_line_stand_as_many_tasks_as_it_says(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await FurnishAsync(scene);
        var figures = await scene.AsAsync("supervision", s => SupervisionFigures.ReadAsync(s.GetRequiredService<Office>(), Period.From, Period.To, default));
        var total = figures.Total;
        (total.Assigned, total.Closed, total.Overdue, total.NoTail, total.WeakTail, total.CutShort).ShouldBe((4, 1, 2, 1, 1, 1));
        figures.Units.Count.ShouldBe(2);
        figures.Sources.Count.ShouldBe(2);
        var all = new FigureFilter(Figure.Assigned, Period.From, Period.To);
        foreach (var (line, filter) in figures.Units.Select(u => (u, all with { Unit = u.Key })).Concat(figures.Sources.Select(s => (s, all with { Source = s.Key }))).Append((total, all)))
        {
            foreach (var (figure, count) in Counts(line))
            {
                var tasks = await scene.AsAsync("supervision", s => FigureTasks.ListAsync(s.GetRequiredService<Office>(), filter with { Figure = figure }, default));
                tasks.Count.ShouldBe(count, $"{figure} of {line.Key}");
            }
        }
    }

    [Theory, Engines]
    public async Task Days_are_counted_by_stage_and_items_by_month(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var docketed = await scene.DocketAsync(Meeting);
        scene.Clock.Pass(TimeSpan.FromDays(1));
        await scene.SendAsync(docketed.Value.Code);
        await scene.DoAsync("bureau", docketed.Value.Code, Do(TaskVerb.Receive));
        scene.Clock.Pass(TimeSpan.FromDays(2));
        await scene.DoAsync("bureau", docketed.Value.Code, Do(TaskVerb.Feed, "正在选址。") with { Progress = 10 });
        await scene.DoAsync("supervision", docketed.Value.Code, Do(TaskVerb.Accept));
        scene.Clock.Pass(TimeSpan.FromDays(3));
        await scene.DoAsync("bureau", docketed.Value.Code, Done());
        scene.Clock.Pass(TimeSpan.FromDays(4));
        await scene.DoAsync("supervision", docketed.Value.Code, Do(TaskVerb.Close));
        var stages = await scene.AsAsync("supervision", s => StageDays.ReadAsync(s.GetRequiredService<Office>(), Period.From, Period.To, default));
        var all = stages.All;
        (all.Send, all.Report, all.Finish, all.Check).ShouldBe((1.0, 2.0, 3.0, 4.0));
        stages.Sources.ShouldHaveSingleItem().ShouldBe(all with { Key = 2 });
        var months = await scene.AsAsync("supervision", s => StageDays.MonthsAsync(s.GetRequiredService<Office>(), default));
        months.Count.ShouldBe(12);
        months.Where(m => m.Docketed + m.Closed > 0).ShouldBe([new MonthLine(new(2026, 11, 1), 1, 0), new MonthLine(new(2026, 12, 1), 0, 1)]);
    }

    [Theory, Engines]
    public async Task What_was_withdrawn_is_docketed_and_never_closed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("supervision", code, Do(TaskVerb.Withdraw, "与另一件重复。"));
        var months = await scene.AsAsync("supervision", s => StageDays.MonthsAsync(s.GetRequiredService<Office>(), default));
        months.Where(m => m.Docketed + m.Closed > 0).ShouldBe([new MonthLine(new(2026, 11, 1), 1, 0)]);
    }

    [Fact]
    public async Task A_part_that_is_passed_on_later_counts_its_days_from_its_own_beginning()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2027-03-31" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        scene.Clock.Pass(TimeSpan.FromDays(20));
        (await scene.AsAsync("bureau", s => s.GetRequiredService<Zhongshu.Modules.Supervision.Decompose.SplitTask>().RunAsync(code, 1, [new TaskInput { Title = "青禾县部分", Lead = "青禾县" }], default))).Refusal.ShouldBeNull();
        (await scene.AsAsync("supervision", s => StageDays.ReadAsync(s.GetRequiredService<Office>(), Period.From, Period.To, default))).All.Send.ShouldBe(0.0);
    }

    [Theory, Engines]
    [Trait("req", "M7-A19")]
    [Trait("req", "M7-B13")]
    public async Task The_map_shows_each_unit_by_its_worst_light_and_what_it_has_closed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await FurnishAsync(scene);
        var tiles = await scene.AsAsync("supervision", s => UnitTiles.ReadAsync(s.GetRequiredService<Office>(), default));
        tiles.Select(t => (t.Name, t.IsPlace, t.Worst, t.Open, t.Closed)).ShouldBe([("市发展改革委", false, Light.Red, 2, 1), ("青禾县", true, Light.Red, 1, 0)]);
        tiles[0].ClosedShare.ShouldBe(1.0 / 3, 0.001);
        (await scene.AsAsync("supervision", s => UnitTiles.LaggardsAsync(s.GetRequiredService<Office>(), default))).Select(t => t.Name).ShouldBe(["市发展改革委", "青禾县"]);
    }

    [Fact]
    [Trait("req", "M7-B15")]
    [Trait("req", "M7-B62")]
    [Trait("req", "M7-B98")]
    [Trait("req", "M7-A29")]
    [Trait("req", "M7-B05")]
    [Trait("req", "M7-B22")]
    public async Task Each_paper_is_drafted_in_its_form_and_names_the_items_behind_its_figures()
    {
        await using var scene = await Scene.OpenAsync();
        var codes = await FurnishAsync(scene);
        (await scene.AsAsync("bureau", s => s.GetRequiredService<AskHelp>().AskAsync(codes[1], 1, "land", "供地手续跨部门没有办完。", default))).Refusal.ShouldBeNull();
        var facts = await scene.AsAsync("supervision", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await (await CircularFacts.ReadAsync(office, new(2026, 1, 1), new(2026, 12, 31), default)).WithLatestAsync(office, default);
        });
        var words = new Dictionary<string, string[]>
        {
            ["circular"] = ["点名表扬", "点名提醒", "成果晾晒"],
            ["praise"] = ["予以表扬的通报", "没有全部按期办结的单位"],
            ["reminder"] = ["提醒通报", "没有反馈进展"],
            ["result"] = ["成果的通报", "新增泊位520个"],
            ["special"] = ["专报", "进展缓慢事项", "需要协调的困难", "供地手续跨部门没有办完", "下一步建议"],
            ["signed"] = ["签报", "妥否，请批示"],
            ["booklet"] = ["督办事项进展（2026年12月）", "会议议定", "正在选址"],
            ["review"] = ["2026年全年重点任务盘点", "经验做法", "存在不足", "改进措施"],
        };
        foreach (var kind in ReportKinds.All)
        {
            var document = kind.Draft(facts);
            var text = string.Concat(Typesetter.Layout(document, Zhongshu.Typesetting.Rules.LayoutRules.Standard).Text.Where(c => !char.IsWhiteSpace(c)));
            foreach (var word in words[kind.Id]) text.ShouldContain(word, Case.Sensitive, kind.Id);
            var sources = document.Attachments[1].Body.OfType<TableBlock>().Single().Rows;
            sources.Single(r => r[0] == "虎头蛇尾").ShouldBe(["虎头蛇尾", "1", codes[1]]);
            Typesetter.ToDocx(document, Zhongshu.Typesetting.Rules.LayoutRules.Standard).Length.ShouldBeGreaterThan(1000);
        }
    }

    [Fact]
    public async Task Papers_tell_what_lags_whenever_it_was_docketed_and_claim_nothing_that_was_not_done()
    {
        await using var scene = await Scene.OpenAsync();
        var codes = await FurnishAsync(scene);
        // Docketed in November, overdue in December: whoever reminds in December reminds of it.
        var (from, to) = (new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31));
        foreach (var id in new[] { "reminder", "special", "signed" })
        {
            var kind = ReportKinds.Find(id)!;
            var text = await scene.AsAsync("supervision", async s =>
            {
                var office = s.GetRequiredService<Office>();
                return TextOf(kind.Draft(await CircularFacts.ReadAsync(office, await SupervisionFigures.ReadAsync(office, from, to, kind.IsStanding, default), default)));
            });
            text.ShouldContain(codes[1], Case.Sensitive, id);
            text.ShouldNotContain("逐项作了核查", Case.Sensitive, id);
            text.ShouldNotContain("等超期任务较多的单位", Case.Sensitive, id);
        }
    }

    [Fact]
    public void A_paper_leaves_its_noughts_out_and_addresses_those_it_is_for()
    {
        var unit = new FigureLine(50, 3, 3, 3, 0, 3, 0, 0, 0, 0, 2);
        var book = Zhongshu.Demo.DemoOffice.Present.Book();
        var facts = new CircularFacts(new SupervisionFigures(new(2026, 1, 1), new(2026, 12, 31), unit with { Key = 0 }, [unit], [], []), [], book, book.Unit(10)!, new(2026, 12, 31));
        ReportText.Overall(facts).ShouldBe("共交办任务3项，涉及1个单位；已核查3项，已销号3项，办结率100%，按期率100%，平均用时2日；没有超期未办结的任务。");
        TextOf(DraftReport.Review(facts)).ShouldSatisfyAllConditions(t => t.ShouldContain("没有超期未办结和销号后重新打开的任务"), t => t.ShouldNotContain("0项"));
        TextOf(DraftReport.Signed(facts)).ShouldNotContain("没有超期未办结的任务。没有");
        DraftCircular.Praise(facts).Recipients.ShouldBe("各有关单位");
        var late = new NamedTask("2026-000001-1", "停车场", "停车场", 50, new(2026, 12, 1), TaskState.Running, 10, false, null);
        var lagging = facts with { Tasks = [late], Figures = facts.Figures with { Total = unit with { Key = 0, Closed = 2, InTime = 2, Overdue = 1, NoTail = 1, CutShort = 1 } } };
        DraftCircular.Reminder(lagging).Recipients.ShouldBe("云岭市发展和改革委员会");
        ReportText.Overall(lagging).ShouldEndWith("；超期未办结1项，均没有反馈；销号后重新打开1项。");
        TextOf(DraftReport.Special(lagging)).ShouldContain("拟就1项超期任务与市发展改革委逐项会商");
    }

    private static string TextOf(OfficialDocument document) =>
        string.Concat(Typesetter.Layout(document, Zhongshu.Typesetting.Rules.LayoutRules.Standard).Text.Where(c => !char.IsWhiteSpace(c)));

    [Theory, Engines]
    [Trait("req", "M7-B98")]
    public async Task The_monthly_booklet_leaves_out_nothing_that_is_still_under_way(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var codes = await FurnishAsync(scene);
        // All four were docketed in November: the booklet of December tells of what was open or closed then, named as far as it may be.
        var (from, to) = (new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 31));
        var facts = await scene.AsAsync("supervision", async s =>
        {
            var office = s.GetRequiredService<Office>();
            return await CircularFacts.ReadAsync(office, await SupervisionFigures.ReadAsync(office, from, to, true, default), default);
        });
        (facts.Figures.Total.Assigned, facts.Figures.Total.Overdue, facts.Figures.Total.Closed).ShouldBe((3, 2, 0));
        facts.Tasks.Select(t => t.Code).ShouldBe([codes[1], codes[2]], ignoreOrder: true);
        (await scene.AsAsync("supervision", s => SupervisionFigures.ReadAsync(s.GetRequiredService<Office>(), from, to, default))).Total.Assigned.ShouldBe(0, "nothing was docketed in December");
        (await scene.AsAsync("supervision", s => CircularFacts.ItemsAsync(s.GetRequiredService<Office>(), from, to, true, default))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_director_follows_a_figure_to_its_tasks_and_the_officer_takes_the_papers()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var docketed = await officer.SubmitAsync(await officer.GetAsync("/supervision/docket"), "form#docket", ("title", "城区停车场建设"), ("source", "meeting"), ("origin", "常务会议"), ("lead", "市发展改革委"), ("do", "docket"));
        var letter = await officer.FollowAsync(docketed);
        letter.Page.QuerySelector("form.letter-draft")!.SetAttribute("action", docketed.Location!);
        await officer.SubmitAsync(letter, "form.letter-draft", ("advice", "请抓紧。"));
        var director = await office.SignedInAsAsync("director");
        var page = await director.GetAsync("/statistics/supervision");
        var charts = page.Page.QuerySelectorAll("figure[data-chart]");
        charts.Length.ShouldBe(4);
        charts[0].QuerySelector("li a")!.TextContent.ShouldBe("市发展改革委：0/1", "without the script a chart is a list");
        JsonDocument.Parse(charts[0].GetAttribute("data-chart")!).RootElement.GetProperty("rows")[0].GetProperty("whole").GetDouble().ShouldBe(1);
        var cell = page.Page.QuerySelector("td a[href*='figure=assigned']")!.GetAttribute("href")!;
        (await director.GetAsync("/" + cell)).Text.ShouldContain("城区停车场建设");
        (await director.GetAsync("/supervision/map")).Page.QuerySelectorAll(".unit-tile svg").Length.ShouldBe(1);
        var wall = await director.GetAsync("/supervision/wall");
        wall.Text.ShouldContain("每5分钟刷新");
        wall.Page.QuerySelectorAll("figure[data-chart]").Length.ShouldBe(1, "nothing is late; the months are shown");
        (await officer.GetAsync("/supervision/reports")).Text.ShouldContain("重点任务盘点");
        // Nothing is closed or overdue yet: there is nobody to praise, nothing to remind of, no result.
        foreach (var kind in ReportKinds.All)
            (await officer.GetAsync($"/supervision/reports/{kind.Id}.docx")).Status.ShouldBe(kind.Id is "praise" or "reminder" or "result" ? HttpStatusCode.Conflict : HttpStatusCode.OK, kind.Id);
        var nobody = await officer.GetAsync("/supervision/reports/praise.docx");
        nobody.Page.QuerySelector("main")!.TextContent.ShouldContain("没有全部按期办结的单位，不必起草表扬通报");
        var nothing = await officer.GetAsync("/supervision/reports/circular.docx?from=2020-01-01&to=2020-12-31");
        (nothing.Status, nothing.Page.QuerySelector("main")!.TextContent.Contains("没有可写的", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Conflict, true));
        (await officer.GetAsync("/supervision/reports/nothing.docx")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static IEnumerable<(Figure, int)> Counts(FigureLine line) =>
    [
        (Figure.Assigned, line.Assigned), (Figure.Checked, line.Checked), (Figure.Closed, line.Closed), (Figure.InTime, line.InTime),
        (Figure.Overdue, line.Overdue), (Figure.NoTail, line.NoTail), (Figure.WeakTail, line.WeakTail), (Figure.CutShort, line.CutShort),
    ];

    /// One closed and opened again and closed, one with progress, one silent at the county, one reported singly and not due.
    private static async Task<IReadOnlyList<string>> FurnishAsync(Scene scene)
    {
        var done = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", done, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", done, Done());
        await scene.DoAsync("supervision", done, Do(TaskVerb.Close));
        await scene.DoAsync("supervision", done, Do(TaskVerb.Reopen, "泊位未划线", new DateOnly(2026, 12, 14)));
        await scene.DoAsync("bureau", done, Done());
        await scene.DoAsync("supervision", done, Do(TaskVerb.Close));
        var moving = await scene.SentAsync(Meeting with { Title = "农村饮水安全工程", Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2026-12-14" }] });
        await scene.DoAsync("bureau", moving, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", moving, Do(TaskVerb.Feed, "正在选址。") with { Progress = 10 });
        await scene.DoAsync("supervision", moving, Do(TaskVerb.Accept));
        var silent = await scene.SentAsync(Meeting with { Title = "老旧电梯更新", Source = "yearly", Origin = "政府工作报告", Tasks = [new TaskInput { Lead = "青禾县", Due = "2026-12-14" }] });
        var narrow = await scene.SentAsync(Meeting with { Title = "校园食堂改造", Reporting = "single", Tasks = [new TaskInput { Lead = "市发展改革委", Due = "2027-03-31" }] });
        scene.Clock.Pass(TimeSpan.FromDays(28));
        await scene.AsSystemAsync(s => s.GetRequiredService<SupervisionSweep>().RunAsync(default));
        return [done, moving, silent, narrow];
    }
}
