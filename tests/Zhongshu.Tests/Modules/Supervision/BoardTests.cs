using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Calendar;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Docket;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Modules.Supervision.Tasks;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Platform.Organisation;
using Zhongshu.Tests.Support;
using Zhongshu.Typesetting;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision;

/// The board, the sweep, the figures and the circular, below the pages. The scene begins on Monday 23 November 2026.
public sealed class BoardTests
{
    private static readonly string[] Titles = ["城区停车场建设", "农村饮水安全工程", "老旧电梯更新", "校园食堂改造"];

    [Fact]
    [Trait("req", "M7-A10")]
    public async Task Time_raises_the_lights_and_chases_once_and_the_board_shows_the_red_ones_first()
    {
        await using var scene = await Scene.OpenAsync();
        await LightsAsync(scene);
    }

    [PostgresFact]
    public async Task Time_raises_the_lights_on_postgres()
    {
        await using var scene = await Scene.OpenAsync(DatabaseEngine.Postgres);
        await LightsAsync(scene);
    }

    private static async Task LightsAsync(Scene scene)
    {
        var late = await scene.SentAsync(Item(0, "2026-12-14"));
        await scene.DoAsync("bureau", late, Do(TaskVerb.Receive));
        await scene.SentAsync(Item(1, "2027-03-31"));
        scene.Clock.Pass(TimeSpan.FromDays(23));
        (await SweepAsync(scene)).ShouldBeGreaterThan(0);
        (await SweepAsync(scene)).ShouldBe(0);

        var (rows, _) = await PageAsync(scene, new BoardFilter());
        rows.Select(r => (r.Code == late, r.Light)).ShouldBe([(true, Light.Red), (false, Light.Yellow)]);
        (await scene.AsAsync("supervision", s => s.GetRequiredService<CountBoard>().ReadAsync(s.GetRequiredService<Office>(), default))).Red.ShouldBe(1);
        var notice = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.Kind == "chase" && n.PersonId == 371).Select(n => n.Text).ToListAsync());
        notice.ShouldHaveSingleItem().ShouldContain("1项督办任务已超期");
        (await scene.DeskAsync("bureau")).ToDo.ShouldAllBe(r => r.ChaseLevel == 1);

        scene.Clock.Pass(TimeSpan.FromDays(1));
        (await SweepAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(4));
        (await SweepAsync(scene)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Every_item_comes_exactly_once_page_by_page_and_the_filters_hold()
    {
        await using var scene = await Scene.OpenAsync();
        for (var i = 0; i < 4; i++) await scene.SentAsync(Item(i, i % 2 == 0 ? "2027-01-29" : "2027-02-26"));
        var seen = new List<string>();
        var filter = new BoardFilter();
        for (var page = 0; page < 4; page++)
        {
            var (rows, next) = await PageAsync(scene, filter, 1);
            seen.AddRange(rows.Select(r => r.Title));
            filter = filter with { After = next };
        }

        seen.Order().ShouldBe(Titles.Order());
        filter.After.ShouldBeNull();
        (await PageAsync(scene, new BoardFilter { Unit = 53 })).Rows.ShouldBeEmpty();
        (await PageAsync(scene, new BoardFilter { Unit = 50 })).Rows.Count.ShouldBe(4);
        (await PageAsync(scene, new BoardFilter { Words = "电梯" })).Rows.Single().Title.ShouldBe(Titles[2]);
        (await PageAsync(scene, new BoardFilter { State = "closed" })).Rows.ShouldBeEmpty();
    }

    [Fact]
    [Trait("req", "M7-A13")]
    [Trait("req", "M7-A14")]
    [Trait("req", "M7-B62")]
    public async Task The_circular_says_what_the_tasks_say_and_names_each_of_them()
    {
        await using var scene = await Scene.OpenAsync();
        var done = await scene.SentAsync(Item(0, "2026-12-14"));
        await scene.DoAsync("bureau", done, Do(TaskVerb.Receive));
        await scene.DoAsync("bureau", done, Done());
        await scene.DoAsync("supervision", done, Do(TaskVerb.Close));
        var silent = await scene.SentAsync(Item(1, "2026-12-14"));
        var narrow = await scene.SentAsync(Item(2, "2026-12-14") with { Reporting = "single" });
        scene.Clock.Pass(TimeSpan.FromDays(30));
        await SweepAsync(scene);

        var facts = await scene.AsAsync("supervision", s => CircularFacts.ReadAsync(s.GetRequiredService<Office>(), new(2026, 11, 1), new(2026, 12, 31), default));
        var total = facts.Figures.Total;
        (total.Assigned, total.Closed, total.InTime, total.Overdue, total.NoTail, total.Checked).ShouldBe((3, 1, 1, 2, 2, 1));
        facts.Figures.Units.Single().Key.ShouldBe(50);
        var (rows, _) = await PageAsync(scene, BoardFilter.Read(QueryOf(facts.Figures.Address(unit: 50))));
        rows.Count.ShouldBe(3);

        var text = string.Concat(Typesetter.Layout(DraftCircular.Circular(facts), Zhongshu.Typesetting.Rules.LayoutRules.Standard).Text.Where(c => !char.IsWhiteSpace(c)));
        foreach (var part in new[] { "点名表扬", "点名提醒", "成果晾晒", "共交办任务3项", "已超期9日", "没有反馈进展" }) text.ShouldContain(part);
        text.ShouldContain(done);
        text.ShouldContain(silent);
        text.ShouldNotContain(narrow);
        Typesetter.ToDocx(DraftReport.Special(facts), Zhongshu.Typesetting.Rules.LayoutRules.Standard).Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task Open_tasks_of_a_unit_that_ends_are_its_successors_with_desk_and_sight()
    {
        await using var scene = await Scene.OpenAsync();
        var code = await scene.SentAsync(Meeting with { Tasks = [new TaskInput { Lead = "青禾县", Support = "望溪县" }] });
        (await scene.DeskAsync("county")).ToDo.Single().Code.ShouldBe(code);
        await scene.AsSystemAsync(async s =>
        {
            var (office, book) = (s.GetRequiredService<Office>(), await s.GetRequiredService<Office>().BookAsync(default));
            await using var transaction = await office.Db.BeginWriteAsync(default);
            foreach (var follow in s.GetServices<UnitSucceeded>()) await follow(book.Unit(40)!, book.Unit(41)!, default);
            await office.Db.SaveChangesAsync();
            await transaction.CommitAsync();
            return true;
        });

        var item = (await scene.ItemAsync("supervision", code))!;
        (item.Tasks.Single().Lead, item.Tasks.Single().Supporting).ShouldBe(("望溪县", ""));
        item.Matter.Holder.ShouldContain("望溪县");
        (await scene.DeskAsync("county")).ToDo.ShouldBeEmpty();
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<WorkItem>().SingleAsync(w => w.Status == WorkStatus.Open))).Assignee.ShouldBe(Zhongshu.Platform.Access.Participant.Section(41).Value);
    }

    private static DocketInput Item(int index, string due) => Meeting with { Title = Titles[index], ShortReason = "年内完成", Tasks = [Meeting.Tasks[0] with { Due = due }] };

    private static Task<int> SweepAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<SupervisionSweep>().RunAsync(default));

    private static Task<(IReadOnlyList<BoardRow> Rows, string? Next)> PageAsync(Scene scene, BoardFilter filter, int size = 50) =>
        scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), filter, size, default));

    private static Microsoft.AspNetCore.Http.QueryCollection QueryOf(string address) =>
        new(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..]));
}
