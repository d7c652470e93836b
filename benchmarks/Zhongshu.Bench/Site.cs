using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace Zhongshu.Bench;

/// The program as it is delivered, serving a folder in a process of its own.
internal sealed class Site : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client;

    private Site(Process process, HttpClient client) => (_process, _client) = (process, client);

    public TimeSpan ReadyAfter { get; private init; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith("VmRSS", StringComparison.Ordinal));
            return Math.Round(double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024);
        }
    }

    /// Started as ./run starts it; returns at the first 200 of /health/ready.
    public static async Task<Site> StartAsync(string program, string folder, string? connection = null)
    {
        var url = new Uri($"http://127.0.0.1:{FreePort()}");
        var client = new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(30) };
        var started = Stopwatch.GetTimestamp();
        string[] database = connection is null ? [] : ["--db", connection];
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--urls", url.ToString(), "--data", Path.GetFullPath(folder), .. database]) { RedirectStandardOutput = true, UseShellExecute = false, Environment = { ["MALLOC_ARENA_MAX"] = "2" } })!;
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > TimeSpan.FromMinutes(2)) throw new InvalidOperationException("The site did not become ready.");
            await Task.Delay(20);
        }

        return new Site(process, client) { ReadyAfter = Stopwatch.GetElapsedTime(started) };
    }

    public Task<HttpResponseMessage> PostAsync(string path, string token, object body) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, token);

    public Task<HttpResponseMessage> GetAsync(string path, string token) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), token);

    public void Dispose()
    {
        _client.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token)
    {
        using (request)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var answer = await _client.SendAsync(request);
            return answer.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{request.RequestUri}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("/health/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
