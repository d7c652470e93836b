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
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var line = await process.StandardOutput.ReadLineAsync();
        line.ShouldNotBeNull($"the site did not start: {(line is null ? await errors : "")}");
        return new(process, new Uri(line.Split(["：", "  "], StringSplitOptions.None)[1].Trim()));
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
