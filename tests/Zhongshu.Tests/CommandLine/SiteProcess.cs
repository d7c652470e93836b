using System.Diagnostics;

namespace Zhongshu.Tests.CommandLine;

/// The program as it is run: a process of its own that can be killed like any other.
internal sealed class SiteProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly CancellationTokenSource _gone = new();

    private SiteProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public CancellationToken Gone => _gone.Token;

    public static async Task<SiteProcess> StartAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Zhongshu.dll"), "--data", folder, "--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        const string Started = "中枢已启动：";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Started, StringComparison.Ordinal)) continue;
            // What it says later is read too, or it would wait for a reader.
            _ = process.StandardOutput.ReadToEndAsync();
            return new(process, new Uri(line[Started.Length..].Split(' ')[0]));
        }

        throw new InvalidOperationException("The site did not start: " + await errors);
    }

    public HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// kill -9
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _gone.CancelAsync();
    }

    /// SIGTERM, as a service is stopped; gives the exit code.
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        _gone.Dispose();
    }
}
