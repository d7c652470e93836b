using System.Diagnostics;
using System.Globalization;
using System.Text;
using Zhongshu.Proofing;
using Zhongshu.Proofing.Deep;
using Zhongshu.Proofing.Documents;
using Zhongshu.Proofing.Findings;
using Zhongshu.Proofing.Rules;

namespace Zhongshu.Bench;

/// 校核: megabytes a second inside the process and from the command line, beside autocorrect and zhlint from npm on the same files.
internal static class ProofingScenario
{
    private const int Small = 570_000;
    private const int Large = 6_000_000;
    private const int Rounds = 5;
    private static readonly string Command = Path.GetFullPath("zhongshu");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async IAsyncEnumerable<Figure> RunAsync(BenchArguments arguments)
    {
        var folder = arguments.Place("proofing");
        var (small, large) = (Path.Combine(folder, "small.txt"), Path.Combine(folder, "large.txt"));
        await File.WriteAllTextAsync(small, ProofingText.Make(Small));
        await File.WriteAllTextAsync(large, ProofingText.Make(Large));
        foreach (var figure in Inside(await File.ReadAllTextAsync(large), Path.Combine("rules", "proofing"))) yield return figure;
        foreach (var file in (string[])[small, large])
        {
            var size = $"{new FileInfo(file).Length / 1e6:F2} MB";
            foreach (var figure in await CommandLineAsync($"zhongshu --fast {size}", [Command, "check", "--fast", "--format", "jsonl", file])) yield return figure;
        }

        foreach (var figure in await CommandLineAsync("zhongshu deep 0.57 MB", [Command, "check", "--format", "jsonl", small])) yield return figure;
        var empty = Path.Combine(folder, "empty.txt");
        await File.WriteAllTextAsync(empty, "特此通知。\n");
        foreach (var figure in await CommandLineAsync("zhongshu start-up", [Command, "check", "--fast", empty])) yield return figure;
        await foreach (var figure in OthersAsync(folder, small, large)) yield return figure;
    }

    /// Process CPU time, so that a loaded machine does not count against us.
    private static IEnumerable<Figure> Inside(string text, string rules)
    {
        var before = Cpu();
        var options = new CheckOptions { Rules = RulePipeline.Load(rules) };
        yield return new("proofing", "rules loaded, CPU", Math.Round((Cpu() - before).TotalMilliseconds, 1), "ms");
        var bytes = Encoding.UTF8.GetByteCount(text);
        foreach (var (name, document) in ((string, SourceDocument)[])[("paragraphs", SourceDocument.FromText(text)), ("one line", SourceDocument.FromText(text.Replace("\n", "", StringComparison.Ordinal)))])
        {
            for (var round = 1; round <= Rounds; round++)
            {
                before = Cpu();
                var found = Proofreader.Check(document, options).Findings.Count(f => f.Severity == Severity.Error);
                yield return new("proofing", $"fast, {name}, pass {round}, {found} errors", Math.Round(bytes / 1e6 / (Cpu() - before).TotalSeconds, 1), "MB/s of one core");
            }
        }

        using var model = ContextModel.Open(Path.Combine(rules, "context-model.bin"));
        var part = SourceDocument.FromText(text[..(text.Length / 3)]);
        for (var round = 1; round <= 3; round++)
        {
            before = Cpu();
            ContextTypos.Check(part, model);
            yield return new("proofing", $"deep, pass {round}", Math.Round(text.Length / 3 / (Cpu() - before).TotalSeconds), "characters/s of one core");
        }

        yield return new("proofing", "managed and native memory at the end", Math.Round(Environment.WorkingSet / 1048576.0), "MB");
    }

    private static TimeSpan Cpu() => Environment.CpuUsage.TotalTime;

    private static async IAsyncEnumerable<Figure> OthersAsync(string folder, string small, string large)
    {
        if (!await InstallAsync(folder))
        {
            await Console.Error.WriteLineAsync("autocorrect-node and zhlint could not be fetched from npm: no comparison in this run.");
            yield break;
        }

        var bin = Path.Combine(folder, "node_modules", ".bin");
        foreach (var (file, size) in ((string, string)[])[(small, "0.57 MB"), (large, "6.00 MB")])
        {
            foreach (var figure in await CommandLineAsync($"autocorrect {size}", [Path.Combine(bin, "autocorrect"), "--lint", "--format", "json", Path.GetFileName(file)], folder)) yield return figure;
            foreach (var figure in await CommandLineAsync($"zhlint {size}", [Path.Combine(bin, "zhlint"), Path.GetFileName(file)], folder)) yield return figure;
        }
    }

    private static async Task<bool> InstallAsync(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules", "zhlint"))) return true;
        try
        {
            var (exit, _) = await RunAsync(["npm", "install", "--prefix", folder, "--no-audit", "--no-fund", "--silent", "autocorrect-node", "zhlint"], ".");
            return exit == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    /// Wall time, CPU time and peak memory of one run, by GNU time where it is installed. Both linters pass over a file that is named from outside their folder.
    private static async Task<IEnumerable<Figure>> CommandLineAsync(string name, IReadOnlyList<string> command, string folder = ".")
    {
        var clock = Stopwatch.StartNew();
        var timed = File.Exists("/usr/bin/time");
        var (exit, error) = await RunAsync(timed ? ["/usr/bin/time", "-f", "\n%U %S %M", .. command] : command, folder);
        var wall = clock.Elapsed.TotalSeconds;
        if (exit < 0) return [new("proofing", $"{name}: stopped", Patience.TotalSeconds, "s without an end")];
        var figures = new List<Figure> { new("proofing", $"{name}, wall", Math.Round(wall, 2), "s") };
        var cells = error.TrimEnd().Split('\n')[^1].Split(' ');
        if (!timed || cells.Length != 3) return figures;
        var numbers = cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture)).ToArray();
        return [.. figures, new("proofing", $"{name}, CPU", Math.Round(numbers[0] + numbers[1], 2), "s"), new("proofing", $"{name}, peak memory", Math.Round(numbers[2] / 1024), "MB")];
    }

    private static async Task<(int Exit, string Error)> RunAsync(IReadOnlyList<string> command, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder })!;
        var drained = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var error = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "");
        }

        await drained;
        return (process.ExitCode, await error);
    }
}
