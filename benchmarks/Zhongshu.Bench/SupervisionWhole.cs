using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.CommandLine;
using Zhongshu.Modules.Supervision;
using Zhongshu.Modules.Supervision.Sweep;
using Zhongshu.Platform;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Bench;

/// What 督查督办 costs over all the items that there are.
internal static class SupervisionWhole
{
    /// The days of the newest items, as many as a circular is to name, as its address says them; null where there are not so many.
    public static async Task<(int Items, string Period)?> CircularAsync(string folder, string? connection, int items)
    {
        await using var house = await OpenOffice.PreparedAsync(Settings(folder, connection));
        await using var scope = house.Scope();
        var all = scope.ServiceProvider.GetRequiredService<OfficeDb>().Set<SupervisionItem>().AsNoTracking();
        if (await all.OrderByDescending(i => i.DocketedAt).Skip(items - 1).FirstOrDefaultAsync() is not { } oldest) return null;
        var (from, to) = (OfficeDay.Of(oldest.DocketedAt), OfficeDay.Of(await all.MaxAsync(i => i.DocketedAt)));
        var (since, until) = (OfficeDay.Start(from), OfficeDay.End(to));
        return (await all.CountAsync(i => i.DocketedAt >= since && i.DocketedAt < until), $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");
    }

    /// The job's own run: once as a night finds it, and once more when nothing is left to do.
    public static async IAsyncEnumerable<Figure> SweepAsync(string folder, string? connection)
    {
        await using var house = await OpenOffice.PreparedAsync(Settings(folder, connection));
        await using (var counting = house.Scope())
        {
            var all = counting.ServiceProvider.GetRequiredService<OfficeDb>().Set<SupervisionItem>();
            yield return new("supervision", "items", await all.CountAsync(), "");
            yield return new("supervision", "items that are open", await all.CountAsync(i => i.IsOpen), "");
        }

        foreach (var name in new[] { "sweep", "sweep again" })
        {
            await using var scope = house.Scope();
            var started = Stopwatch.GetTimestamp();
            var turned = await scope.ServiceProvider.GetRequiredService<SupervisionSweep>().RunAsync(default);
            yield return new("supervision", name, Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2), "s");
            yield return new("supervision", $"{name}, lights turned and tasks chased", turned, "");
        }
    }

    private static OfficeSettings Settings(string folder, string? connection) => new() { DataFolder = Path.GetFullPath(folder), Connection = connection };
}
