using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Jobs;
using Zhongshu.Tests.Support;

namespace Zhongshu.Tests.Platform;

public sealed class JobTests
{
    [Theory]
    [InlineData("2026-11-22T04:00:00+08:00", "2026-11-23T02:59:00+08:00", false)]
    [InlineData("2026-11-22T04:00:00+08:00", "2026-11-23T03:00:00+08:00", true)]
    [InlineData("2026-11-20T04:00:00+08:00", "2026-11-23T01:00:00+08:00", true)]
    [InlineData("2026-11-23T03:00:00+08:00", "2026-11-23T23:00:00+08:00", false)]
    public void a_daily_job_is_missed_when_its_hour_has_passed_since_its_last_run(string last, string now, bool missed)
    {
        var job = new OfficeJob<object>("每日", TimeSpan.FromDays(1), (_, _) => Task.FromResult(0)) { DailyAt = new(3, 0) };
        job.IsMissed(DateTimeOffset.Parse(last, null), DateTimeOffset.Parse(now, null)).ShouldBe(missed);
    }

    [Theory]
    [Engines]
    public async Task what_was_due_while_the_program_stood_runs_once_at_the_start_and_what_was_not_does_not(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var runner = await scene.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<JobRunner>()));
        (await runner.CatchUpAsync(default)).ShouldBe(runner.Jobs.Count, "nothing has run yet in a new office");
        (await runner.CatchUpAsync(default)).ShouldBe(0);

        scene.Clock.Pass(TimeSpan.FromDays(3));
        (await runner.CatchUpAsync(default)).ShouldBe(runner.Jobs.Count);
        (await runner.CatchUpAsync(default)).ShouldBe(0, "three days missed are one run");
        var runs = await RunsAsync(scene);
        runs.ShouldAllBe(r => r.StartedAt == scene.Clock.GetUtcNow() && r.EndedAt != null && r.FailedAt == null);
    }

    [Theory]
    [Engines]
    public async Task a_job_that_fails_says_why_and_the_reason_is_kept_when_it_goes_well_again(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var runner = await scene.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<JobRunner>()));
        var fails = true;
        var job = new OfficeJob<JobRunner>("试验", TimeSpan.FromHours(1), (_, _) => fails ? throw new InvalidOperationException("磁盘不在") : Task.FromResult(4));

        (await runner.RunAsync(job, default)).ShouldBe(false);
        var failed = (await RunsAsync(scene)).Single(r => r.Job == "试验");
        failed.Error.ShouldNotBeNull().ShouldContain("磁盘不在");
        failed.FailedAt.ShouldBe(failed.StartedAt);

        (fails, _) = (false, 0);
        scene.Clock.Pass(TimeSpan.FromHours(1));
        (await runner.RunAsync(job, default)).ShouldBe(true);
        var well = (await RunsAsync(scene)).Single(r => r.Job == "试验");
        well.ShouldSatisfyAllConditions(r => r.Handled.ShouldBe(4), r => r.FailedAt.ShouldNotBe(r.StartedAt), r => r.Error.ShouldNotBeNull());
    }

    [Theory]
    [Engines]
    public async Task one_job_does_not_run_twice_at_once(string engine)
    {
        await using var scene = await Scene.OpenAsync(engine);
        var runner = await scene.AsSystemAsync(s => Task.FromResult(s.GetRequiredService<JobRunner>()));
        var (entered, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var job = new OfficeJob<JobRunner>("试验", TimeSpan.FromHours(1), async (_, _) =>
        {
            entered.SetResult();
            await go.Task;
            return 0;
        });
        var first = runner.RunAsync(job, default);
        await entered.Task;
        (await runner.RunAsync(job, default)).ShouldBeNull();
        go.SetResult();
        (await first).ShouldBe(true);
    }

    [Fact]
    public async Task the_system_administrator_sees_every_job_and_runs_one_now()
    {
        await using var office = await TestOffice.StartAsync();
        var browser = await office.SignedInAsAsync("sysadmin");
        var page = await browser.GetAsync("/settings/jobs");
        foreach (var job in office.Services.GetRequiredService<JobRunner>().Jobs) page.Text.ShouldContain(job.Name);

        var answer = await browser.SubmitAsync(page, "form:has(button[value=清理上传])", ("Form.Job", "清理上传"));

        answer.Location.ShouldBe("/settings/jobs", answer.Text);
        (await browser.FollowAsync(answer)).Text.ShouldMatch("清理上传”(已|正在)执行");
        (await (await office.SignedInAsAsync("auditor")).GetAsync("/settings/trail")).Text.ShouldContain("立即执行定时任务“清理上传”");
    }

    private static Task<List<JobRun>> RunsAsync(Scene scene) => scene.AsSystemAsync(s => s.GetRequiredService<OfficeDb>().Set<JobRun>().AsNoTracking().ToListAsync());
}
