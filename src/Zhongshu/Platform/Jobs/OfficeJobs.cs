using Microsoft.EntityFrameworkCore;
using Quartz;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Jobs;

/// Puts a job of a module on Quartz: it runs as the program itself, in a scope of its own, and leaves a record of its last run.
internal static class OfficeJobs
{
    public static IServiceCollection AddOfficeJob<TJob>(this IServiceCollection services, OfficeJob<TJob> job) where TJob : class
    {
        services.AddScoped<TJob>();
        services.AddSingleton(job);
        return services.AddQuartz(quartz => quartz.ScheduleJob<Recorded<TJob>>(trigger => trigger
            .WithIdentity(job.Name).StartNow().WithSimpleSchedule(s => s.WithInterval(job.Every).RepeatForever())));
    }

    [DisallowConcurrentExecution]
    internal sealed class Recorded<TJob>(OfficeJob<TJob> job, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Recorded<TJob>> log) : IJob where TJob : class
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            var started = clock.GetUtcNow();
            var (handled, error) = (0, (string?)null);
            try
            {
                handled = await job.Run(scope.ServiceProvider.GetRequiredService<TJob>(), cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                error = fault.ToString();
                log.LogError(fault, "Job {Job} failed", job.Name);
            }

            await NoteAsync(started, handled, error, cancel);
        }

        private async Task NoteAsync(DateTimeOffset started, int handled, string? error, CancellationToken cancel)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            var name = job.Name;
            var run = await db.Set<JobRun>().SingleOrDefaultAsync(r => r.Job == name, cancel);
            if (run is null) db.Add(run = new JobRun { Job = name });
            run.StartedAt = started;
            run.EndedAt = clock.GetUtcNow();
            run.Handled = handled;
            run.Error = error is { Length: > 2000 } ? error[..2000] : error;
            await db.SaveChangesAsync(cancel);
        }
    }
}

/// Work that happens because of time: a name, an interval, and an action that can be run again without harm and tells how many things it handled.
internal sealed record OfficeJob<TJob>(string Name, TimeSpan Every, Func<TJob, CancellationToken, Task<int>> Run);
