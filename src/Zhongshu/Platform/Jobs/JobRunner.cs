using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Database;

namespace Zhongshu.Platform.Jobs;

/// Runs a job as the program itself, in a scope of its own, one run at a time, and leaves a record of it.
internal sealed class JobRunner(IEnumerable<OfficeJob> jobs, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobRunner> log)
{
    /// A run of another node that has not ended after this long has died.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, bool> _running = new(StringComparer.Ordinal);

    public IReadOnlyList<OfficeJob> Jobs { get; } = [.. jobs];

    /// Null when the job is running already, here or on another node; otherwise whether it went well.
    public async Task<bool?> RunAsync(OfficeJob job, CancellationToken cancel)
    {
        if (!_running.TryAdd(job.Name, true)) return null;
        try
        {
            return await BeginAsync(job.Name, cancel) ? await RunNotedAsync(job, cancel) : null;
        }
        finally
        {
            _running.TryRemove(job.Name, out _);
        }
    }

    /// What was due while the program stood still is done once, now.
    public async Task<int> CatchUpAsync(CancellationToken cancel)
    {
        Dictionary<string, DateTimeOffset> last;
        await using (var scope = scopes.CreateAsyncScope())
            last = await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<JobRun>().AsNoTracking().ToDictionaryAsync(r => r.Job, r => r.StartedAt, StringComparer.Ordinal, cancel);
        var caughtUp = 0;
        foreach (var job in Jobs.Where(j => j.IsMissed(last.TryGetValue(j.Name, out var at) ? at : null, clock.GetUtcNow())))
        {
            if (await RunAsync(job, cancel) is not null) caughtUp++;
        }

        return caughtUp;
    }

    private async Task<bool> RunNotedAsync(OfficeJob job, CancellationToken cancel)
    {
        var (handled, error) = (0, (string?)null);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            handled = await job.RunAsync(scope.ServiceProvider, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            error = fault.ToString();
            log.LogError(fault, "Job {Job} failed", job.Name);
        }

        await EndAsync(job.Name, handled, error, cancel);
        return error is null;
    }

    private async Task<bool> BeginAsync(string name, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        var now = clock.GetUtcNow();
        // A file has one program at a time: a run without an end there was cut off.
        var dead = db.IsSqlite ? DateTimeOffset.MaxValue : now - Lease;
        await using var transaction = await db.BeginWriteAsync(cancel);
        var begun = await db.Set<JobRun>().Where(r => r.Job == name && (r.EndedAt != null || r.StartedAt < dead))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.StartedAt, now).SetProperty(r => r.EndedAt, (DateTimeOffset?)null), cancel);
        if (begun == 0)
        {
            var at = now.ToUnixTimeMilliseconds();
            begun = await db.Database.ExecuteSqlAsync($"INSERT INTO job_run (job, started_at, handled) VALUES ({name}, {at}, 0) ON CONFLICT (job) DO NOTHING", cancel);
        }

        await transaction.CommitAsync(cancel);
        return begun == 1;
    }

    private async Task EndAsync(string name, int handled, string? error, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        if (await db.Set<JobRun>().SingleOrDefaultAsync(r => r.Job == name, cancel) is not { } run) return;
        run.EndedAt = clock.GetUtcNow();
        run.Handled = handled;
        if (error is not null) (run.FailedAt, run.Error) = (run.StartedAt, error.Length > 2000 ? error[..2000] : error);
        await db.SaveChangesAsync(cancel);
    }
}
