using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo.Seeding;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Trail;

namespace Zhongshu.Bench;

/// Whole lifecycles through the application layer, every act durable before the next begins. Each act is preceded by two look-ups of who holds the matter.
internal static class StepsScenario
{
    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var routes = Prototype.Routes().Where(r => r.Acts == int.MaxValue).ToList();
        await using var play = await OfficePlay.OpenAsync();
        foreach (var route in routes) await play.RunAsync(route);
        var before = await EntriesAsync(play);
        var started = Stopwatch.GetTimestamp();
        var lives = 0;
        for (; Stopwatch.GetElapsedTime(started) < arguments.Time; lives++) await play.RunAsync(routes[lives % routes.Count]);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        yield return new("steps", "durable steps", Math.Round((await EntriesAsync(play) - before) / seconds, 1), "1/s");
        yield return new("steps", "lifecycles", Math.Round(lives / seconds, 1), "1/s");
    }

    private static async Task<int> EntriesAsync(OfficePlay play)
    {
        await using var scope = play.Scope();
        return await scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<TrailEntry>().CountAsync(e => e.MatterId != 0);
    }
}
