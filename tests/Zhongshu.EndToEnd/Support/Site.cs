using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.EndToEnd.Support;

/// The real site on a port and a data folder of its own, and a real browser.
internal sealed class Site : IAsyncDisposable
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--lang=zh-CN", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Site(WebApplication app, string folder, IPlaywright playwright, IBrowser browser)
    {
        (_app, _folder, _playwright, _browser) = (app, folder, playwright, browser);
        Url = app.Urls.First();
    }

    public string Url { get; }

    public static async Task<Site> OpenAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), "zs-e2e-" + Guid.NewGuid().ToString("N"));
        var app = OfficeHost.Build(new OfficeSettings { DataFolder = folder, Urls = "http://127.0.0.1:0" });
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Quiet });
        return new Site(app, folder, playwright, browser);
    }

    /// Signs a demonstration account in, in a browser window of its own.
    public async Task<Visitor> SignInAsync(string login)
    {
        var context = await _browser.NewContextAsync(new() { Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new() { Width = 1280, Height = 800 } });
        context.SetDefaultTimeout(30_000);
        var visitor = new Visitor(await context.NewPageAsync(), Url);
        await visitor.Page.GotoAsync(Url + "/");
        await visitor.Page.FillAsync("#login", login);
        await visitor.Page.FillAsync("#password", Zhongshu.Demo.DemoSignIn.Password);
        await visitor.Page.ClickAsync("#sign-in button.btn-primary");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return visitor;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
