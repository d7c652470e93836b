using System.Diagnostics;
using System.Globalization;

namespace Zhongshu.Bench;

/// `./zhongshu seed` into an empty folder.
internal static class SeedScenario
{
    private const int Matters = 100_000;

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("zs-bench-").FullName;
        var started = Stopwatch.GetTimestamp();
        var processor = await SeedAsync(arguments.Program, Matters, folder);
        yield return new("seed", $"{Matters} matters", Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 1), "s");
        yield return new("seed", $"{Matters} matters, processor time", Math.Round(processor.TotalSeconds, 1), "s");
        Directory.Delete(folder, recursive: true);
    }

    /// The processor time it took, to a tenth of a second.
    public static async Task<TimeSpan> SeedAsync(string program, int matters, string folder)
    {
        string[] words = [program, "seed", "--matters", matters.ToString(CultureInfo.InvariantCulture), "--data", folder];
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var told = process.StandardOutput.ReadToEndAsync();
        var spent = TimeSpan.Zero;
        // The time of a process that has ended can no longer be asked for.
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(100)))
            if (!process.HasExited) spent = process.TotalProcessorTime;
        return process.ExitCode == 0 ? spent : throw new InvalidOperationException(await told);
    }
}
