using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Zhongshu.Demo;
using Zhongshu.Platform.Access;
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

    public IServiceProvider Services => _app.Services;

    public static async Task<Site> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("zhongshu-e2e-").FullName;
        var app = OfficeHost.Build(new OfficeSettings { DataFolder = folder, Urls = "http://127.0.0.1:0" });
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = BrowserFactAttribute.Chromium, Args = Quiet, Env = ChineseOffice() });
        return new Site(app, folder, playwright, browser);
    }

    /// Somebody before the sign-in page, in a browser window of their own.
    public async Task<Visitor> StrangerAsync()
    {
        var context = await _browser.NewContextAsync(new() { Locale = "zh-CN", TimezoneId = "Asia/Shanghai", ViewportSize = new() { Width = Screens.Wide.Width, Height = Screens.Wide.Height } });
        context.SetDefaultTimeout(120_000);
        return new Visitor(await context.NewPageAsync(), Url);
    }

    /// Signs a demonstration account in, in a browser window of its own.
    public async Task<Visitor> SignInAsync(string login)
    {
        var visitor = await StrangerAsync();
        await visitor.GoAsync("/");
        await visitor.Page.FillAsync("#login", login);
        await visitor.Page.FillAsync("#password", DemoSignIn.Password);
        await visitor.Page.ClickAsync("#sign-in button.btn-primary");
        await visitor.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return visitor;
    }

    /// Runs something inside the house as this person.
    public async Task<T> AsAsync<T>(string login, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = (await ActorAsync(login)).ShouldNotBeNull();
        return await act(scope.ServiceProvider);
    }

    public ValueTask<Actor?> ActorAsync(string login) =>
        _app.Services.GetRequiredService<AccessShelf>().ActorAsync(DemoOffice.Present.Accounts.Single(a => a.Login == login).PersonId, 0, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// The browser's own words (file and date fields) in Chinese, as on an office PC.
    private static Dictionary<string, string> ChineseOffice()
    {
        var all = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
        all["LANGUAGE"] = "zh_CN";
        return all;
    }
}
