namespace Zhongshu.Bench;

/// From the start of the process to the first 200 of /health/ready on a large folder, and the memory it then holds.
internal static class StartScenario
{
    private const int Times = 3;

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var folder = (await arguments.FoldersAsync())[^1];
        var tokens = await Tokens.MakeAsync(folder, [StepsScenario.Registry]);
        var ready = new List<TimeSpan>();
        for (var i = 0; i < Times; i++)
        {
            using var site = await Site.StartAsync(arguments.Program, folder);
            ready.Add(site.ReadyAfter);
            if (i == 0) yield return new("start", "processor time until ready", Math.Round(site.ProcessorTime.TotalSeconds, 2), "s");
            if (i < Times - 1) continue;
            yield return new("start", "resident memory when ready", site.ResidentMegabytes, "MB");
            string[] paths = ["/", "/incoming", "/incoming?state=open", "/search?q=通知"];
            for (var visit = 0; visit < 200; visit++) (await site.GetAsync(paths[visit % paths.Length], tokens[StepsScenario.Registry])).Dispose();
            yield return new("start", "resident memory after 200 pages", site.ResidentMegabytes, "MB");
        }

        yield return new("start", $"ready after, best of {Times}", Math.Round(ready.Min().TotalSeconds, 2), "s");
        yield return new("start", $"ready after, worst of {Times}", Math.Round(ready.Max().TotalSeconds, 2), "s");
    }
}
