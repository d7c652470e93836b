using System.Globalization;
using Quartz;

namespace Zhongshu.Platform.Jobs;

/// Puts the jobs of the house on Quartz, and catches up at start what was missed.
internal static class OfficeJobs
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China", OfficeDay.Offset, null, null);

    public static IServiceCollection AddOfficeJob<TJob>(this IServiceCollection services, OfficeJob<TJob> job) where TJob : class
    {
        services.AddScoped<TJob>();
        services.AddSingleton<OfficeJob>(job);
        return services.AddQuartz(quartz => quartz.ScheduleJob<Ticked>(
            trigger => On(trigger.WithIdentity(job.Name), job), detail => detail.WithIdentity(job.Name).UsingJobData(Ticked.Name, job.Name)));
    }

    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<JobRunner>();
        services.AddOfficeJob(TableStatistics.Job);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService<AtStart>();
    }

    private static void On(ITriggerConfigurator<Ticked> trigger, OfficeJob job)
    {
        if (job.DailyAt is { } time)
            trigger.WithCronSchedule(string.Create(CultureInfo.InvariantCulture, $"0 {time.Minute} {time.Hour} * * ?"), cron => cron.InTimeZone(China));
        else
            trigger.StartAt(TimeProvider.System.GetUtcNow() + job.Every).WithSimpleSchedule(simple => simple.WithInterval(job.Every).RepeatForever());
    }

    [DisallowConcurrentExecution]
    internal sealed class Ticked(JobRunner runner) : IJob
    {
        public const string Name = "job";

        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default)
        {
            var name = context.JobDetail.JobDataMap.GetString(Name);
            await runner.RunAsync(runner.Jobs.Single(j => j.Name == name), cancel);
        }
    }

    private sealed class AtStart(JobRunner runner, IHostApplicationLifetime life, TimeProvider clock) : BackgroundService
    {
        // What has waited through a stop waits until those who come first have their first page.
        private static readonly TimeSpan Breath = TimeSpan.FromSeconds(20);

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            var started = new TaskCompletionSource();
            await using var ready = life.ApplicationStarted.Register(() => started.TrySetResult());
            await using var stop = stoppingToken.Register(() => started.TrySetCanceled());
            // The stop of the site is no fault: leave quietly.
            await started.Task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Delay(Breath, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!stoppingToken.IsCancellationRequested) await ((Task)runner.CatchUpAsync(stoppingToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
