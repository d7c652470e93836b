using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Zhongshu.Tests.Support;

/// Somebody else's web server on loopback: keeps what is posted and answers as told.
internal sealed class OtherSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherSite(WebApplication app) => _app = app;

    public Queue<int> Answers { get; } = new();

    public List<(IReadOnlyDictionary<string, string> Headers, byte[] Body)> Posts { get; } = [];

    public string Address => _app.Urls.Single() + "/notify";

    public static async Task<OtherSite> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var site = new OtherSite(builder.Build());
        site._app.Run(site.TakeAsync);
        await site._app.StartAsync();
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        Posts.Add((http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        http.Response.StatusCode = Answers.TryDequeue(out var status) ? status : 200;
        if (http.Response.StatusCode == 302) http.Response.Headers.Location = _app.Urls.Single() + "/elsewhere";
    }
}
