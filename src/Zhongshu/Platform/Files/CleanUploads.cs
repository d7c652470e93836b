using Zhongshu.Platform.Access;

namespace Zhongshu.Platform.Files;

/// Every hour: what was uploaded and never registered is cleared away.
internal sealed class CleanUploads(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CleanUploads> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (!stoppingToken.IsCancellationRequested)
        {
            // The stop of the site is no fault: leave quietly.
            await ((Task)timer.WaitForNextTickAsync(stoppingToken).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
            var gone = await scope.ServiceProvider.GetRequiredService<Uploads>().CleanAsync(stoppingToken);
            if (gone > 0) log.LogInformation("{Count} uploads were never registered and are cleared away", gone);
        }
    }
}
