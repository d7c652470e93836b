using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Calendar;
using Zhongshu.Demo.Seeding;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Board;
using Zhongshu.Modules.Supervision.Reports;
using Zhongshu.Modules.Supervision.Show;
using Zhongshu.Modules.Supervision.Statistics;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Flows;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Scale;

/// What must hold however many items there are: each is taken once, shown once, and costs no statement of its own.
public sealed class ManyItemsTests
{
    private const int Items = 90;

    [Theory, Engines]
    [Trait("req", "M7-A10")]
    public async Task A_sweep_of_many_batches_turns_every_light_and_chases_every_task_exactly_once(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await SeedAsync(scene);
        var now = scene.Clock.GetUtcNow();
        var before = await TasksAsync(scene);
        var (turn, chase) = (before.Where(t => LightAt(t, now) > t.Light).ToList(), before.Where(t => t.ChaseAt <= now).ToList());
        (turn.Count, chase.Count).ShouldSatisfyAllConditions(c => c.Item1.ShouldBeGreaterThan(14), c => c.Item2.ShouldBeGreaterThan(14));

        (await SweepAsync(scene)).ShouldBe(turn.Count + chase.Count);

        var after = (await TasksAsync(scene)).ToDictionary(t => t.Id);
        after.Values.ShouldAllBe(t => t.Light == LightAt(t, now));
        foreach (var task in before) after[task.Id].ChaseLevel.ShouldBe(task.ChaseLevel + (chase.Contains(task) ? 1 : 0));
        after.Values.ShouldAllBe(t => t.ChaseAt == null || t.ChaseAt > now);
        var items = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<SupervisionItem>().Where(i => i.IsOpen).ToListAsync());
        foreach (var item in items) item.Light.ShouldBe(after.Values.Where(t => t.MatterId == item.MatterId).Max(t => t.Light));
        var work = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<WorkItem>().Where(w => w.ChaseLevel > 0).ToListAsync());
        work.Select(w => (w.InstanceId, w.ChaseLevel, w.Status)).Order().ShouldBe(chase.Select(t => (t.Id, 1, WorkStatus.Open)).Order());
        var told = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.Kind == "chase").Select(n => n.PersonId).ToListAsync());
        told.ShouldNotBeEmpty();
        told.ShouldBeUnique();
        (await SweepAsync(scene)).ShouldBe(0);
    }

    [Theory, Engines]
    public async Task Page_by_page_the_board_shows_each_item_once_in_the_order_of_its_tab(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        await SeedAsync(scene);
        await SweepAsync(scene);
        scene.Clock.Pass(TimeSpan.FromDays(200));
        var items = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<SupervisionItem>().ToListAsync());
        items.Where(i => i.IsOpen).Select(i => i.Light).Distinct().Count().ShouldBe(3);
        var pressing = items.Where(i => i.IsOpen).OrderByDescending(i => i.Light).ThenBy(i => i.DueOn).ThenBy(i => i.MatterId);
        var tasks = (await TasksAsync(scene)).ToLookup(t => t.MatterId);
        (string State, IEnumerable<SupervisionItem> Items)[] tabs =
        [
            ("open", pressing),
            ("check", pressing.Where(i => tasks[i.MatterId].Any(t => t.State == TaskState.Checking))),
            ("closed", items.Where(i => !i.IsOpen).OrderByDescending(i => i.ClosedAt).ThenByDescending(i => i.MatterId)),
            ("lookback", items.Where(i => !i.IsOpen).OrderBy(i => i.DocketedAt).ThenBy(i => i.MatterId)),
            ("all", items.OrderByDescending(i => i.DocketedAt).ThenByDescending(i => i.MatterId)),
        ];
        foreach (var (state, wanted) in tabs) (await WalkAsync(scene, new BoardFilter { State = state })).ShouldBe(wanted.Select(i => i.MatterId).ToList(), state);
    }

    [Theory, Engines]
    public async Task The_board_and_an_item_cost_as_many_statements_among_many_items_as_among_one(string engine)
    {
        Statements.Listen();
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.SentAsync(Meeting);
        await scene.DoAsync("bureau", code, Do(Zhongshu.Modules.Supervision.Tasks.TaskVerb.Receive));
        var (board, item) = (await BoardAsync(scene), await ItemAsync(scene, code));
        await SeedAsync(scene);

        (await BoardAsync(scene)).ShouldBe(board);
        (await ItemAsync(scene, code)).ShouldBe(item);
        board.Count.ShouldBe(2);
        item.Count.ShouldBeLessThanOrEqualTo(9);
    }

    [Fact]
    [Trait("req", "M7-A13")]
    public async Task A_leader_who_reads_the_figures_finds_no_item_on_the_board_that_he_may_not_know()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.SentAsync(Meeting with { Reporting = "single" });
        var filter = new FigureFilter(Figure.Assigned, new(2026, 11, 1), new(2026, 12, 31));
        foreach (var (login, known) in new[] { ("supervision", 1), ("leader2", 0) })
        {
            (await scene.AsAsync(login, s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter(), 50, default))).Rows.Count.ShouldBe(known, login);
            (await scene.AsAsync(login, s => FigureTasks.ListAsync(s.GetRequiredService<Office>(), filter, default))).Count.ShouldBe(known, login);
            (await scene.AsAsync(login, s => s.GetRequiredService<CountBoard>().ReadAsync(s.GetRequiredService<Office>(), default))).Open.ShouldBe(1);
        }
    }

    [Fact]
    public void A_paper_over_more_tasks_than_anybody_turns_pages_for_is_refused_with_what_to_do()
    {
        var figures = new SupervisionFigures(new(2026, 1, 1), new(2026, 12, 31), new FigureLine(0, CircularFacts.Most, 0, 0, 0, 0, 0, 0, 0, 0, null), [], [], []);
        CircularFacts.TooLong(figures).ShouldBeNull();
        CircularFacts.TooLong(figures with { Total = figures.Total with { Assigned = CircularFacts.Most + 1 } })!.Message.ShouldContain("请缩短时段");
    }

    private static Light LightAt(SupervisionTask task, DateTimeOffset now) => task.RedAt <= now ? Light.Red : task.YellowAt <= now && task.Light < Light.Yellow ? Light.Yellow : task.Light;

    private static Task<int> SeedAsync(Scene scene) => scene.AsSystemAsync(async s =>
    {
        await new SeedItems(s.GetRequiredService<OfficeDb>()).RunAsync(new SeedPlan(Items, 1, OfficeDay.Of(scene.Clock.GetUtcNow()).AddDays(-1), 0.4), _ => { });
        return Items;
    });

    private static Task<List<SupervisionTask>> TasksAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<SupervisionTask>().AsNoTracking().ToListAsync());

    private static Task<int> SweepAsync(Scene scene) => scene.AsSystemAsync(s => new SupervisionSweep(s.GetRequiredService<Office>()) { Batch = 7 }.RunAsync(default));

    private static async Task<List<long>> WalkAsync(Scene scene, BoardFilter filter)
    {
        var seen = new List<long>();
        for (var page = 0; page <= Items; page++)
        {
            var (rows, next) = await scene.AsAsync("supervision", s => BoardQuery.PageAsync(s.GetRequiredService<Office>(), filter, 7, default));
            seen.AddRange(rows.Select(r => r.Id));
            if (next is null) break;
            filter = filter with { After = next };
        }

        return seen;
    }

    private static Task<IReadOnlyList<string>> BoardAsync(Scene scene) => Statements.OfAsync(() => scene.AsAsync("supervision", async s =>
    {
        await s.GetRequiredService<CountBoard>().ReadAsync(s.GetRequiredService<Office>(), default);
        return (await BoardQuery.PageAsync(s.GetRequiredService<Office>(), new BoardFilter(), BoardFilter.PageSize, default)).Rows.Count;
    }));

    private static Task<IReadOnlyList<string>> ItemAsync(Scene scene, string code) => Statements.OfAsync(() => scene.ItemAsync("supervision", code));
}
