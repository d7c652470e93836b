using Zhongshu.Platform.Decisions;
using Zhongshu.Platform.Hosting;
using Zhongshu.Platform.Jobs;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Modules.Jobs;

/// 立即执行: a job out of its turn; who asked for it stands on the platform's trail.
internal sealed class RunJob(Office office, JobRunner runner)
{
    public async Task<Outcome<Done>> RunAsync(string? name, CancellationToken cancel)
    {
        if (!office.Actor.May("jobs.administer")) return Refusal.Forbidden("执行定时任务");
        if (runner.Jobs.FirstOrDefault(j => j.Name == name) is not { } job) return Refusal.NotFound("这项定时任务");
        await using (var transaction = await office.Db.BeginWriteAsync(cancel))
        {
            await office.Db.RecordPlatformAsync(new Act("jobs.run", $"立即执行定时任务“{job.Name}”"), office.Ids, office.Now, cancel);
            await office.Db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return await runner.RunAsync(job, cancel) switch
        {
            null => new Refusal("jobs.running", $"“{job.Name}”正在执行，请稍后刷新查看结果。") { Kind = RefusalKind.Conflict },
            false => new Refusal("jobs.failed", $"“{job.Name}”执行出错，原因列在下面。如反复出错，请与技术支持联系。"),
            true => Done.Yes,
        };
    }
}
