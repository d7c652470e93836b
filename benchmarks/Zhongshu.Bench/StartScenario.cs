using System.Diagnostics;
using System.Globalization;

namespace Zhongshu.Bench;

/// From the start of the process to the first 200 of /health/ready, and the memory it then holds.
internal static class StartScenario
{
    private const string Url = "http://127.0.0.1:5983";

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        var started = Stopwatch.GetTimestamp();
        using var site = Process.Start(new ProcessStartInfo("dotnet", [arguments.Program, "--urls", Url, "--data", arguments.Data]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            while (!await IsReadyAsync(client) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2)) await Task.Delay(20);
            yield return new("start", "ready after", Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2), "s");
            for (var i = 0; i < 200; i++) await client.GetStringAsync($"{Url}/health/live");
            yield return new("start", "resident memory", Resident(site.Id), "MB");
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            return (await client.GetAsync($"{Url}/health/ready")).IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static double Resident(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
        return Math.Round(double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
    }
}
