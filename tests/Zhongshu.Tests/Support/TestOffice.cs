using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhongshu.Demo;
using Zhongshu.Platform.Access;
using Zhongshu.Platform.Access.Tokens;
using Zhongshu.Platform.Database;
using Zhongshu.Platform.Hosting;

namespace Zhongshu.Tests.Support;

/// The application under test: the real host on a free port with its own folder, the demonstration office in it, and a clock that stands.
internal sealed class TestOffice : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;
    private readonly string? _connection;
    private readonly List<IDisposable> _clients = [];

    private TestOffice(WebApplication app, string folder, string? connection, TestClock clock)
    {
        (_app, _folder, _connection, Clock) = (app, folder, connection, clock);
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }

    public TestClock Clock { get; }

    public IServiceProvider Services => _app.Services;

    public static IReadOnlyList<string> Logins { get; } = [.. DemoOffice.Present.Accounts.Select(a => a.Login)];

    public static async Task<TestOffice> StartAsync(DatabaseEngine engine = DatabaseEngine.Sqlite, Func<OfficeSettings, OfficeSettings>? with = null)
    {
        var (folder, connection) = await PreparedOffice.CopyAsync(engine);
        var clock = new TestClock(TestClock.MondayMorning);
        var settings = new OfficeSettings { DataFolder = folder, Urls = "http://127.0.0.1:0", Connection = connection };
        var app = OfficeHost.Build(with?.Invoke(settings) ?? settings, clock);
        await OfficeHost.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        return new TestOffice(app, folder, connection, clock);
    }

    public static long PersonOf(string login) => DemoOffice.Present.Accounts.Single(a => a.Login == login).PersonId;

    public TestBrowser Stranger()
    {
        var browser = new TestBrowser(Address);
        _clients.Add(browser);
        return browser;
    }

    public async Task<TestBrowser> SignedInAsAsync(string login)
    {
        var browser = Stranger();
        var answer = await browser.SignInAsync(login, DemoSignIn.Password);
        answer.Location.ShouldNotBeNull($"{login} did not come in: {answer.Text}");
        return browser;
    }

    /// A client that carries an API token of this person; with scopes, only those.
    public async Task<HttpClient> TokenAsync(string login, params string[] scopes)
    {
        var text = TokenText.Fresh();
        await ActAsAsync(login, async office =>
        {
            office.Db.Add(new ApiToken
            {
                Id = office.Ids.Next(),
                PersonId = office.Actor.PersonId,
                PostId = office.Actor.PostId,
                Name = "测试",
                Hash = TokenText.HashOf(text),
                Scopes = string.Join(',', scopes),
                CreatedAt = office.Now,
                ExpiresAt = office.Now.AddDays(30),
            });
            await office.Db.SaveChangesAsync();
        });
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", text);
        _clients.Add(client);
        return client;
    }

    /// Runs something inside the house as this person; null for the system itself.
    public Task ActAsAsync(string? login, Func<Office, Task> act) => ActAsAsync(login, async office =>
    {
        await act(office);
        return true;
    });

    public async Task<T> ActAsAsync<T>(string? login, Func<Office, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var current = scope.ServiceProvider.GetRequiredService<CurrentActor>();
        current.Actor = login is null ? Actor.System
            : (await scope.ServiceProvider.GetRequiredService<AccessShelf>().ActorAsync(PersonOf(login), 0, CancellationToken.None)).ShouldNotBeNull();
        return await act(scope.ServiceProvider.GetRequiredService<Office>());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        // As a real stop does: a site that is only disposed of leaves its job runner ticking on a container that is gone.
        await _app.StopAsync();
        await TestDatabase.LetGoAsync(_app.Services);
        await _app.DisposeAsync();
        await TestDatabase.DropAsync(_connection);
        Directory.Delete(_folder, recursive: true);
    }
}
