using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Projects;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Matters;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;
using static Zhongshu.Tests.Modules.Supervision.SupervisedScene;

namespace Zhongshu.Tests.Modules.Supervision.Projects;

/// What lags is put under supervision by itself, once; what is guided by the week is asked for by the week.
public sealed class ProjectTests
{
    private static readonly ProjectInput Plant = new() { Code = "P-7", Title = "云岭新材料产业园", Kind = "major", Lead = "市发展改革委", PlannedStart = "2026-10-12", PlannedEnd = "2027-10-12" };

    private static Project Of(string start, string? started = null, int progress = 0, int prepared = 100) => new() { Code = "P", Title = "项目", Kind = "major", KeptBy = "", PlannedStart = DateOnly.Parse(start, null), PlannedEnd = DateOnly.Parse(start, null).AddDays(100), StartedOn = started is null ? null : DateOnly.Parse(started, null), Progress = progress, Prepared = prepared };

    [Fact]
    [Trait("req", "M7-B16")]
    public void Three_kinds_of_lagging_are_told_apart_with_their_reason()
    {
        string Found(Project project) => string.Join('；', ProjectRules.Found(project, Tasks.Book, Tasks.Monday).Select(f => $"{f.Word.Word}：{f.Why}"));
        Found(Of("2026-11-17")).ShouldBeEmpty("four workdays late is not yet late by the rule");
        Found(Of("2026-11-13")).ShouldBe("未按期开工：计划2026年11月13日开工，已过6个工作日还没有开工");
        Found(Of("2026-10-04", "2026-10-09", 30)).ShouldBe("进展缓慢：按计划应完成50%，实际完成30%");
        Found(Of("2026-10-04", "2026-10-09", 31)).ShouldBeEmpty();
        Found(Of("2026-12-20", prepared: 60)).ShouldBe("较大逾期开工风险：计划2026年12月20日开工，前期工作只完成60%");
        Found(Of("2026-12-24", prepared: 60)).ShouldBeEmpty("still far off");
        Found(Of("2026-12-20", prepared: 80)).ShouldBeEmpty();
        var done = Of("2026-10-04", "2026-10-09", 30);
        done.EndedOn = Tasks.Monday;
        Found(done).ShouldBeEmpty();
    }

    [Theory, Engines]
    [Trait("req", "M7-B16")]
    public async Task A_project_that_lags_is_docketed_and_sent_once_and_anew_only_after_it_had_caught_up(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await SaveAsync(scene, Plant with { Lead = "没有的局" })).ShouldBe("lead");
        (await SaveAsync(scene, Plant with { PlannedEnd = "2026-10-12" })).ShouldBe("plannedEnd");
        (await SaveAsync(scene, Plant)).ShouldBe("ok");
        (await WatchAsync(scene)).ShouldBe(1);
        (await WatchAsync(scene)).ShouldBe(0, "one item as long as the warning stands");
        var alarm = (await AlarmsAsync(scene)).Single();
        var item = (await scene.ItemAsync("supervision", alarm.Item))!;
        (item.Matter.Title, item.Item.Topic, item.Item.UnitId).ShouldBe(("云岭新材料产业园（未按期开工）", "project", 10L));
        item.Bases.Single().Origin.ShouldBe("项目预警：未按期开工，计划2026年10月12日开工，已过30个工作日还没有开工");
        item.Tasks.Single().Task.State.ShouldBe(TaskState.Delivered);
        (await scene.DeskAsync("bureau")).ToDo.ShouldContain(w => w.Code == alarm.Item);

        (await SaveAsync(scene, Plant with { StartedOn = "2026-11-20", Progress = "10" })).ShouldBe("ok");
        (await WatchAsync(scene)).ShouldBe(0);
        (await AlarmsAsync(scene)).Single().ClearedOn.ShouldBe(new DateOnly(2026, 11, 23));
        scene.Clock.Pass(TimeSpan.FromDays(90));
        (await WatchAsync(scene)).ShouldBe(1);
        (await AlarmsAsync(scene)).Select(a => (a.Kind, a.ClearedOn is null)).ShouldBe([("late", false), ("slow", true)]);
    }

    [Theory, Engines]
    [Trait("req", "M7-B17")]
    public async Task A_project_of_attracted_investment_is_asked_about_every_week_until_it_was_guided(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        (await SaveAsync(scene, Plant with { Kind = "invest", PlannedStart = "2027-06-01" })).ShouldBe("ok");
        (await SaveAsync(scene, Plant with { Code = "P-8", PlannedStart = "2027-06-01" })).ShouldBe("ok");
        (await WatchAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(7));
        (await WatchAsync(scene)).ShouldBe(1);
        (await WatchAsync(scene)).ShouldBe(0, "asked once a week, not every day");
        (await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.Text.Contains("本周要督导")).Select(n => n.Text).Distinct().ToListAsync())).ShouldBe(["本周要督导的项目有1个，请在“办事 › 项目督查”登记督导情况。"]);
        var id = await scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Project>().Where(p => p.Kind == "invest").Select(p => p.Id).SingleAsync());
        async Task<string> GuideAsync(string words) => (await scene.AsAsync("supervision", s => s.GetRequiredService<KeepProject>().GuideAsync(id, "2026-11-30", words, null, default))).Refusal?.Rule ?? "ok";
        (await GuideAsync(" ")).ShouldBe("supervision.missing");
        (await GuideAsync("土地手续本周办结。")).ShouldBe("ok");
        scene.Clock.Pass(TimeSpan.FromDays(4));
        (await WatchAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(3));
        (await WatchAsync(scene)).ShouldBe(1);
    }

    [Fact]
    [Trait("req", "M7-B16")]
    [Trait("req", "M19-A11")]
    public async Task A_project_is_kept_on_its_page_and_by_a_platform_under_its_code()
    {
        await using var office = await TestOffice.StartAsync();
        var officer = await office.SignedInAsAsync("supervision");
        var form = await officer.GetAsync("/supervision/projects/new");
        (await officer.SubmitAsync(form, "form#project", ("code", "P-7"), ("title", "云岭新材料产业园"), ("kind", "invest"), ("lead", "市发展改革委"), ("plannedStart", "2026-10-12"), ("plannedEnd", "2025-10-12"))).Text.ShouldContain("晚于计划开工日期");
        var saved = await officer.SubmitAsync(form, "form#project", ("code", "P-7"), ("title", "云岭新材料产业园"), ("kind", "invest"), ("lead", "市发展改革委"), ("plannedStart", "2026-10-12"), ("plannedEnd", "2027-10-12"));
        var page = await officer.FollowAsync(saved);
        (await officer.SubmitAsync(page, "form#guide", ("words", "现场看了进度。"))).Location.ShouldBe(saved.Location);
        (await officer.FollowAsync(saved)).Text.ShouldContain("现场看了进度。");
        using var platform = await office.TokenAsync("supervision");
        using var body = new StringContent("""{"code":"P-7","title":"云岭新材料产业园一期","kind":"invest","lead":"市发展改革委","plannedStart":"2026-10-12","plannedEnd":"2027-10-12","progress":"12","startedOn":"2026-10-15"}""", System.Text.Encoding.UTF8, "application/json");
        (await platform.PutAsync(new Uri("/api/v1/supervision-projects/", UriKind.Relative), body)).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        var list = (await officer.GetAsync("/supervision/projects")).Text;
        list.ShouldContain("云岭新材料产业园一期");
        list.ShouldContain("在册1个，在建1个");
        list.ShouldContain("12%");
        (await officer.FollowAsync(saved)).Text.ShouldContain("按计划今天应完成11%，实际12%");
    }

    private static async Task<string> SaveAsync(Scene scene, ProjectInput input)
    {
        var done = await scene.AsAsync("supervision", s => s.GetRequiredService<KeepProject>().SaveAsync(input, null, default));
        return done.Succeeded ? "ok" : done.Refusal.Field ?? done.Refusal.Rule;
    }

    private static Task<int> WatchAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<ProjectWatch>().RunAsync(default));

    private static Task<List<ProjectAlarm>> AlarmsAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ProjectAlarm>().OrderBy(a => a.Id).ToListAsync());
}
