using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Follow;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Exchange;
using Zhongshu.Platform.Hosting;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// The lists of tasks and of who answers for them, and everything in one pool.
public sealed class TaskListsTests
{
    [Theory, Engines]
    [Trait("req", "M7-A02")]
    [Trait("req", "M7-B25")]
    [Trait("req", "M7-B56")]
    [Trait("req", "M7-B58")]
    [Trait("req", "M7-B109")]
    public async Task An_exported_board_says_what_is_done_how_by_when_and_by_whom(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "市发展改革委", Support = "市财政局", Measure = "新增泊位500个", Due = "2027-03-31" }] });
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive) with { Person = "江映雪" });
        (await scene.AsAsync("bureau", s => s.GetRequiredService<PlanTask>().SaveAsync(code, 1, [new MilestoneForm("开工", new DateOnly(2026, 12, 1)), new MilestoneForm("完工", new DateOnly(2027, 3, 31))], [], default))).Refusal.ShouldBeNull();
        var id = (await scene.ItemAsync("supervision", code))!.Matter.Id;
        await using var file = await scene.AsAsync("supervision", s => WorkbookDownload.ToTemporaryFileAsync(book => TaskLists.WriteAsync(book, s.GetRequiredService<Office>(), [(id, code)], default)));
        using var book = WorkbookReader.Open(file).Value;
        book.Rows("任务清单").Skip(1).Single().Cells.Select(c => c.ToString()).ToList().ShouldSatisfyAllConditions(c => c[0].ShouldBe(code), c => c[4].ShouldBe("新增泊位500个"), c => c[5].ShouldBe("12月1日前开工；3月31日前完工"), c => c[6].ShouldContain("2027"));
        book.Rows("责任清单").Skip(1).Single().Cells.Select(c => c.ToString()).Take(3).ShouldBe(["市发展改革委", "江映雪", "市财政局"]);
    }

    [Fact]
    [Trait("req", "M7-B02")]
    [Trait("req", "M7-B66")]
    public async Task Whatever_its_source_an_item_stands_in_the_one_board_and_in_the_ledger_of_its_source()
    {
        await using var scene = await Scene.OpenAsync();
        var sources = Tasks.Book.Value(SupervisionRules.Sources);
        foreach (var source in sources)
            (await scene.DocketAsync(Meeting with { Title = $"{source.Word}事项一件", Source = source.Id, Quote = source.Id == "instruction" ? "请办。" : "", Leader = source.Id == "instruction" ? "岭知行" : "", DespiteLikeness = true })).Refusal.ShouldBeNull(source.Id);
        var (rows, _) = await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter(), 50, default));
        rows.Select(r => r.Source).Order().ShouldBe(Enumerable.Range(1, sources.Count));
        (await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter { Ledger = "superior" }, 50, default))).Rows.Single().Title.ShouldBe("上级文件事项一件");
    }

    [Fact]
    [Trait("req", "M7-B34")]
    public async Task Tasks_of_reform_are_listed_by_whose_power_they_fall_under()
    {
        await using var scene = await Scene.OpenAsync();
        foreach (var topic in new[] { "reform-central", "reform-local" }) await scene.SentAsync(Meeting with { Title = $"改革任务{topic}", Topic = topic, DespiteLikeness = true });
        foreach (var ledger in new[] { "reform-central", "reform-local" })
        {
            var rows = (await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter { Ledger = ledger }, 50, default))).Rows;
            rows.ShouldHaveSingleItem().Title.ShouldBe($"改革任务{ledger}");
            await using var file = await scene.AsAsync("supervision", s => WorkbookDownload.ToTemporaryFileAsync(book => TaskLists.WriteAsync(book, s.GetRequiredService<Office>(), [(rows[0].Id, rows[0].Code)], default)));
            using var book = WorkbookReader.Open(file).Value;
            foreach (var sheet in new[] { "任务清单", "责任清单" }) book.Rows(sheet).Skip(1).Single().Cells.Select(c => c.ToString()).ShouldContain($"改革任务{ledger}", sheet);
        }
    }

    [Fact]
    [Trait("req", "M7-B54")]
    public async Task A_leader_sees_at_every_moment_where_his_matter_stands()
    {
        await using var scene = await Scene.OpenAsync();
        var (source, opinion) = await scene.InstructedAsync();
        var code = (await scene.DocketAsync(new DocketInput { Title = "重大项目建设", From = source, Opinion = opinion, Tasks = [new TaskInput { Lead = "市发展改革委" }] })).Value.Code;
        var seen = new List<string>();
        async Task LookAsync() => seen.Add((await scene.AsAsync("leader1", s => OwnQuery.AskedAsync(s.GetRequiredService<Office>(), default))).Single().Stage);
        await LookAsync();
        await scene.SendAsync(code);
        await LookAsync();
        await scene.DoAsync("bureau", code, Do(TaskVerb.Receive));
        await LookAsync();
        await scene.DoAsync("bureau", code, Done());
        await LookAsync();
        seen.ShouldBe(["待交办", "待签收", "办理中", "待核查"]);
    }

    [Theory, Engines]
    [Trait("req", "M7-A36")]
    public async Task What_the_office_took_because_nobody_was_competent_is_counted(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await scene.SentAsync(Meeting);
        var code = await scene.SentAsync(Meeting with { Title = "无主管道清理", Tasks = [new TaskInput { Lead = Receivers.Fallback }] });
        (await scene.ItemAsync("supervision", code))!.Tasks.Single().Lead.ShouldBe("综合科");
        var figures = await scene.AsAsync("supervision", s => SupervisionFigures.ReadAsync(s.GetRequiredService<Office>(), new(2026, 11, 1), new(2026, 12, 31), default));
        figures.Total.Fallback.ShouldBe(1);
        (await scene.AsAsync("supervision", s => FigureTasks.ListAsync(s.GetRequiredService<Office>(), new FigureFilter(Figure.Fallback, new(2026, 11, 1), new(2026, 12, 31)), default))).Single().Code.ShouldBe(code);
    }

    [Fact]
    [Trait("req", "M7-B09")]
    [Trait("req", "M7-B10")]
    public async Task The_officer_finds_instructions_docketing_following_reports_and_figures_in_the_menu()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var menu = new List<string>();
        foreach (var path in new[] { "/supervision", "/statistics/supervision" }) menu.AddRange((await officer.GetAsync(path)).Page.QuerySelectorAll("nav a").Select(a => a.TextContent.Trim()));
        foreach (var entry in new[] { "待立项", "督办台账", "督办分册", "通报和报告", "督办统计" }) menu.ShouldContain(entry);
    }
}
