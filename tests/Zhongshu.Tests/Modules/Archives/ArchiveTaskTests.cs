using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Modules.Archives.Filing;
using Zhongshu.Modules.Archives.Sweep;
using Zhongshu.Modules.Archives.Tasks;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Notices;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Modules.Archives;

public sealed class ArchiveTaskTests
{
    private static readonly ArchiveTaskInput Half = new([14, 13], 2026, "下半年办结文件", "处理单随件", "2026-12-20");

    [Theory, Engines]
    [Trait("req", "M12-A07")]
    [Trait("req", "M12-A02")]
    public async Task A_section_is_given_its_filing_with_a_day_and_is_done_only_when_nothing_of_it_is_owed(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var code = await scene.ClosedAsync(ScenePlay.Paper("关于申请追加防汛经费的请示"));
        var tasks = (await scene.AsAsync("archivist", s => s.GetRequiredService<KeepTask>().IssueAsync(Half, null, default))).Value;
        var (ours, others) = (tasks.Single(t => t.UnitId == 14), tasks.Single(t => t.UnitId == 13));
        (await NoticesAsync(scene, 31)).ShouldContain(t => t.Contains("12月20日前归齐"));

        (await OnAsync(scene, "handler2", k => k.ReportAsync(others.Id, "已交", null, default))).Kind.ShouldBe(RefusalKind.Forbidden);
        (await OnAsync(scene, "handler2", k => k.ReportAsync(ours.Id, "", null, default))).Field.ShouldBe("words");
        (await OkAsync(scene, "handler2", k => k.ReportAsync(ours.Id, "交1件，齐了", null, default))).ShouldBeTrue();
        (await OnAsync(scene, "archivist", k => k.AcceptAsync(ours.Id, null, default))).Message.ShouldContain("1件办结未归档");
        (await OkAsync(scene, "archivist", k => k.AcceptAsync(others.Id, null, default))).ShouldBeTrue();
        (await scene.AsAsync("archivist", s => s.GetRequiredService<FileMatter>().RunAsync(code, new FilingForm(), default))).Refusal.ShouldBeNull();
        (await OkAsync(scene, "archivist", k => k.AcceptAsync(ours.Id, null, default))).ShouldBeTrue();

        (await StateAsync(scene, ours.Id)).ShouldBe(ArchiveTaskState.Done);
        (await OnAsync(scene, "archivist", k => k.WithdrawAsync(ours.Id, "误派", null, default))).Rule.ShouldBe("archives.task-over");
    }

    [Fact]
    [Trait("req", "M12-A07")]
    public async Task A_task_that_is_not_complete_goes_back_with_what_is_missing_and_the_same_is_not_given_twice()
    {
        await using var scene = await Scene.OpenAsync();
        var task = (await scene.AsAsync("director", s => s.GetRequiredService<KeepTask>().IssueAsync(Half with { Units = [14] }, null, default))).Value.Single();
        (await scene.AsAsync("director", s => s.GetRequiredService<KeepTask>().IssueAsync(Half with { Units = [14] }, null, default))).Refusal!.Rule.ShouldBe("archives.task-twice");
        (await OnAsync(scene, "archivist", k => k.SendBackAsync(task.Id, "缺附件", null, default))).Rule.ShouldBe("archives.task-not-reported");
        await OkAsync(scene, "head2", k => k.ReportAsync(task.Id, "已交齐", null, default));
        (await OkAsync(scene, "archivist", k => k.SendBackAsync(task.Id, "缺会议签到表", null, default))).ShouldBeTrue();
        (await StateAsync(scene, task.Id)).ShouldBe(ArchiveTaskState.Open);
        (await NoticesAsync(scene, 31)).ShouldContain(t => t.Contains("缺会议签到表"));
    }

    [Fact]
    public async Task A_task_whose_day_has_passed_is_chased_and_not_every_day_again()
    {
        await using var scene = await Scene.OpenAsync();
        await scene.AsAsync("archivist", s => s.GetRequiredService<KeepTask>().IssueAsync(Half with { Units = [14], DueOn = "2026-11-24" }, null, default));
        (await SweepAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(2));
        (await SweepAsync(scene)).ShouldBe(1);
        (await SweepAsync(scene)).ShouldBe(0);
        scene.Clock.Pass(TimeSpan.FromDays(3));
        (await SweepAsync(scene)).ShouldBe(1);
        (await NoticesAsync(scene, 31)).Count(t => t.Contains("已过11月24日")).ShouldBe(2);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("year")]
    [InlineData("due")]
    [InlineData("units")]
    public async Task What_is_missing_in_a_task_is_named(string field)
    {
        await using var scene = await Scene.OpenAsync();
        var wrong = field switch { "title" => Half with { Title = "" }, "year" => Half with { Year = 2027 }, "due" => Half with { DueOn = "2026-11-22" }, _ => Half with { Units = [40] } };
        (await scene.AsAsync("archivist", s => s.GetRequiredService<KeepTask>().IssueAsync(wrong, null, default))).Refusal!.Field.ShouldBe(field);
        (await scene.AsAsync("head2", s => s.GetRequiredService<KeepTask>().IssueAsync(Half, null, default))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    internal static Task<int> SweepAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<ArchiveSweep>().RunAsync(default));

    internal static Task<List<string>> NoticesAsync(Scene scene, long person) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<Notice>().Where(n => n.PersonId == person).Select(n => n.Text).ToListAsync());

    private static Task<ArchiveTaskState> StateAsync(Scene scene, long id) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<ArchiveTask>().Where(t => t.Id == id).Select(t => t.State).SingleAsync());

    private static async Task<Refusal> OnAsync(Scene scene, string login, Func<KeepTask, Task<Outcome<Done>>> act) => (await scene.AsAsync(login, s => act(s.GetRequiredService<KeepTask>()))).Refusal.ShouldNotBeNull();

    private static async Task<bool> OkAsync(Scene scene, string login, Func<KeepTask, Task<Outcome<Done>>> act) => (await scene.AsAsync(login, s => act(s.GetRequiredService<KeepTask>()))).Succeeded;
}
